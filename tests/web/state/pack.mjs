// Packs and unpacks: a JSON list of { map, facts, budget, then } in, one of { text, facts, damaged, dropped }
// out. `then` is the map to unpack with, `text` a saved state to unpack instead of packing.
import { readFileSync } from "node:fs";
import { pack, unpack } from "../../../builder/web/lms/state.js";

function run({ map, facts, budget = 3800, then = map, text = null }) {
  const saved = text ?? pack(new Map(Object.entries(facts)), map, budget);
  const read = unpack(saved, then);
  return { text: saved, facts: Object.fromEntries(read.facts), damaged: read.damaged, dropped: read.dropped };
}

process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(run)));
