// Comparing typed texts: the same as builder/model/grading/spelling.py, character by character. No DOM here.

const SPACE = /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;
const ALIKE = [
  [/[\u00ad\u200b-\u200d\u2060\ufeff]/g, ""],
  [/[\uff01-\uff5e]/g, wide => String.fromCharCode(wide.charCodeAt() - 0xfee0)],
  [/[\u2018-\u201b\u2032\u00b4`]/g, "'"],
  [/[\u201c-\u201f\u2033\u00ab\u00bb]/g, '"'],
  [/[\u2010-\u2015\u2212]/g, "-"],
  [/\u2026/g, "..."],
  [SPACE, " "],
  [/^ | $/g, ""],
];
const EDGES = /^[ "'\u00a1\u00bf]+|[ "'.,;:!?\u3002]+$/g;
const ACCENTS = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]/g;
const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ı: "i" };

const FORGIVEN = [5, 9];
const POINTED_OUT = [4, 7, 12];
const MOST_SLIPS = 3;
export const FAR = 99;

export const tidy = text => ALIKE.reduce((rest, [sign, plain]) => rest.replace(sign, plain), text.normalize("NFC"));

export const bare = text => text.replace(EDGES, "") || text;

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

const digits = text => text.replace(/[^0-9]+/g, "");

// Slips that make one text of the other; digits are none.
export function distance(one, other) {
  const [from, to] = [[...one], [...other]];
  if (Math.abs(from.length - to.length) > MOST_SLIPS || digits(one) !== digits(other)) return FAR;
  let [earlier, before, row] = [[], [], [...to.keys(), to.length]];
  from.forEach((a, i) => {
    [earlier, before, row] = [before, row, [i + 1]];
    to.forEach((b, j) => {
      const swapped = i && j && a === to[j - 1] && from[i - 1] === b ? earlier[j - 1] + 1 : FAR;
      row.push(Math.min(before[j + 1] + 1, row[j] + 1, before[j] + (a !== b), swapped));
    });
  });
  return row.at(-1);
}

const slips = (text, limits) => limits.filter(least => [...text].length >= least).length;

export const forgiven = text => slips(text, FORGIVEN);

export const pointedOut = text => slips(text, POINTED_OUT);
