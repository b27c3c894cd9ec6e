// Numbers as people type them; builder/model/grading/numbers.py says how. No DOM here.
import { bare, tidy } from "./spelling.js";

const RAISED = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079";
const POWER = /10 ?([\u207a\u207b]?)([\u2070\u00b9\u00b2\u00b3\u2074-\u2079]+)/g;
const NUMBER = /^([^0-9+.,-]*)([+-]?) ?([0-9][0-9.,]*|[.,][0-9]+)(?:(?:[eE]| ?[x\u00d7*\u00b7\u22c5] ?10\^)([+-]?[0-9]+))?(?![0-9])(.*)$/;
const GROUPS = /^[1-9][0-9]{0,2}(?:([.,])[0-9]{2,3})?(?:\1[0-9]{2,3})*$/;

// { value, unit }, null when there is no number. With `comma`, 1,234 is 1.234; without, 1234.
export function parse(text, comma) {
  const found = NUMBER.exec(cleaned(text, comma));
  if (!found) return null;
  const [, before, sign, digits, power, after] = found;
  const number = plain(digits, comma ? "," : ".", power !== undefined);
  const [left, right] = [before, after].map(unit => unit.replace(/^ +| +$/g, ""));
  if (number === null || (left && right) || /^\/? ?[0-9]/.test(right)) return null;
  const value = Number(sign + number + "e" + (power ?? 0));
  return Number.isFinite(value) ? { value, unit: left + right } : null;
}

const cleaned = (text, comma) =>
  bare(tidy(text))
    .replace(/^[^0-9]*[=\u2248~] */, "")
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, digit => digit.charCodeAt() & 15)
    .replace(/\u066c/g, "")
    .replace(/\u066b/g, comma ? "," : ".")
    .replace(POWER, (all, sign, raised) => "10^" + (sign === "\u207b" ? "-" : "") + raised.replace(/./g, digit => RAISED.indexOf(digit)))
    .replace(/^([+-]?)(?=10\^)/, "$11x")
    .replace(/([0-9])[ '](?=[0-9]{3}(?![0-9]))/g, "$1");

// Digits with a point before decimals and nothing between thousands.
function plain(digits, decimal, exact) {
  const marks = digits.match(/[.,]/g) ?? [];
  const last = marks.at(-1);
  if (!last) return digits;
  const single = marks.length === 1;
  if (marks.filter(mark => mark === last).length > 1 || (single && !exact && last !== decimal && grouped(digits))) {
    return grouped(digits) ? digits.replaceAll(last, "") : null;
  }
  const at = digits.lastIndexOf(last);
  const whole = digits.slice(0, at);
  return single || grouped(whole) ? whole.replace(/[.,]/g, "") + "." + digits.slice(at + 1) : null;
}

const grouped = digits => GROUPS.test(digits) && /[.,]...$/.test(digits);

const letters = unit =>
  unit.replace(/[ ^\u00b7\u22c5*]/g, "").replace(/\u00b2/g, "2").replace(/\u00b3/g, "3").replace(/\u00b5/g, "\u03bc");

// What turns a number in `unit` into one in the question's, undefined for a unit not known.
export function factor(unit, units) {
  const wanted = letters(unit);
  const known = name => name === wanted || ([...name].length > 3 && name.toLowerCase() === wanted.toLowerCase());
  return units.find(([name]) => known(letters(name)))?.[1];
}
