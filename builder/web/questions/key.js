// The answer key, read from the page: a `details` element that readers without scripts open.
import { copies, every, one } from "../dom.js";

// { rows: [{ id, right, answer }], why(id): nodes, whole(): nodes }
export function takeKey(form) {
  const holder = one(".key", form);
  const items = every("li[data-i]", holder);
  holder.remove();
  const reasons = new Map(items.map(item => [item.dataset.i, one(".why", item)]));
  return {
    rows: items.map(({ dataset }) => ({ id: dataset.i, right: "correct" in dataset, answer: dataset.answer })),
    why: id => copies(reasons.get(id)),
    whole: () => copies(one(".q-feedback", holder)),
  };
}
