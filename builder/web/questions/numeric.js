// Numeric: one field for a number with its unit. What is no number is no try.
import { parse } from "../grading/numbers.js";
import { markNumeric } from "../grading/numeric.js";
import { field, noted, typed } from "./typed.js";

export const numeric = {
  ...typed,
  mark: markNumeric,
  missing,
  verdict: (result, key, form) => noted(markNumeric(key, field(form).value)[0]),
};

function missing(form) {
  const input = field(form);
  const { comma, unit } = input.dataset;
  const such = (comma ? "3,5" : "3.5") + (unit ? " " + unit : "");
  if (!input.value.trim()) return { text: "Write a number, then check it.", field: input };
  return parse(input.value, !!comma) ? null : { text: "Write a number, such as " + such + ".", field: input };
}
