// The course home: how far the learner is and where to go on.
import { every, longDate, one, ringTo } from "../dom.js";
import { nextLesson, tally } from "../progress.js";
import { count } from "../words/count.js";

// `lessons` in order: { id, title, url }.
export function paintPickup(session, lessons) {
  const box = one(".pickup");
  if (!box || !lessons.length) return;
  const done = lessons.filter(lesson => session.get("done", lesson.id));
  one("[data-done]").textContent = done.length;
  ringTo(one(".ring", box), done.length / lessons.length);
  const words = sayNext(session, lessons, done);
  if (words) showNext(box, words);
}

function showNext(box, { head, line, label, href }) {
  one("h2", box).textContent = head;
  one(".pickup-line", box).textContent = line;
  const button = one("[data-resume]", box);
  one("span", button).textContent = label;
  if (href) button.href = href;
}

// What the box says, or null for a learner's first visit: then the page's own words stand.
function sayNext(session, lessons, done) {
  const place = session.get("place", "last");
  const next = nextLesson(session, lessons);
  if (!next) return sayFinished(session, lessons);
  if (!place && !done.length) return null;
  const head = done.length ? "Welcome back" : "Pick up where you stopped";
  return { head, ...(place?.lesson === next.id ? sayHere(place, next) : sayOpen(next, lessons, done)) };
}

const sayHere = (place, next) => ({
  line: `${place.title}, at “${place.name}”.`,
  label: "Continue the lesson",
  href: `${next.url}#${encodeURIComponent(place.part)}`,
});

function sayOpen(next, lessons, done) {
  const left = count(lessons.length - done.length, "lesson");
  return { line: `Next: ${next.title}. ${left} to go.`, label: "Open the next lesson", href: next.url };
}

function sayFinished(session, lessons) {
  const last = Math.max(...lessons.map(lesson => session.get("done", lesson.id)));
  return { head: "You finished the course", line: `Every lesson is done, the last one on ${longDate(last)}.`, label: "Make your certificate", href: one("[data-certificate]").href };
}

// The threads of the cover take their colour as lessons are finished.
export function paintWeave(session, modules) {
  const done = id => !!session.get("done", id);
  for (const thread of every("[data-strand]")) thread.classList.toggle("done", done(thread.dataset.strand));
  const finished = new Set(modules.filter(module => tally(session, module.lessons).state === "done").map(module => module.id));
  for (const thread of every("[data-strand-module]")) {
    thread.classList.toggle("done", thread.dataset.strandModule.split(" ").every(id => finished.has(id)));
  }
}
