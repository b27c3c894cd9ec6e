// A fact: a value and the time it was written, { at, value }. No DOM, no storage.
//
// A dropped fact stays as { at, value: null }, so that merging an old backup cannot revive it.

const LAST = 8.64e15; // the last millisecond that a Date can name

const time = value => Number.isInteger(value) && Math.abs(value) <= LAST;
const text = value => typeof value === "string";
const thing = value => typeof value === "object" && !Array.isArray(value);

// What values a kind of fact may have. Kinds that a newer version brings are kept as they are.
const SHAPES = {
  answer: thing, aside: thing, card: thing, note: text, name: text, done: time, seen: time, read: time,
  place: value => thing(value) && ["lesson", "title", "url", "part", "name"].every(key => text(value[key])),
};

// The fact that a text holds under a name such as `note:a`, or null when it holds none.
export function readFact(text, name = "") {
  try {
    const fact = JSON.parse(text);
    return isFact(fact, name) ? fact : null;
  } catch {
    return null;
  }
}

export function isFact(fact, name = "") {
  if (!time(fact?.at) || fact.value === undefined) return false;
  return fact.value === null || (SHAPES[name.split(":", 1)[0]]?.(fact.value) ?? true);
}

// A new fact always passes for later than the one it follows, even when a clock was set back.
export const follow = (before, value, now) => ({ at: Math.max(now, (before?.at ?? 0) + 1), value });

// The later of two; at the same time the greater text, so that the order of merging is no matter.
export function later(one, other) {
  if (!one || !other) return one ?? other;
  if (one.at !== other.at) return one.at > other.at ? one : other;
  return JSON.stringify(one) >= JSON.stringify(other) ? one : other;
}
