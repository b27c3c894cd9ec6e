// Packs and unpacks: a JSON list of { map, facts, budget, then } in, one of { text, facts, damaged, dropped }
// out. `then` is the map to unpack with, `texts` are saved states to unpack instead of packing, `codes` codes
// whose states are counted. `later` are the facts after the next save, when the browser's own copy, which
// knows only the earlier course, was merged in.
import { readFileSync } from "node:fs";
import { codeOf } from "../../../builder/web/lms/codes.js";
import { mergeCopies } from "../../../builder/web/lms/merge.js";
import { pack, unpack } from "../../../builder/web/lms/state.js";

function read(text, map) {
  const { facts, damaged, dropped } = unpack(text, map);
  return { text, facts: Object.fromEntries(facts), damaged, dropped };
}

function run({ map, facts = {}, budget = 3800, then = map, texts = null, codes = null }) {
  if (codes) return codes.map(([code, quiz]) => String(codeOf(code, {}, quiz && codeOf(quiz)).states));
  if (texts) return texts.map(text => read(text, then));
  const local = new Map(Object.entries(facts));
  const out = read(pack(local, map, budget), then);
  const merged = mergeCopies(new Map(Object.entries(out.facts)), local);
  return { ...out, later: read(pack(merged, then, budget), then).facts };
}

process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(run)));
