// Marks rows put into columns. `answer` maps each row's id to its column, or to a list of them. A
// row of the key holds its right column, or the list of them as `spec`. See choice.js.
import { texts, under } from "./answers.js";

export const rightOf = ({ answer, spec }) => spec ?? (answer || null);

export const markSorting = (key, answer) =>
  key.map(row => ({ id: row.id, chosen: true, ok: same(new Set(texts(under(answer, row.id))), new Set(texts(rightOf(row)))) }));

const same = (one, other) => one.size === other.size && [...one].every(item => other.has(item));
