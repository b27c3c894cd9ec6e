// Confidence: `answer` is { option, sure: 1, 2 or 3 }. Being sure earns nothing by itself.
import { under } from "./answers.js";
import { markChoice } from "./choice.js";

export const markConfidence = (key, answer) => markChoice(key, under(answer, "option"));

const SURE = ["guess", "fairly", "certain"];

// The word for how sure one was and how it came out: "certain_wrong"; null without either.
export function calibration(answer, right) {
  const sure = SURE[under(answer, "sure") - 1];
  return sure ? `${sure}_${right ? "right" : "wrong"}` : null;
}
