// Marks an answer to a question with options to pick from. No DOM here.
//
// A key is a list of { id, right, answer, spec } in the right order; marking gives one
// { id, chosen, ok } per row of the key. `answer` is an option id, or a list of them.
import { texts } from "./answers.js";

export function markChoice(key, answer) {
  const chosen = new Set(texts(answer));
  return key.map(({ id, right }) => ({ id, chosen: chosen.has(id), ok: chosen.has(id) === right }));
}
