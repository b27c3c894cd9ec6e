// What the scripts of rarer kinds use and lesson.js already carries: every export of the modules
// named here. The joiner turns a kind's import of such a module into a use of the kit.
import { copies, every, icon, make, one } from "../dom.js";
import { texts, under } from "../grading/answers.js";
import { allOrNothing, outcome, shareOfRows, shareOfSeveral } from "../grading/outcome.js";
import { count } from "../words/count.js";
import { words } from "../words/quiz.js";

export const kit = { allOrNothing, copies, count, every, icon, make, one, outcome, shareOfRows, shareOfSeveral, texts, under, words };
