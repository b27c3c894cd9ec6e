// Marks typed numbers; builder/model/grading/numeric.py says how. No DOM here.
import { fields, taken } from "./credit.js";
import { factor, parse } from "./numbers.js";

export const markNumeric = (key, answer) => fields(key).map(({ id, spec }) => judgeNumber(id, spec, answer));

// `spec`: { comma, need: the unit must be there, units: [[name, factor]], of: [[id, low, high, credit]],
// the narrowest first }
export function judgeNumber(id, spec, answer) {
  const typed = typeof answer === "string" && parse(answer, spec.comma);
  if (!typed) return taken(id);
  const { value, unit } = typed;
  const holding = number => spec.of.find(([, low, high]) => low <= number && number <= high);
  const found = holding(value * (unit ? factor(unit, spec.units) : spec.need ? NaN : 1));
  if (found) return taken(id, { id: found[0], credit: found[3] });
  return taken(id, null, holding(value)?.[3] ? "unit" : "");
}
