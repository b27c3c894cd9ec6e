// Draws questions from a pool. No DOM here.
import { shuffled } from "./chance.js";

// `count` of the items. With `group`, every group gives one in turn for as long as it has any, so
// that none is left out while another gives two.
export function drawn(seed, items, count, name, group = () => "") {
  const groups = new Map();
  for (const item of shuffled(seed, items, name)) groups.set(group(item), [...(groups.get(group(item)) ?? []), item]);
  const names = shuffled(seed, [...groups.keys()], key => `group ${key}`);
  const rounds = Array.from({ length: items.length }, (_, at) => names.map(key => groups.get(key)[at]).filter(Boolean));
  return rounds.flat().slice(0, count);
}
