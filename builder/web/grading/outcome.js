// What a learner's marks come to. No DOM here. The same formulas as builder/model/grading/.

// Formulas for partial credit: (key, marks) to a score in 0..1, null for a kind without points.
export const allOrNothing = (key, marks) => (marks.every(mark => mark.ok) ? 1 : 0);

// Right choices less wrong ones, out of all right ones.
export function shareOfSeveral(key, marks) {
  const { good, wrong } = counts(marks);
  const rights = good + marks.filter(mark => !mark.chosen && !mark.ok).length;
  return rights ? Math.max(0, good - wrong) / rights : wrong ? 0 : 1;
}

export const shareOfRows = (key, marks) => (marks.length ? marks.filter(mark => mark.ok).length / marks.length : 1);

// `good` counts the chosen rows that fit, `wrong` those that do not, `total` all rows.
export function outcome(marks, key, score = allOrNothing) {
  return { score: score(key, marks), right: marks.every(mark => mark.ok), total: marks.length, ...counts(marks) };
}

function counts(marks) {
  const chosen = marks.filter(mark => mark.chosen);
  const good = chosen.filter(mark => mark.ok).length;
  return { good, wrong: chosen.length - good };
}

// A quiz from its records: null while a question is open.
export function quizOutcome(records) {
  if (!records.every(record => record && (record.right || record.told))) return null;
  return { first: records.filter(record => record.first).length, total: records.length };
}

// An answer is kept only while it answers the same question.
export const stillFits = (record, fingerprint) => !record.of || !fingerprint || record.of === fingerprint;
