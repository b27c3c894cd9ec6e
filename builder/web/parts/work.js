// The lessons' exercises and cards, loaded as scripts, so that the pages also work from a folder.
//
// `assets/review/index.js` calls coursewrightLessons([{ id, t, lessons: [{ id, t, u }] }]);
// `assets/review/<module id>.js` calls coursewrightWork({ lesson id: { tasks, asks, cards } }).
import { loadScript } from "../load.js";

// { modules, work: {}, open(): Promise, bring(wanted): Promise } where `wanted` picks lessons by id.
export function makeWork(base, load = loadScript) {
  const found = { modules: [], work: {} };
  globalThis.coursewrightLessons = modules => (found.modules = modules);
  globalThis.coursewrightWork = lessons => Object.assign(found.work, lessons);
  const get = name => load(`${base}/assets/review/${encodeURIComponent(name)}.js`);
  found.open = () => get("index");
  found.bring = wanted => {
    const missing = found.modules.filter(({ lessons }) => lessons.some(({ id }) => wanted(id) && !found.work[id]));
    return Promise.all(missing.map(({ id }) => get(id).catch(() => {})));
  };
  return found;
}

// The lessons whose work is there, in course order, each with it: [{ id, t, u, tasks, asks, cards }].
export const lessonsWith = ({ modules, work }) => modules.flatMap(({ lessons }) => lessons)
  .filter(({ id }) => work[id]).map(lesson => ({ ...lesson, ...work[lesson.id] }));
