// Marks partners. `answer` maps each row's id to the chosen partner. See choice.js.
import { under } from "./answers.js";

export const markMatching = (key, answer) =>
  key.map(({ id, answer: partner }) => ({ id, chosen: true, ok: under(answer, id) === partner }));
