// The kinds of question by the word in the quiz file. A kind is an object:
//   answer(form)            what the learner has entered, as plain data made of ids
//   put(form, answer)       enters it again
//   reset(form)             back to the first state
//   missing(form)           null, or { text, field } when there is nothing to check yet
//   mark(key, answer)       grading: one { id, chosen, ok } per row (see grading/)
//   solution(key)           the right answer
//   ok, miss                what a marked row is called
//   rowTells(mark)          whether a marked row shows its feedback
//   why(marks)              the row whose feedback is the verdict, or null
//   verdict(outcome, key)   the sentence of the verdict
//   chosen(form)            the field to send a learner back to
//   start(form, touched)    optional: own controls
import { multiple, single } from "./choice.js";
import { matching } from "./matching.js";
import { ordering } from "./ordering.js";

export const kinds = {
  "single-choice": single,
  "true-false": single,
  "multiple-response": multiple,
  matching,
  ordering,
};
