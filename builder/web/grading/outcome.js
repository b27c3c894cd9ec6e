// What a learner's marks come to. No DOM here.

// `good` counts the chosen rows that fit, `wrong` those that do not, `total` all rows.
export function outcome(marks) {
  const chosen = marks.filter(mark => mark.chosen);
  const good = chosen.filter(mark => mark.ok).length;
  return { right: marks.every(mark => mark.ok), good, wrong: chosen.length - good, total: marks.length };
}

// A quiz from its records: null while a question is open.
export function quizOutcome(records) {
  if (!records.every(record => record && (record.right || record.told))) return null;
  return { first: records.filter(record => record.first).length, total: records.length };
}

// An answer is kept only while it answers the same question.
export const stillFits = (record, fingerprint) => !record.of || !fingerprint || record.of === fingerprint;
