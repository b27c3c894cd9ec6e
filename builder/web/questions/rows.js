// What kinds have in common that ask for something in every row.
import { every, one } from "../dom.js";
import { shareOfRows } from "../grading/outcome.js";
import { count } from "../words/count.js";
import { words } from "../words/quiz.js";

export const inRows = {
  score: shareOfRows,
  ok: words.right,
  miss: words.notYet,
  reset: form => form.reset(),
  rowTells: mark => mark.ok,
  why: () => null,
  verdict: ({ right, good, total }) => (right ? words.allMatched : `${words.some(good, total, "right")} ${words.change(good, total)}`),
};

// What is missing where not every row is filled in.
export function openRows(form, filled) {
  const all = every(".option", form);
  const open = all.filter(row => !filled(row));
  const which = open.length === all.length ? "each row" : count(open.length, "more row");
  return open.length ? { text: `Choose an answer for ${which}.`, field: one("select, input", open[0]) } : null;
}
