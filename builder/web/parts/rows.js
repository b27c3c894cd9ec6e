// Lessons listed on a page: a dot and a word tell how far each one has come.
import { every, one } from "../dom.js";

const WORDS = { done: "Done", started: "Started", "": "" };

export function paintRows(session) {
  for (const row of every(".lrow")) paintRow(row, lessonState(session, row.dataset.lesson));
}

export function lessonState(session, lesson) {
  if (session.get("done", lesson)) return "done";
  return session.get("seen", lesson) ? "started" : "";
}

function paintRow(row, state) {
  row.classList.toggle("done", state === "done");
  row.classList.toggle("started", state === "started");
  const word = one("[data-state]", row);
  if (word) word.textContent = WORDS[state];
}
