// What a learner does to a question, passed on to it.
import { one } from "../dom.js";

const DOUBLE_PRESS = 450; // milliseconds in which a second press is taken for a slip

export function listen(question) {
  const { form } = question;
  let last = -DOUBLE_PRESS;
  const submit = event => {
    event.preventDefault();
    const now = performance.now();
    if (now - last < DOUBLE_PRESS) return;
    last = now;
    question.press();
  };
  const on = (target, name, handler) => target?.addEventListener(name, handler);
  // A frame that may not send forms, as Kolibri's, fires no "submit"; a press stops it elsewhere,
  // so that it comes from what presses no button alone.
  on(question.button, "click", submit);
  on(form, "submit", submit);
  on(form, "change", () => question.touched());
  on(form, "input", () => question.drafts && question.touched());
  on(form, "keydown", event => (event.ctrlKey || event.metaKey) && event.key === "Enter" && submit(event));
  on(question.reveal, "click", () => question.turn());
  on(one(".nudge", form), "toggle", () => (question.hinted = true));
}
