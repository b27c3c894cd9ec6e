// Marks texts with blanks; builder/model/grading/cloze.py says how. No DOM here.
import { under } from "./answers.js";
import { fields, taken } from "./credit.js";
import { judges } from "./judges.js";

// `spec`: { of: [[option id, credit]] }
judges.menu = (id, { of }, answer) => {
  const found = of.find(([option]) => option === answer);
  return taken(id, found && { id: found[0], credit: found[1] });
};

export const markCloze = (key, answer) => fields(key).map(({ id, spec }) => judges[spec.type](id, spec, under(answer, id)));
