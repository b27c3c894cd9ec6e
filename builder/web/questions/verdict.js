// What is shown and said of an answer.
import { every } from "../dom.js";
import { count } from "../words/count.js";
import { words } from "../words/quiz.js";
import { clearError, showMarks, showVerdict } from "./face.js";
import { mayTurn } from "./help.js";

// The learner's own answer, with the tone, the first words and the reasons.
export function showOwn(question, result) {
  const { form, kind, key } = question;
  if (key) showMarks(form, kind, key, result.marks);
  showVerdict(form, tone(question, result), head(question, result), key && !result.kept ? reasons(question, result) : []);
}

// The right answer, which stands in the fields; `first` are the first words.
export function showAnswer({ form, kind, key }, first, result) {
  clearError(form);
  showMarks(form, kind, key, result.marks);
  const main = kind.why(result.marks, result);
  const rows = main === null && every(".fb:not([hidden])", form).length ? [words.eachRow] : [];
  showVerdict(form, "told", first, [key.why(main), rows, key.whole()]);
}

function tone({ kind }, result) {
  if (result.kept && result.score === null) return "saved";
  return kind.tone?.(result) ?? (result.score === null ? "saved" : result.right ? "ok" : "try");
}

function head(question, result) {
  const { kind, locked } = question;
  const own = result.kept ? "" : kind.head?.(result);
  if (own) return own;
  if (result.score === null) return words.headSaved;
  if (result.right) return question.tries > 1 ? words.headWorked : words.headRight;
  return locked ? lastHead(question, result) : result.good ? words.headNearly : words.headNotYet;
}

// Once nothing can be tried any more.
function lastHead({ kind, form }, { score, kept }) {
  if (!kept && kind.missing(form)) return words.headNone;
  return score ? words.headPart : words.headMissed;
}

// The verdict's paragraphs: why this row, how many fit, what it is worth, and what holds for the
// whole question. What to try next is no help when nothing can be tried any more.
function reasons(question, result) {
  const { kind, key, locked, form } = question;
  const sentence = result.right || kind.final || !locked ? kind.verdict(result, key.rows, form) : "";
  const lines = [sentence, worth(question, result), question.note(result)].filter(Boolean);
  const whole = result.right || kind.final || result.score === null || (locked && mayTurn(question));
  return [key.why(kind.why(result.marks, result)), ...lines.map(line => [line]), whole ? key.whole() : []];
}

// Points are named where they tell more than the verdict does.
function worth({ points, rules }, { score }) {
  const part = score > 0 && score < 1 && rules.mode !== "practice";
  return score === null || (points === 1 && !part) ? "" : `${short(score * points)} of ${count(points, "point")}.`;
}

export const short = value => Number(value.toFixed(2)).toString();
