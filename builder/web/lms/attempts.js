// What a check of an answer is to a learning platform: interactions, still in no platform's
// spelling. No DOM here.
//
// An interaction: { id, type, response, right, options, choices, result, weight, at, latency, text,
// objectives }. Types and what `response` and `right` are (right is null where there is none):
//   choice        ids                       true-false   true or false
//   sequencing    ids in order              matching     pairs [row, choice]
//   likert        an id                     numeric      a number; right: { low, high }
//   fill-in       a text; right: texts      long         a text
// `options` are the ids there are to choose from or the rows, `choices` what rows are matched with.
import { texts, under } from "../grading/answers.js";
import { parse } from "../grading/numbers.js";

// `records` are the record before a change and the one after it; a check is when tries went up.
export const isAttempt = (before, record) =>
  !!record && !record.draft && (record.tries ?? 0) > (before?.tries ?? 0);

// The interactions of one check: most questions give one, others one for each row or blank.
export function interactions(name, question, record, { at, latency }) {
  const { key = {} } = question;
  const parts = (KINDS[question.type] ?? (() => []))(key, record.answer, record);
  const weight = (question.points ?? 1) / (parts.filter(part => !part.neutral).length || 1);
  return parts.map(part => ({
    right: null, options: [], choices: [], ...part,
    id: part.part ? `${name}/${part.part}` : name,
    result: part.neutral ? "neutral" : part.result ?? result(record),
    weight: part.neutral ? 0 : weight,
    at, latency, text: question.text ?? "", objectives: question.objectives ?? [],
  }));
}

const result = ({ right, score }) => (score === null ? "neutral" : right ? "correct" : "wrong");

const idsOf = pairs => (pairs ?? []).map(([id]) => id);

function choice(key, answer) {
  const options = idsOf(key.options);
  return [{ type: "choice", options, response: texts(answer).filter(id => options.includes(id)), right: key.right === undefined ? null : texts(key.right) }];
}

function trueFalse(key, answer) {
  const [given] = texts(answer);
  return [{ type: "true-false", response: truth(given), right: truth(texts(key.right)[0]) }];
}

const truth = id => (id === "true" ? true : id === "false" ? false : null);

function sequence(key, answer) {
  const options = idsOf(key.options);
  const right = texts(key.right);
  return [{ type: "sequencing", options, response: texts(answer).filter(id => options.includes(id)), right: right.length ? right : null }];
}

function matching(key, answer) {
  const [options, choices] = [idsOf(key.options), idsOf(key.choices)];
  const pairs = given => options.flatMap(row => texts(under(given, row)).filter(id => choices.includes(id)).map(id => [row, id]));
  return [{ type: "matching", options, choices, response: pairs(answer), right: key.right === undefined ? null : pairs(key.right) }];
}

function fillIn(key, answer) {
  const right = texts(key.right);
  return [{ type: "fill-in", response: typed(answer), right: right.length ? right : null }];
}

const typed = answer => (typeof answer === "string" ? answer.trim() : "");

const numberIn = text => (typeof text === "string" ? (parse(text, false) ?? parse(text, true))?.value ?? null : null);

function numeric(key, answer) {
  const { low = null, high = null } = key;
  const right = low === null && high === null ? null : { low, high };
  return [{ type: "numeric", response: numberIn(answer), right }];
}

// A blank's own result is told where it can be: the right words fit, or the whole is right.
function cloze(key, answer, record) {
  return (key.options ?? []).map(([id, kind]) => {
    const [given, wanted] = [typed(under(answer, id)), under(key.right, id)];
    const fits = record.right || (typeof wanted === "string" && same(given, wanted));
    const made = BLANKS[kind](given, wanted, key, id);
    return { part: id, ...made, result: fits ? "correct" : kind === "menu" || !given ? "wrong" : "unanticipated" };
  });
}

const same = (one, other) => one.toLowerCase() === other.trim().toLowerCase();

const BLANKS = {
  text: (given, wanted) => ({ type: "fill-in", response: given, right: typed(wanted) ? [wanted] : null }),
  number: (given, wanted) => {
    const value = numberIn(wanted);
    return { type: "numeric", response: numberIn(given), right: value === null ? null : { low: value, high: value } };
  },
  menu: (given, wanted, key, id) => {
    const options = idsOf(key.menus?.[id]);
    const known = options.length ? options : [...new Set([given, typed(wanted)].filter(Boolean))];
    return { type: "choice", options: known, response: given ? [given] : [], right: typed(wanted) ? [wanted] : null };
  },
};

function confidence(key, answer) {
  const sure = under(answer, "sure");
  const levels = ["1", "2", "3"];
  return [
    ...choice({ ...key, right: under(key.right, "option") ?? key.right }, under(answer, "option")),
    { part: "sure", type: "likert", neutral: true, options: levels, response: levels.includes(String(sure)) ? String(sure) : null },
  ];
}

function survey(key, answer) {
  const options = idsOf(key.choices);
  return (key.options ?? []).map(([row]) => {
    const [given = null] = texts(under(answer, row)).filter(id => options.includes(id));
    return { part: row, type: "likert", neutral: true, options, response: given };
  });
}

// What was written is the learner's own; the platform is told how much it is.
function reflection(key, answer) {
  const words = typed(under(answer, "text")).split(/\s+/).filter(Boolean).length;
  return [{ type: "long", neutral: true, response: words === 1 ? "1 word" : `${words} words` }];
}

const KINDS = {
  "single-choice": choice, "multiple-response": choice, "true-false": trueFalse, confidence,
  highlight: choice, hotspot: choice, ordering: sequence, conversation: sequence,
  matching, categorise: matching, matrix: matching,
  "short-text": fillIn, numeric, cloze, survey, reflection,
};
