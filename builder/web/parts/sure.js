// "How sure are you?" beside a question with options. It costs and earns nothing.
import { every, make, one } from "../dom.js";
import { words } from "../words/sure.js";

const KINDS = ["single-choice", "multiple-response", "true-false"];

export function askHowSure(question) {
  const { form } = question;
  if (!KINDS.includes(form.dataset.type) || one(".sure", form)) return;
  const field = make("fieldset", { className: "sure" }, make("legend", {}, words.sure), ...words.levels.map((name, at) => level(form, name, at + 1)));
  one(".q-error", form).before(field);
  const chosen = () => Number(one(".sure input:checked", form)?.value);
  question.extra = () => (chosen() ? { sure: chosen() } : {});
  question.note = ({ right }) => words.calibrated[`${question.record?.sure}${right}`] ?? "";
  // How sure one is is no other answer.
  field.addEventListener("change", event => {
    event.stopPropagation();
    if (question.exam && !question.settled) question.draft();
  });
}

function level(form, name, value) {
  const input = make("input", { type: "radio", name: `${form.id}-sure`, value });
  return make("label", {}, input, make("span", { className: "mark" }), name);
}

// Shows what was said before.
export function putHowSure({ form, record, locked }) {
  for (const input of every(".sure input", form)) {
    input.checked = record?.sure === Number(input.value);
    input.disabled = locked;
  }
}
