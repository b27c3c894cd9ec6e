// How a quiz beyond practice stands, as digits: its attempts, its scores, and the answers to the
// questions it drew. The same room as in builder/publish/lms/room.py. No DOM here.
import { shuffled } from "../grading/chance.js";
import { codeOf, digitOf, recordOf } from "./codes.js";

const [ASKED, STARTED, MORE, ENDED, PASSED] = [1, 2, 4, 8, 16];
const FLAGS = 32;
const SIZE = 256;
const STEPS = 200; // scores are kept in halves of a percent, rounded down: the percent shown stays
const TINY = 1e-9;

const sizeOf = digit => (digit === 0n ? 0 : digit.toString(2).length);
const clip = (value, most) => Math.min(most, Math.max(0, value));

// `quiz` is its code; `fact` and `result` what the session keeps, `drawn` pairs of a slot and the
// digit of a record, 0 for a question that is asked and not answered.
export function putSitting(digits, quiz, { fact, result, drawn }) {
  const [attempts] = quiz.sizes;
  if (!attempts) return;
  digits.put(fact ? clip(fact.n ?? 1, attempts) || 1 : 0, attempts + 1);
  if (!fact) return;
  digits.put(flagsOf(fact, result), FLAGS);
  if (quiz.flags.includes("t")) digits.putNumber(Math.floor((fact.started ?? 0) / 1000));
  const scores = kept(fact.scores ?? []).map(score => clip(Math.floor(score * STEPS + TINY), STEPS));
  digits.put(scores.length, 3);
  scores.forEach(score => digits.put(score, STEPS + 1));
  if (!quiz.flags.includes("w")) return;
  digits.putNumber(drawn.length);
  let after = 0;
  for (const [slot, digit] of drawn) {
    digits.putNumber(slot - after);
    digits.put(sizeOf(digit), SIZE);
    digits.put(digit, 1n << BigInt(sizeOf(digit)));
    after = slot;
  }
}

const flagsOf = (fact, result) => (fact.asked ? ASKED : 0) + (fact.started ? STARTED : 0) +
  (fact.more ? MORE : 0) + (fact.ended ? ENDED : 0) + (result?.passed ? PASSED : 0);

// Of all scores the best and the last count.
function kept(scores) {
  const [best, last] = [Math.max(...scores), scores.at(-1)];
  return scores.length ? (best === last ? [last] : [best, last]) : [];
}

// null for a quiz that was not begun. `at` is the time of saving.
export function takeSitting(digits, quiz, at) {
  const [attempts] = quiz.sizes;
  const n = attempts ? Number(digits.take(attempts + 1)) : 0;
  if (!n) return null;
  const flags = Number(digits.take(FLAGS));
  const has = flag => !!(flags & flag);
  const started = quiz.flags.includes("t") ? digits.takeNumber() * 1000 : 0;
  const count = Number(digits.take(3));
  const scores = Array.from({ length: count }, () => Number(digits.take(STEPS + 1)) / STEPS);
  return {
    fact: { n, scores, ...(started && { started, more: has(MORE) }), ...(has(ENDED) && { ended: at }) },
    asked: has(ASKED), passed: has(PASSED), drawn: quiz.flags.includes("w") ? [...takeDrawn(digits)] : [],
  };
}

function* takeDrawn(digits) {
  let slot = 0;
  for (let left = digits.takeNumber(); left > 0 && !digits.over; left -= 1) {
    slot += digits.takeNumber();
    yield [slot, digits.take(1n << digits.take(SIZE))];
  }
}

export const drawnDigit = (question, quiz, record) => digitOf(codeOf(question.code.c, question.code, quiz), record);

export const drawnRecord = (question, quiz, digit) => recordOf(codeOf(question.code.c, question.code, quiz), digit);

// The order in which the page asks: the learner's own where the quiz is shuffled.
export const asked = (records, shuffle, seed, n) => (shuffle ? shuffled(`${seed}:${n}`, records, record => record) : records);

// What counts of the scores, as the session keeps it; null before the first end.
export function resultOf({ keep, pass }, { fact: { n, scores, ended }, passed }) {
  if (!scores.length && !ended) return null;
  const share = scores.length ? (keep === "last" ? scores.at(-1) : Math.max(...scores)) : null;
  const enough = share === null || Math.round(share * 100) >= pass;
  return { share, passed: passed || enough, n: ended ? n : Math.max(1, n - 1) };
}
