// Highlight: native checkboxes inside a running text.
import { every, one } from "../dom.js";
import { markChoice } from "../grading/choice.js";
import { shareOfSeveral } from "../grading/outcome.js";
import { words } from "../words/quiz.js";

const inputs = form => every(".option input", form);
const picked = form => inputs(form).filter(input => input.checked).map(input => input.value);

export const highlight = {
  mark: markChoice,
  score: shareOfSeveral,
  ok: words.right,
  miss: words.notThis,
  answer: picked,
  put: (form, answer) => inputs(form).forEach(input => (input.checked = [answer].flat().includes(input.value))),
  chosen: form => one(".option input:checked", form),
  reset: form => form.reset(),
  missing: form => (picked(form).length ? null : { text: "Mark at least one piece, then check it.", field: one(".option input", form) }),
  solution: key => key.filter(row => row.right).map(row => row.id),
  rowTells: mark => mark.chosen,
  why: () => null,
  verdict: ({ right }) => (right ? words.foundAll : words.lookAgain),
};
