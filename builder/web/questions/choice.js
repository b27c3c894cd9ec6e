// Single choice, multiple response and true/false: native radios and checkboxes.
import { every, one } from "../dom.js";
import { markChoice } from "../grading/choice.js";
import { allOrNothing, shareOfSeveral } from "../grading/outcome.js";
import { words } from "../words/quiz.js";

const inputs = form => every(".option input", form);
const picked = form => inputs(form).filter(input => input.checked).map(input => input.value);

const common = {
  mark: markChoice,
  ok: words.right,
  miss: words.notThis,
  chosen: form => one(".option input:checked", form),
  reset: form => form.reset(),
};

const put = (form, answer) => inputs(form).forEach(input => (input.checked = [answer].flat().includes(input.value)));

const empty = (form, text) => (picked(form).length ? null : { text, field: one(".option input", form) });

// One option; its feedback is the verdict, so its row needs no words of its own.
export const single = {
  ...common,
  score: allOrNothing,
  answer: form => picked(form)[0] ?? null,
  put,
  missing: form => empty(form, words.chooseOne),
  solution: key => key.find(row => row.right)?.id,
  rowTells: () => false,
  why: marks => marks.find(mark => mark.chosen)?.id,
  verdict: () => "",
};

// Any number of options; each chosen row says why.
export const multiple = {
  ...common,
  score: shareOfSeveral,
  answer: picked,
  put,
  missing: form => empty(form, words.chooseSome),
  solution: key => key.filter(row => row.right).map(row => row.id),
  rowTells: mark => mark.chosen,
  why: () => null,
  verdict: ({ right, good, wrong }, key) => (right ? words.foundAll : found(good, wrong, key)),
};

function found(good, wrong, key) {
  const misfit = wrong === 1 ? "One choice does" : `${wrong} choices do`;
  const rest = wrong ? `${misfit} not fit.` : words.lookAgain;
  return `You found ${good || "none"} of ${key.filter(row => row.right).length}. ${rest}`;
}
