// What the scripts of rarer kinds use and lesson.js already carries: every export of the modules
// named here. The joiner turns a kind's import of such a module into a use of the kit.
import { copies, download, every, icon, longDate, make, one, ringTo } from "../dom.js";
import { texts, under } from "../grading/answers.js";
import { chance, shuffled } from "../grading/chance.js";
import { markChoice } from "../grading/choice.js";
import { judges } from "../grading/judges.js";
import { allOrNothing, isSettled, outcome, quizOutcome, shareOfRows, shareOfSeveral, stillFits } from "../grading/outcome.js";
import { count } from "../words/count.js";
import { words } from "../words/quiz.js";
import { multiple, single } from "./choice.js";

export const kit = {
  allOrNothing, chance, copies, count, download, every, icon, isSettled, judges, longDate, make, markChoice, multiple,
  one, outcome, quizOutcome, ringTo, shareOfRows, shareOfSeveral, shuffled, single, stillFits, texts, under, words,
};
