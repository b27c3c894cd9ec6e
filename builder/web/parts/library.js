// Search data, loaded as scripts on first use, so that search also works from a folder on disk.
//
// `assets/search/index.js` calls coursewrightSearch({ modules: [{ id, t, bytes }], lessons: [...] });
// `assets/search/<module id>.js` calls coursewrightText({ address: [pieces of text] }).
import { loadScript } from "../load.js";

const TEXT_BYTES = 4_000_000; // beyond this much text, only titles, summaries and headings are searched

// { index: {modules, lessons} or null, texts: {}, open(): Promise, openTexts(told): Promise }
export function makeLibrary(base, load = loadScript) {
  const library = { index: null, texts: {}, loading: null };
  globalThis.coursewrightSearch = index => (library.index = index);
  globalThis.coursewrightText = texts => Object.assign(library.texts, texts);
  const get = name => load(`${base}/assets/search/${encodeURIComponent(name)}.js`);
  library.open = () => (library.loading ??= get("index").catch(error => {
    library.loading = null;
    throw error;
  }));
  library.openTexts = told => openTexts(library, get, told);
  return library;
}

// Texts arrive module by module; `told` is called after each. A missing one is no reason to stop.
async function openTexts(library, get, told) {
  if (library.started) return;
  library.started = true;
  let room = TEXT_BYTES;
  for (const { id, bytes } of library.index.modules) {
    room -= bytes;
    if (room < 0) return;
    await get(id).catch(() => {});
    told();
  }
}
