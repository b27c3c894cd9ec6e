// Cloze: fields and native selects within a text. Each says below its line why it fits or does not.
import { every, one } from "../dom.js";
import { under } from "../grading/answers.js";
import { markCloze } from "../grading/cloze.js";
import { fields, shareOfCredit } from "../grading/credit.js";
import { count } from "../words/count.js";
import { words } from "../words/quiz.js";
import { listen, noted } from "./typed.js";

const blanks = form => every(".gap", form);
const input = blank => one("input, select", blank);
const text = value => (typeof value === "string" ? value : "");

export const cloze = {
  mark: markCloze,
  score: shareOfCredit,
  ok: words.right,
  miss: words.notYet,
  start: listen,
  answer: form => Object.fromEntries(blanks(form).map(blank => [blank.dataset.i, input(blank).value])),
  put: (form, given) => blanks(form).forEach(blank => (input(blank).value = text(under(given, blank.dataset.i)))),
  reset: form => form.reset(),
  chosen: form => one(".is-try :is(input, select), .gap :is(input, select)", form),
  missing,
  solution: key => Object.fromEntries(fields(key).map(row => [row.id, row.answer])),
  rowTells: mark => !!mark.why,
  why: () => null,
  verdict,
};

function missing(form) {
  const open = blanks(form).map(input).filter(field => !field.value.trim());
  if (!open.length) return null;
  const which = open.length === blanks(form).length ? "each blank" : count(open.length, "more blank");
  return { text: "Fill in " + which + ".", field: open[0] };
}

function verdict({ right, good, total, marks }) {
  const close = marks.map((mark, at) => noted(mark) && "Blank " + (at + 1) + ": " + noted(mark)).filter(Boolean);
  const sum = right ? "Every blank is right." : words.some(good, total, "right");
  return [sum, ...close].join(" ");
}
