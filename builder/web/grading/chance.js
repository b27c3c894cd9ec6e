// Chance that can be repeated: the same text gives the same number. No DOM here.

// A number from 0 to 1 for a text: FNV-1a, then the last steps of MurmurHash3.
export function chance(text) {
  let hash = 2166136261;
  for (const sign of text) hash = Math.imul(hash ^ sign.codePointAt(0), 16777619);
  hash = Math.imul(hash ^ (hash >>> 16), 2246822507);
  hash = Math.imul(hash ^ (hash >>> 13), 3266489909);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

// The items in an order that depends on the seed and their names alone: another item moves none
// of the others about.
export function shuffled(seed, items, name) {
  const place = new Map(items.map(item => [item, chance(`${seed}/${name(item)}`)]));
  return [...items].sort((one, other) => place.get(one) - place.get(other));
}
