// SCORM 1.2: how its elements are called and its values are spelled. scorm2004.js has the same
// shape; everything else about learning platforms is shared, in `lms/`.
import { clockSpan, decimal, letters, line, shortNames, timeOfDay, word } from "../lms/spell.js";

const CORE = "cmi.core.";
const RANK = { "": 0, "not attempted": 0, browsed: 0, incomplete: 1, failed: 2, completed: 3, passed: 4 };

export const scorm12 = {
  api: "API",
  calls: { open: "LMSInitialize", close: "LMSFinish", get: "LMSGetValue", set: "LMSSetValue", commit: "LMSCommit", error: "LMSGetLastError" },
  learner: `${CORE}student_id`,
  mode: `${CORE}lesson_mode`,
  credit: `${CORE}credit`,
  location: `${CORE}lesson_location`,
  state: "cmi.suspend_data",
  time: `${CORE}session_time`,
  exit: `${CORE}exit`,
  statuses: [`${CORE}lesson_status`],
  raw: `${CORE}score.raw`,
  span: clockSpan,

  // How a session ends: suspended, or in the spelling of this version ended for good.
  ended: "",

  // What the platform has on record: { status, complete, score, known: [element, value] of it }.
  before(get) {
    const status = get(`${CORE}lesson_status`).toLowerCase();
    const score = scoreIn(get(`${CORE}score.raw`));
    const known = [[`${CORE}lesson_status`, status], ...scores(`${CORE}score`, score)];
    return { status, complete: RANK[status] > 2, score, known };
  },

  // Status and score: [element, value] in the order of writing. A status never sinks.
  standing({ complete, passed, score }, { status }) {
    const now = !complete ? "incomplete" : passed === null ? "completed" : passed ? "passed" : "failed";
    const kept = (RANK[status] ?? 0) > RANK[now] ? status : now;
    return [[`${CORE}lesson_status`, kept], ...scores(`${CORE}score`, score)];
  },

  objective: (n, { id, score, passed, complete }) => [
    [`cmi.objectives.${n}.id`, id],
    ...scores(`cmi.objectives.${n}.score`, score),
    [`cmi.objectives.${n}.status`, passed === null ? (complete ? "completed" : "incomplete") : passed ? "passed" : "failed"],
  ],

  interaction(n, { type, at, latency, result, weight, objectives, ...asked }) {
    const put = spelled(type, asked);
    const set = (name, value) => (value ? [[`cmi.interactions.${n}.${name}`, value]] : []);
    return [
      ...set("id", word(asked.id)),
      ...set("type", put.type),
      ...objectives.flatMap((id, at) => set(`objectives.${at}.id`, id)),
      ...set("time", timeOfDay(new Date(at))),
      ...set("correct_responses.0.pattern", put.right),
      ...set("weighting", decimal(weight)),
      ...set("student_response", put.response),
      ...set("result", result),
      ...set("latency", clockSpan(latency)),
    ];
  },

  leaving: () => [],
};

const scoreIn = text => (text.trim() && Number.isFinite(Number(text)) ? Number(text) : null);

const scores = (name, score) =>
  score === null ? [] : [[`${name}.raw`, String(score)], [`${name}.min`, "0"], [`${name}.max`, "100"]];

// { type, response, right } as texts; an empty one is not written.
function spelled(type, { response, right, options, choices }) {
  const [one, other] = [letters(options), letters(choices)];
  const named = (ids, table) => ids.map(id => table.get(id)).filter(Boolean).join(",");
  const list = ids => (ids ? named(ids, one) : "");
  const pairs = all => (all ? all.map(([row, id]) => `${one.get(row)}.${other.get(id)}`).join(",") : "");
  if (type === "true-false") return { type, response: truth(response), right: truth(right) };
  if (type === "numeric") return { type, response: number(response), right: number(middle(right)) };
  if (type === "fill-in") return { type, response: line(response, 255), right: line(right?.[0] ?? "", 255) };
  if (type === "long") return { type: "fill-in", response: line(response, 255), right: "" };
  if (!one || !other) return { type: "performance", ...long({ response, right, options, choices }) };
  if (type === "matching") return { type, response: pairs(response), right: pairs(right) };
  if (type === "likert") return { type, response: list(response === null ? [] : [response]), right: "" };
  return { type, response: list(response), right: list(right) };
}

const truth = value => (value === null || value === undefined ? "" : value ? "t" : "f");
const number = value => (value === null ? "" : decimal(value));
const middle = right => (!right ? null : right.low === null ? right.high : right.high === null ? right.low : (right.low + right.high) / 2);

// More than 36 options have no letters: then their names, as far as there is room.
function long({ response, right, options, choices }) {
  const [one, other] = [shortNames(options), shortNames(choices)];
  const say = all => line([all ?? []].flat().map(item => (Array.isArray(item) ? `${one.get(item[0])}.${other.get(item[1])}` : one.get(item))).join(","), 255);
  return { response: say(response), right: say(right) };
}
