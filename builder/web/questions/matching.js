// Matching: one native select for each row.
import { every, one } from "../dom.js";
import { markMatching } from "../grading/matching.js";
import { inRows, openRows } from "./rows.js";

const rows = form => every(".option", form);
const select = row => one("select", row);

export const matching = {
  ...inRows,
  mark: markMatching,
  answer: form => Object.fromEntries(rows(form).map(row => [row.dataset.i, select(row).value])),
  put: (form, answer) => rows(form).forEach(row => (select(row).value = answer[row.dataset.i] ?? "")),
  chosen: form => one(".is-try select, select", form),
  missing: form => openRows(form, row => select(row).value),
  solution: key => Object.fromEntries(key.map(row => [row.id, row.answer])),
};
