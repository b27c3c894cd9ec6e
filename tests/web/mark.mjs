// Marks answers with the browser's code: one JSON list of { type, rows, answer } in, one of outcomes out.
import { readFileSync, readdirSync } from "node:fs";
import { outcome } from "../../builder/web/grading/outcome.js";
import "../../builder/web/questions/kinds.js";
import { kinds } from "../../builder/web/questions/registry.js";

const entries = new URL("../../builder/web/entries/questions/", import.meta.url);
for (const name of readdirSync(entries).filter(name => name.endsWith(".js"))) {
  Object.assign(kinds, (await import(new URL(name, entries))).kinds);
}

const told = ({ id, chosen, ok, credit = null, why = "", note = "" }) => [id, chosen, ok, credit, why, note];

function marked({ type, rows, answer }) {
  const kind = kinds[type];
  const marks = kind.mark(rows, answer);
  const { score, right } = outcome(marks, rows, kind.score);
  return { score, right, marks: marks.map(told), solution: kind.solution(rows) ?? null };
}

process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(marked)));
