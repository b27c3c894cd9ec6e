// Numbers as people type them; builder/model/grading/numbers.py says how. No DOM here.
import { bare, tidy } from "./tidy.js";

const NUMBER = /^([^0-9+.,-]*?) *([+-]?) ?([0-9][0-9.,]*|[.,][0-9]+)(?:(?:e| ?[x\u00d7*\u00b7\u22c5] ?10\^)([+-]?[0-9]+))?(?![0-9]) *(.*)$/i;
const GROUPED = /^([1-9][0-9]{0,2}(?=([.,]))(?:\2[0-9]{2,3})*\2[0-9]{3})(?:(?!\2)[.,]([0-9]*))?$/;

// { value, unit }, null when there is no number. With `comma`, 1,234 is 1.234; without, 1234.
export function parse(text, comma) {
  const [found, before, sign, digits, power, after] = NUMBER.exec(cleaned(text, comma)) ?? [];
  if (!found || (before && after) || /^\/? ?[0-9]/.test(after)) return null;
  const value = Number(sign + plain(digits, comma ? "," : ".", power) + "e" + (power ?? 0));
  return Number.isFinite(value) ? { value, unit: before + after } : null;
}

const cleaned = (text, comma) =>
  bare(tidy(text))
    .replace(/^[^0-9]*[=\u2248~] */, "")
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, digit => digit.charCodeAt() & 15)
    .replace(/\u066c/g, "")
    .replace(/\u066b/g, comma ? "," : ".")
    .replace(/10 ?([\u207a\u207b]?[\u2070\u00b9\u00b2\u00b3\u2074-\u2079]+)/g, (all, power) => "10^" + tidy(power.normalize("NFKC")))
    .replace(/^([+-]?)(?=10\^)/, "$11x")
    .replace(/([0-9])[ '](?=[0-9]{3}(?![0-9]))/g, "$1");

// Digits with a point before decimals and nothing between thousands.
function plain(digits, decimal, power) {
  const [found, whole, mark, rest = ""] = GROUPED.exec(digits) ?? [];
  const single = digits.split(/[.,]/).length < 3;
  if (found && !(single && (power || mark === decimal))) return whole.replaceAll(mark, "") + "." + rest;
  return single ? digits.replace(",", ".") : NaN;
}

const letters = unit => unit.normalize("NFKC").replace(/[ ^\u00b7\u22c5*]/g, "");

// What turns a number in `unit` into one in the question's, undefined for a unit not known.
export function factor(unit, units) {
  const wanted = letters(unit);
  const known = name => name === wanted || ([...name].length > 3 && name.toLowerCase() === wanted.toLowerCase());
  return units.find(([name]) => known(letters(name)))?.[1];
}
