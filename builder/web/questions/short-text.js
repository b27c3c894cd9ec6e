// Short text: one field. The answer is kept as it was typed.
import { judges } from "../grading/judges.js";
import { judgeText, markShortText } from "../grading/short-text.js";
import { field, noted, typed } from "./typed.js";

judges.text = judgeText;

export const shortText = {
  ...typed,
  mark: markShortText,
  missing: form => (field(form).value.trim() ? null : { text: "Write your answer, then check it.", field: field(form) }),
  verdict,
};

// A slip that counts as right is put right all the same.
function verdict({ right, marks }, key) {
  return right && marks[0].note ? "It is spelled “" + typed.solution(key) + "”." : noted(marks[0]);
}
