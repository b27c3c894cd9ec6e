// Packs and unpacks: a JSON list of { map, facts, budget, then } in, one of { text, facts, damaged, dropped }
// out. `then` is the map to unpack with, `texts` are saved states to unpack instead of packing, `codes` codes
// whose states are counted.
import { readFileSync } from "node:fs";
import { codeOf } from "../../../builder/web/lms/codes.js";
import { pack, unpack } from "../../../builder/web/lms/state.js";

function read(text, map) {
  const { facts, damaged, dropped } = unpack(text, map);
  return { text, facts: Object.fromEntries(facts), damaged, dropped };
}

function run({ map, facts = {}, budget = 3800, then = map, texts = null, codes = null }) {
  if (codes) return codes.map(([code, quiz]) => String(codeOf(code, {}, quiz && codeOf(quiz)).states));
  if (texts) return texts.map(text => read(text, then));
  return read(pack(new Map(Object.entries(facts)), map, budget), then);
}

process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(run)));
