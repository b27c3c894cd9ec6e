// What the scripts of rarer kinds use and lesson.js already carries. The joiner turns a kind's
// import from one of these modules into a use of the kit, and says so when the kit lacks a name.
import { copies, every, longDate, make, one } from "../dom.js";
import { texts, under } from "../grading/answers.js";
import { shuffled } from "../grading/chance.js";
import { markChoice } from "../grading/choice.js";
import { judges } from "../grading/judges.js";
import { allOrNothing } from "../grading/outcome.js";
import { count } from "../words/count.js";
import { words } from "../words/quiz.js";
import { multiple, single } from "./choice.js";
import { bring, kinds } from "./registry.js";
import { inRows, openRows } from "./rows.js";

export const kit = {
  allOrNothing, bring, copies, count, every, inRows, judges, kinds, longDate, make, markChoice, multiple, one, openRows,
  shuffled, single, texts, under, words,
};
