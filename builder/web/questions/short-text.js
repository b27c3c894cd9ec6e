// Short text: one field. The answer is kept as it was typed.
import { markShortText } from "../grading/short-text.js";
import { field, noted, typed } from "./typed.js";

export const shortText = {
  ...typed,
  mark: markShortText,
  missing: form => (field(form).value.trim() ? null : { text: "Write your answer, then check it.", field: field(form) }),
  verdict: (result, key, form) => noted(markShortText(key, field(form).value)[0], typed.solution(key)),
};
