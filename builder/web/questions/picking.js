// What hotspot and highlight share: any number of native checkboxes, or one radio, picked.
import { every, one } from "../dom.js";
import { texts } from "../grading/answers.js";
import { markChoice } from "../grading/choice.js";
import { shareOfSeveral } from "../grading/outcome.js";
import { words } from "../words/quiz.js";

const inputs = form => every(".option input", form);
const picked = form => inputs(form).filter(input => input.checked).map(input => input.value);

export const picking = {
  mark: markChoice,
  score: shareOfSeveral,
  ok: words.right,
  miss: words.notThis,
  answer: picked,
  put: (form, answer) => inputs(form).forEach(input => (input.checked = texts(answer).includes(input.value))),
  chosen: form => one(".option input:checked", form),
  reset: form => form.reset(),
  missing: form => (picked(form).length ? null : { text: words.chooseSome, field: one(".option input", form) }),
  solution: key => key.filter(row => row.right).map(row => row.id),
  rowTells: mark => mark.chosen,
  why: () => null,
  verdict,
};

function verdict({ right, good, wrong }, key) {
  const all = key.filter(row => row.right).length;
  if (all === 1 && good + wrong <= 1) return right ? "" : words.lookAgain;
  if (right) return words.foundAll;
  const misfit = wrong === 1 ? "One choice does" : `${wrong} choices do`;
  const rest = wrong ? `${misfit} not fit.` : words.lookAgain;
  return `You found ${good} of ${all}. ${rest}`;
}
