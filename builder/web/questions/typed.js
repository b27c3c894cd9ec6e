// What the kinds with one text field share.
import { one } from "../dom.js";
import { fields, shareOfCredit } from "../grading/credit.js";
import { words } from "../words/quiz.js";

const notes = { spelling: "Close. Check the spelling.", unit: "The number is right. Check the unit." };

export const noted = ({ ok, note }) => (!ok && notes[note]) || "";

// Marks go as soon as the answer changes, not only when the field is left.
export const listen = (form, touched) => form.addEventListener("input", touched);

export const field = form => one(".option input", form);

export const typed = {
  score: shareOfCredit,
  ok: words.right,
  miss: words.notYet,
  start: listen,
  answer: form => field(form).value,
  put: (form, answer) => (field(form).value = typeof answer === "string" ? answer : ""),
  reset: form => form.reset(),
  chosen: field,
  solution: key => fields(key)[0].answer,
  rowTells: () => false,
  why: ([mark]) => mark.why || null,
  head: ({ right, score, marks }) => (!right && (score || marks?.[0].note) ? words.headNearly : ""),
  verdict: ({ marks }) => noted(marks[0]),
};
