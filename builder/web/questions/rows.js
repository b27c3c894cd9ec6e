// What kinds have in common that ask for something in every row.
import { shareOfRows } from "../grading/outcome.js";
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
