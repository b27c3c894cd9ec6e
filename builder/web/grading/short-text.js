// Marks typed texts; builder/model/grading/short_text.py says how. No DOM here.
import { fields, taken } from "./credit.js";
import { distance, FAR, folds, forgiven, pointedOut } from "./spelling.js";

const MOST_TYPED = 200;

export const markShortText = (key, answer) => fields(key).map(({ id, spec }) => judgeText(id, spec, answer));

// `spec`: { case, accents, typos, of: [[text, credit, 1 for a pattern]] }
export function judgeText(id, spec, answer) {
  const typed = folds(typeof answer === "string" ? answer : "", spec);
  if (!typed[0]) return taken(id);
  const listed = spec.of.map(([text, credit, pattern], at) => ({ id: at, credit, pattern, text, ways: folds(text, spec) }));
  const texts = listed.filter(one => !one.pattern);
  const same = typed.map((text, at) => texts.find(one => one.ways[at] === text)).find(one => one);
  const found = same ?? listed.find(one => one.pattern && fits(one.text, typed, spec));
  return found ? taken(id, found) : slip(id, spec, texts, typed.at(-1));
}

function fits(pattern, typed, spec) {
  const whole = new RegExp("^(?:" + pattern + ")$", spec.case ? "u" : "iu");
  return typed.some(way => [...way].length <= MOST_TYPED && whole.test(way));
}

function slip(id, { typos }, texts, typed) {
  const [right, wrong] = [1, 0].map(good => closest(texts.filter(one => !!one.credit == good), typed));
  if (wrong.far < right.far && wrong.far <= forgiven(wrong.text)) return taken(id, wrong.one);
  if (!right.one || right.far > wrong.far || typos === "wrong") return taken(id);
  if (typos === "accept" && right.far < wrong.far && right.far <= forgiven(right.text)) return taken(id, right.one, "spelling");
  return taken(id, null, right.far <= pointedOut(right.text) ? "spelling" : "");
}

const closest = (texts, typed) =>
  texts.reduce((best, one) => {
    const text = one.ways.at(-1);
    const far = distance(typed, text);
    return far < best.far ? { far, text, one } : best;
  }, { far: FAR, text: "" });
