// Comparing typed texts: the same as builder/model/grading/spelling.py, character by character. No DOM here.
import { bare, tidy } from "./tidy.js";

const ACCENTS = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]/g;
const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ı: "i" };

const MOST_SLIPS = 3;
export const FAR = 99;

const unaccented = text =>
  text.normalize("NFD").replace(ACCENTS, "").replace(/[ßæœøłđı]/g, letter => LETTERS[letter]).normalize("NFC");

// From the strictest way to compare to the most lenient one.
export function folds(text, { case: exact, accents }) {
  const ways = [tidy(text)];
  const then = way => ways.push(way(ways.at(-1)));
  then(bare);
  if (!exact) then(way => way.toLowerCase());
  if (!accents) then(unaccented);
  return ways;
}

const digits = text => text.replace(/[^0-9]/g, "");

// Slips that make one text of the other; digits are none.
export function distance(one, other) {
  const [from, to] = [[...one], [...other]];
  if (Math.abs(from.length - to.length) > MOST_SLIPS || digits(one) !== digits(other)) return FAR;
  let earlier, before, row = [...to.keys(), to.length];
  from.forEach((a, i) => {
    [earlier, before, row] = [before, row, [i + 1]];
    to.forEach((b, j) => {
      const swap = i && j && a === to[j - 1] && from[i - 1] === b ? earlier[j - 1] + 1 : FAR;
      row.push(Math.min(before[j + 1] + 1, row[j] + 1, before[j] + (a !== b), swap));
    });
  });
  return row.at(-1);
}

// How many slips a text of this length forgives, or what is still close to it.
const slips = limits => text => limits.filter(least => [...text].length >= least).length;

export const forgiven = slips([5, 9]);
export const pointedOut = slips([4, 7, 12]);
