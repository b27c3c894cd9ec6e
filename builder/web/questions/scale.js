// Radio buttons on a scale, one group in each row of a question. No row need be filled in.
import { every, one } from "../dom.js";
import { under } from "../grading/answers.js";

const rows = form => every(".option", form);

export const placed = form =>
  Object.fromEntries(rows(form).map(row => [row.dataset.i, one("input:checked", row)?.value]).filter(([, point]) => point));

export function place(form, answer) {
  for (const row of rows(form)) {
    for (const input of every("input", row)) input.checked = input.value === under(answer, row.dataset.i);
  }
}
