// Hotspot: the list beside the picture holds the inputs; places on the picture are their labels
// and show what the inputs say.
import { every, one } from "../dom.js";
import { markChoice } from "../grading/choice.js";
import { shareOfSeveral } from "../grading/outcome.js";
import { words } from "../words/quiz.js";

const inputs = form => every(".option input", form);
const picked = form => inputs(form).filter(input => input.checked).map(input => input.value);

export const hotspot = {
  mark: markChoice,
  score: shareOfSeveral,
  ok: words.right,
  miss: words.notThis,
  answer: picked,
  put: (form, answer) => {
    inputs(form).forEach(input => (input.checked = [answer].flat().includes(input.value)));
    mirror(form);
  },
  chosen: form => one(".option input:checked", form),
  reset: form => {
    form.reset();
    mirror(form);
  },
  missing: form => (picked(form).length ? null : { text: words.chooseSome, field: one(".option input", form) }),
  solution: key => key.filter(row => row.right).map(row => row.id),
  rowTells: mark => mark.chosen,
  why: () => null,
  verdict: ({ right }) => (right ? words.foundAll : words.lookAgain),
  start: form => form.addEventListener("change", () => mirror(form)),
};

// A place on the picture looks chosen when its input is.
function mirror(form) {
  for (const input of inputs(form)) one(`.spot[for="${CSS.escape(input.id)}"]`, form)?.classList.toggle("is-on", input.checked);
}
