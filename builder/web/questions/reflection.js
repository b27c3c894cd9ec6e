// Reflections: a text that is kept as it is typed; a model answer and a rubric after writing.
import { copies, one } from "../dom.js";
import { under } from "../grading/answers.js";
import { markReflection, wordCount } from "../grading/reflection.js";
import { count } from "../words/count.js";
import { words } from "../words/ungraded.js";
import { besideKey } from "./aside.js";
import { place, placed } from "./scale.js";

const field = form => one("textarea", form);
const compare = form => one(".compare", form);
const isShut = form => !(compare(form)?.classList.contains("shown") ?? true);
const least = form => Number(field(form).dataset.words);

export const reflection = {
  mark: markReflection,
  score: () => null,
  final: true,
  drafts: true,
  label: words.save,
  ok: "",
  miss: "",
  head: () => words.noted,
  answer: form => ({ text: field(form).value, rubric: placed(form) }),
  put,
  reset,
  missing,
  chosen: field,
  solution: () => ({ text: "", rubric: {} }),
  rowTells: () => false,
  why: () => null,
  verdict: (result, key, form) => reveal(form),
  start,
};

function put(form, answer) {
  const text = under(answer, "text");
  field(form).value = typeof text === "string" ? text : "";
  place(form, under(answer, "rubric"));
  tell(form);
}

function reset(form) {
  form.reset();
  hide(form, true);
  tell(form);
}

function missing(form) {
  const { value } = field(form);
  if (!value.trim()) return { text: words.writeFirst, field: field(form) };
  const now = one(".model-now", form);
  if (!isShut(form) || wordCount(value) >= least(form)) return null;
  now.hidden = false;
  return { text: `Write at least ${count(least(form), "word")}, then compare.`, field: field(form) };
}

function start(form, touched) {
  if (compare(form)) one(".verdict", form).after(compare(form));
  hide(form, true);
  field(form).addEventListener("input", () => tell(form));
  one(".model-now", form)?.addEventListener("click", () => {
    reveal(form);
    compare(form).focus();
    touched();
  });
  tell(form);
}

// What to compare with comes after writing, or when it is asked for.
function reveal(form) {
  if (!compare(form)) return "";
  const model = besideKey(form, ".model-answer");
  one(".model", form)?.replaceChildren(...copies(model));
  hide(form, false);
  return model ? words.compareModel : words.compareRubric;
}

function hide(form, hidden) {
  if (!compare(form)) return;
  compare(form).classList.toggle("shown", !hidden);
  one(".model-now", form).hidden = true;
}

const tell = form => (one(".word-count", form).textContent = count(wordCount(field(form).value), "word"));
