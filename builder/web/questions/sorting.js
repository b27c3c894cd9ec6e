// Categorise and matrix: native radios, or checkboxes where a row may have several columns.
import { every, one } from "../dom.js";
import { texts, under } from "../grading/answers.js";
import { markSorting, rightOf } from "../grading/sorting.js";
import { inRows, openRows } from "./rows.js";

const rows = form => every(".option", form);
const inputs = row => every("input", row);
const picked = row => inputs(row).filter(input => input.checked).map(input => input.value);
const answerOf = row => (inputs(row)[0].type === "checkbox" ? picked(row) : picked(row)[0] ?? "");

export const sorting = {
  ...inRows,
  mark: markSorting,
  answer: form => Object.fromEntries(rows(form).map(row => [row.dataset.i, answerOf(row)])),
  put: (form, answer) => rows(form).forEach(row => check(row, texts(under(answer, row.dataset.i)))),
  chosen: form => one(".is-try input:checked", form) ?? one(".is-try input, .option input", form),
  missing: form => openRows(form, row => picked(row).length),
  solution: key => Object.fromEntries(key.map(row => [row.id, rightOf(row)])),
};

const check = (row, wanted) => inputs(row).forEach(input => (input.checked = wanted.includes(input.value)));
