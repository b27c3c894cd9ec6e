// Numeric: one field for a number with its unit. What is no number is no try.
import { judges } from "../grading/judges.js";
import { parse } from "../grading/numbers.js";
import { judgeNumber, markNumeric } from "../grading/numeric.js";
import { field, typed } from "./typed.js";

judges.number = judgeNumber;

export const numeric = { ...typed, mark: markNumeric, missing };

function missing(form) {
  const input = field(form);
  const { comma } = input.dataset;
  if (parse(input.value, comma)) return null;
  return { text: input.value.trim() ? "Write a number, such as " + (comma ? "3,5." : "3.5.") : "Write a number, then check it.", field: input };
}
