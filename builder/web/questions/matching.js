// Matching: one native select for each row.
import { every, one } from "../dom.js";
import { markMatching } from "../grading/matching.js";
import { shareOfRows } from "../grading/outcome.js";
import { count } from "../words/count.js";
import { words } from "../words/quiz.js";

const rows = form => every(".option", form);
const select = row => one("select", row);

export const matching = {
  mark: markMatching,
  score: shareOfRows,
  ok: words.right,
  miss: words.notYet,
  answer: form => Object.fromEntries(rows(form).map(row => [row.dataset.i, select(row).value])),
  put: (form, answer) => rows(form).forEach(row => (select(row).value = answer[row.dataset.i] ?? "")),
  chosen: form => one(".is-try select, select", form),
  reset: form => form.reset(),
  missing,
  solution: key => Object.fromEntries(key.map(row => [row.id, row.answer])),
  rowTells: mark => mark.ok,
  why: () => null,
  verdict: ({ right, good, total }) => (right ? words.allMatched : `${good} of ${total} are right. ${others(total - good)}`),
};

function missing(form) {
  const open = every("select", form).filter(field => !field.value);
  if (!open.length) return null;
  const which = open.length === rows(form).length ? "each row" : count(open.length, "more row");
  return { text: `Choose an answer for ${which}.`, field: open[0] };
}

export const others = left => `Change the ${left === 1 ? "other one" : "others"}, then check again.`;
