// The answer key, read from the page: a `template` element, so that nobody sees it by accident.
// A quiz that never reveals its key comes without one: then this is null.
import { copies, every, one } from "../dom.js";

// { rows: [{ id, right, answer, spec }], why(id): nodes, whole(): nodes }
export function takeKey(form) {
  const holder = one("template.key", form)?.content;
  if (!holder) return null;
  const items = every("li[data-i]", holder);
  const reasons = new Map(items.map(item => [item.dataset.i, one(".why", item)]));
  return {
    rows: items.map(row),
    why: id => copies(reasons.get(id)),
    whole: () => copies(one(".q-feedback", holder)),
  };
}

// `spec` is what a richer kind needs to know of a row, as its template wrote it.
function row({ dataset }) {
  const { i: id, answer, spec } = dataset;
  return { id, right: "correct" in dataset, answer, ...(spec && { spec: JSON.parse(spec) }) };
}
