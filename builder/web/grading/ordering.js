// Marks an order. `answer` is the list of ids as the learner arranged them. See choice.js.

export function markOrdering(key, answer) {
  const places = Array.isArray(answer) ? answer : [];
  return key.map(({ id }, at) => ({ id, chosen: true, ok: places[at] === id }));
}
