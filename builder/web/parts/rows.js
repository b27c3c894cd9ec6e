// Lessons and modules listed on a page: a dot and a word tell how far each one has come.
import { every, one } from "../dom.js";
import { lessonState, sectionsRead, tally } from "../progress.js";

const WORDS = { done: "Done", started: "Started", "": "" };

// `modules`: [{ id, lessons: [{ id }] }], for pages that fold lessons away.
export function paintRows(session, modules) {
  for (const row of every(".lrow")) {
    const { lesson } = row.dataset;
    paintRow(row, lessonState(session, lesson), read(session, row.dataset));
  }
  for (const module of modules) {
    const row = one(`.mrow[data-module="${CSS.escape(module.id)}"]`);
    const { state, done, total } = tally(session, module.lessons);
    if (row) paintRow(row, state, done ? `${done} of ${total} lessons` : "");
    const count = one(`[data-tally="${CSS.escape(module.id)}"]`);
    if (count) count.textContent = state ? `${done} of ${total} lessons done` : "";
  }
}

// "3 of 7 sections": only those the lesson still has.
function read(session, { lesson, sections }) {
  const count = Math.min(sections, sectionsRead(session, lesson).length);
  return count ? `${count} of ${sections} sections` : "";
}

function paintRow(row, state, share) {
  row.classList.toggle("done", state === "done");
  row.classList.toggle("started", state === "started");
  const word = one("[data-state]", row);
  if (word) word.textContent = state === "started" && share ? share : WORDS[state];
}
