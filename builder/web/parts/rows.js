// Lessons and modules listed on a page: a dot and a word tell how far each one has come.
import { every, one } from "../dom.js";

const WORDS = { done: "Done", started: "Started", "": "" };

// `modules`: [{ id, lessons: [{ id }] }], for pages that fold lessons away.
export function paintRows(session, modules) {
  for (const row of every(".lrow")) paintRow(row, lessonState(session, row.dataset.lesson));
  for (const module of modules) {
    const row = one(`.mrow[data-module="${CSS.escape(module.id)}"]`);
    if (row) paintRow(row, moduleState(session, module.lessons));
  }
}

function lessonState(session, lesson) {
  if (session.get("done", lesson)) return "done";
  return session.get("seen", lesson) ? "started" : "";
}

function moduleState(session, lessons) {
  const states = lessons.map(lesson => lessonState(session, lesson.id));
  if (lessons.length && states.every(state => state === "done")) return "done";
  return states.some(Boolean) ? "started" : "";
}

function paintRow(row, state) {
  row.classList.toggle("done", state === "done");
  row.classList.toggle("started", state === "started");
  const word = one("[data-state]", row);
  if (word) word.textContent = WORDS[state];
}
