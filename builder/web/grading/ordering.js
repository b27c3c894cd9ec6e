// Marks an order. `answer` is the list of ids as the learner arranged them. See choice.js.

export const markOrdering = (key, answer) =>
  key.map(({ id }, at) => ({ id, chosen: true, ok: answer[at] === id }));
