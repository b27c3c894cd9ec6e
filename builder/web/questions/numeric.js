// Numeric: one field for a number with its unit. What is no number, or is in a unit nobody asked for, is
// no try.
import { judges } from "../grading/judges.js";
import { factor, parse } from "../grading/numbers.js";
import { judgeNumber, markNumeric } from "../grading/numeric.js";
import { field, typed } from "./typed.js";

judges.number = judgeNumber;

export const numeric = { ...typed, mark: markNumeric, missing };

function missing(form) {
  const input = field(form);
  const { comma, units, free } = input.dataset;
  const typed = parse(input.value, comma);
  const known = JSON.parse(units ?? "[]");
  const say = text => ({ text, field: input });
  if (!typed) return say(input.value.trim() ? "Write a number, such as " + (comma ? "3,5." : "3.5.") : "Write a number, then check it.");
  if (free || !typed.unit || factor(typed.unit, known.map(name => [name, 1]))) return null;
  return say(known.length ? "Write the unit as " + known.join(" or ") + "." : "Write the number alone.");
}
