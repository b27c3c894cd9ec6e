// Marks typed texts; builder/model/grading/short_text.py says how. No DOM here.
import { fields, taken } from "./credit.js";
import { distance, FAR, folds, forgiven, pointedOut } from "./spelling.js";

const MOST_TYPED = 200;

export const markShortText = (key, answer) => fields(key).map(({ id, spec }) => judgeText(id, spec, answer));

// `spec`: { case, accents, typos, of: [[text, credit, 1 for a pattern]] }
export function judgeText(id, spec, answer) {
  const typed = folds(typeof answer === "string" ? answer : "", spec);
  if (!typed[0]) return taken(id, null);
  const all = spec.of.map(([text, credit, pattern], at) => ({ id: String(at), text, credit, pattern, ways: folds(text, spec) }));
  const texts = all.filter(one => !one.pattern);
  const found = listed(texts, typed) ?? all.find(one => one.pattern && fits(one.text, typed, spec));
  return found ? taken(id, found) : slip(id, spec, texts, typed.at(-1));
}

function listed(texts, typed) {
  for (const at of typed.keys()) {
    const found = texts.find(one => one.ways[at] === typed[at]);
    if (found) return found;
  }
}

function fits(pattern, typed, spec) {
  const whole = new RegExp("^(?:" + pattern + ")$", spec.case ? "u" : "iu");
  return typed.some(way => [...way].length <= MOST_TYPED && whole.test(way));
}

function slip(id, spec, texts, typed) {
  const right = closest(texts.filter(one => one.credit), typed);
  const wrong = closest(texts.filter(one => !one.credit), typed);
  if (wrong.far < right.far && wrong.far <= forgiven(wrong.text)) return taken(id, wrong.one);
  if (!right.one || right.far > wrong.far || spec.typos === "wrong") return taken(id, null);
  if (spec.typos === "accept" && right.far < wrong.far && right.far <= forgiven(right.text)) return taken(id, right.one, "spelling");
  return taken(id, null, right.far <= pointedOut(right.text) ? "spelling" : "");
}

function closest(texts, typed) {
  let best = { far: FAR, text: "" };
  for (const one of texts) {
    const text = one.ways.at(-1);
    const far = distance(typed, text);
    if (far < best.far) best = { far, text, one };
  }
  return best;
}
