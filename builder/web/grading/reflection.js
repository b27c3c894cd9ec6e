// Reflection: `answer` is { text, rubric: { criterion: level } }. Nothing is wrong.
// A row of the key is a criterion: spec { levels }. See choice.js.
import { under } from "./answers.js";

export function markReflection(key, answer) {
  const placed = under(answer, "rubric");
  return key.map(({ id, spec }) => ({ id, chosen: spec.levels.includes(under(placed, id)), ok: true }));
}

// How many words a text holds: runs of letters and digits, and each sign of a script that writes
// without spaces.
export const wordCount = text => (text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu) ?? []).length;
