// The kinds of question that are there, by the word in the quiz file, and what else a script of
// its own adds: see kinds.js.
import { loadAsset } from "../load.js";

export const kinds = {};

// What is used rarely, `assets/more/<name>.js`, when it is used; rejects when it cannot be loaded.
export async function bring(name) {
  if (!kinds[name]) await loadAsset(`more/${name}`);
  return kinds[name];
}
