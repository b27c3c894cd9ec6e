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

// What a check is worth to the record before it. In practice the first try counts, else the best.
export function worth({ right, score }, tries, before, mode) {
  const first = before?.first ?? (right && tries === 1);
  const best = score === null ? null : Math.max(score, before?.score ?? 0);
  return { right, first, told: !right && !!before?.told, score: mode === "practice" ? (before?.score ?? score) : best };
}

// Whether nothing is left to do: older records do not say so themselves.
export const isSettled = record => !!record && !!(record.done ?? (record.right || record.told));

// A quiz from its questions, { points, record }: null while one is open. `first` of `total` were
// right on the first try; `share` is what was earned of all points, null when nothing has points.
export function quizOutcome(questions) {
  if (!questions.every(({ record }) => isSettled(record))) return null;
  const graded = questions.filter(({ record }) => record.score !== null);
  const [earned, points] = [sum(graded, credit), sum(graded, () => 1)];
  const first = graded.filter(({ record }) => record.first).length;
  return { first, total: graded.length, earned, points, share: points ? earned / points : null };
}

const sum = (questions, worth) => questions.reduce((all, { points, record }) => all + points * worth(record), 0);

const credit = ({ score, first }) => score ?? (first ? 1 : 0);

// An answer is kept only while it answers the same question.
export const stillFits = (record, fingerprint) => !record.of || !fingerprint || record.of === fingerprint;
