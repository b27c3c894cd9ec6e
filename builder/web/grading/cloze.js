// Marks texts with blanks; builder/model/grading/cloze.py says how. No DOM here.
import { under } from "./answers.js";
import { fields, taken } from "./credit.js";
import { judgeNumber } from "./numeric.js";
import { judgeText } from "./short-text.js";

const judges = { text: judgeText, number: judgeNumber, menu: judgeMenu };

export const markCloze = (key, answer) => fields(key).map(({ id, spec }) => judges[spec.type](id, spec, under(answer, id)));

// `spec`: { of: [[option id, credit]] }
function judgeMenu(id, { of }, answer) {
  const found = of.find(([option]) => option === answer);
  return taken(id, found && { id: found[0], credit: found[1] });
}
