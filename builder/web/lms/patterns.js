// Answers with the delimiters that SCORM 2004 and xAPI share: [,] between parts, [.] between the two
// of a pair, [:] between the ends of a range. No DOM here.
import { decimal, line } from "./spell.js";

// { type, response, right: patterns } of an interaction (attempts.js); an empty response is none.
// `name(ids)` gives the names that stand for ids.
export function patterns(type, { response, right, options, choices }, name) {
  const [one, other] = [name(options), name(choices)];
  const list = ids => ids.map(id => one.get(id)).filter(Boolean).join("[,]");
  const pairs = all => all.map(([row, id]) => `${one.get(row)}[.]${other.get(id)}`).join("[,]");
  const both = say => ({ type, response: say(response), right: right && say(right) ? [say(right)] : [] });
  if (type === "true-false") return { type, response: truth(response), right: [truth(right)].filter(Boolean) };
  if (type === "numeric") return { type, response: response === null ? "" : decimal(response), right: range(right) };
  if (type === "fill-in") return { type, response: free(response, 250), right: (right ?? []).map(text => free(text, 250)) };
  if (type === "long") return { type: "long-fill-in", response: free(response, 4000), right: [] };
  if (type === "likert") return { type, response: one.get(response) ?? "", right: [] };
  return both(type === "matching" ? pairs : list);
}

const truth = value => (value === null || value === undefined ? "" : String(value));

const range = right => (right ? [[right.low, right.high].map(end => (end === null ? "" : decimal(end))).join("[:]")].filter(text => text !== "[:]") : []);

// Signs that part answers stand for themselves in what was typed.
const free = (text, most) => line(String(text).replace(/\[([,.:])\]/g, "($1)").replace(/^\{(\w+=[^}]*)\}/, "($1)"), most);
