// Marks partners. `answer` maps each row's id to the chosen partner. See choice.js.

export const markMatching = (key, answer) =>
  key.map(({ id, answer: partner }) => ({ id, chosen: true, ok: answer[id] === partner }));
