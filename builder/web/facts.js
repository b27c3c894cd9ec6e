// A fact: a value and the time it was written, { at, value }. No DOM, no storage.
//
// A dropped fact stays as { at, value: null }, so that merging an old backup cannot revive it.

// The fact a text holds, or null when it holds none.
export function readFact(text) {
  try {
    const fact = JSON.parse(text);
    return isFact(fact) ? fact : null;
  } catch {
    return null;
  }
}

export const isFact = fact => Number.isFinite(fact?.at) && fact.value !== undefined;

// A new fact always passes for later than the one it follows, even when a clock was set back.
export const follow = (before, value, now) => ({ at: Math.max(now, (before?.at ?? 0) + 1), value });

// The later of two; at the same time the greater text, so that the order of merging is no matter.
export function later(one, other) {
  if (!one || !other) return one ?? other;
  if (one.at !== other.at) return one.at > other.at ? one : other;
  return JSON.stringify(one) >= JSON.stringify(other) ? one : other;
}
