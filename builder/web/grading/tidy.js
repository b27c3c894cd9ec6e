// What never counts in typed answers: the same as in builder/model/grading/spelling.py. No DOM here.

const ALIKE = [
  [/[\u00ad\u200b-\u200d\u2060\ufeff]/g, ""],
  [/[\uff01-\uff5e]/g, wide => wide.normalize("NFKC")],
  [/[\u2018-\u201b\u2032\u00b4`]/g, "'"],
  [/[\u201c-\u201f\u2033\u00ab\u00bb]/g, '"'],
  [/[\u2010-\u2015\u2212]/g, "-"],
  [/\u2026/g, "..."],
  [/\s+/g, " "],
];

export const tidy = text => ALIKE.reduce((rest, [sign, plain]) => rest.replace(sign, plain), text.normalize("NFC")).trim();

export const bare = text => text.replace(/^[ "'\u00a1\u00bf]+|[ "'.,;:!?\u3002]+$/g, "") || text;
