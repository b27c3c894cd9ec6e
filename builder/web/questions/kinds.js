// The kinds of question by the word in the quiz file. A kind is an object:
//   answer(form)            what the learner has entered, as plain data made of ids and typed text
//   put(form, answer)       enters it again
//   reset(form)             back to the first state
//   missing(form)           null, or { text, field } when there is nothing to check yet
//   mark(key, answer)       grading: one { id, chosen, ok } per row (see grading/)
//   score(key, marks)       what the marks are worth in 0..1, null without points (grading/outcome.js)
//   solution(key)           the right answer
//   ok, miss                what a marked row is called
//   rowTells(mark)          whether a marked row shows its feedback
//   why(marks, outcome)     the row whose feedback is the verdict, or null
//   verdict(outcome, key, form)  the sentence of the verdict, or ""
//   chosen(form)            the field to send a learner back to
//   start(form, touched)    optional: own controls
//   head(outcome)           optional: the first words of the verdict
//   tone(outcome)           optional: "ok", "try", "told" or "saved"
//   label                   optional: the button before a check
//   final                   optional: true when one answer settles the question, whatever it is worth
//   drafts                  optional: true when every change is kept before there is a check
//   reopens                 optional: true when a settled answer stays until another is complete
//   advance(form)           optional: true when the kind took a press of the button for itself
//
// The rarer kinds are scripts of their own, `assets/questions/<type>.js`, on the pages that show
// them. What is used rarely, `assets/more/<name>.js`, is added in the same way. They wait in `coursewrightKinds`, whichever of them and this script comes first.
import { multiple, single } from "./choice.js";
import { kit } from "./kit.js";
import { kinds } from "./registry.js";

Object.assign(kinds, { "single-choice": single, "true-false": single, "multiple-response": multiple });

const queue = (globalThis.coursewrightKinds ??= []);
const waiting = [];

const take = make => Object.assign(kinds, make(kit));

queue.forEach(take);
queue.push = make => {
  queue[queue.length] = make;
  take(make);
  waiting.splice(0).forEach(({ types, start }) => whenKnown(types, start));
};

// Calls `start` as soon as every one of the types is known.
export function whenKnown(types, start) {
  if (types.every(type => kinds[type])) start();
  else waiting.push({ types, start });
}
