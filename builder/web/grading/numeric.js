// Marks typed numbers; builder/model/grading/numeric.py says how. No DOM here.
import { fields, taken } from "./credit.js";
import { factor, parse } from "./numbers.js";

export const markNumeric = (key, answer) => fields(key).map(({ id, spec }) => judgeNumber(id, spec, answer));

// `spec`: { comma, need: the unit must be there, units: [[name, factor]], of: [[id, low, high, credit]],
// the narrowest first }
export function judgeNumber(id, spec, answer) {
  const typed = typeof answer === "string" ? parse(answer, spec.comma) : null;
  if (!typed) return taken(id, null);
  const by = typed.unit ? factor(typed.unit, spec.units) : spec.need ? undefined : 1;
  const found = by && holding(spec, typed.value * by);
  if (found) return taken(id, found);
  return taken(id, null, holding(spec, typed.value)?.credit ? "unit" : "");
}

function holding({ of }, value) {
  const found = of.find(([, low, high]) => low <= value && value <= high);
  return found && { id: found[0], credit: found[3] };
}
