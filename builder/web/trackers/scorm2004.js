// SCORM 2004 4th Edition: how its elements are called and its values are spelled. See scorm12.js.
import { patterns } from "../lms/patterns.js";
import { decimal, isoSpan, line, shortNames, stamp, word } from "../lms/spell.js";

const RANK = { "": 0, unknown: 0, "not attempted": 0, incomplete: 1, completed: 2 };
const MOST_PATTERNS = 5;

export const scorm2004 = {
  api: "API_1484_11",
  calls: { open: "Initialize", close: "Terminate", get: "GetValue", set: "SetValue", commit: "Commit", error: "GetLastError" },
  learner: "cmi.learner_id",
  mode: "cmi.mode",
  credit: "cmi.credit",
  location: "cmi.location",
  state: "cmi.suspend_data",
  time: "cmi.session_time",
  exit: "cmi.exit",
  statuses: ["cmi.completion_status", "cmi.success_status", "cmi.progress_measure"],
  raw: "cmi.score.raw",
  span: isoSpan,
  ended: "normal",

  before(get) {
    const [status, success] = [get("cmi.completion_status"), get("cmi.success_status")].map(text => text.toLowerCase());
    const score = scoreIn(get("cmi.score.raw"));
    const known = [["cmi.completion_status", status], ["cmi.success_status", success], ["cmi.progress_measure", get("cmi.progress_measure")], ...scores("cmi.score", score)];
    known.push(["cmi.progress_measure", decimal(parseFloat(get("cmi.progress_measure")))]);
    return { status, success, complete: RANK[status] > 1, score, known };
  },

  standing({ complete, passed, score, progress }, { status, success }) {
    const whole = complete || RANK[status] > 1;
    const judged = success === "passed" || (complete && passed) ? "passed" : complete && passed === false ? "failed" : success === "failed" ? "failed" : "";
    return [
      ["cmi.completion_status", whole ? "completed" : "incomplete"],
      ...(judged ? [["cmi.success_status", judged]] : []),
      ...scores("cmi.score", score),
      ["cmi.progress_measure", decimal(whole ? 1 : Math.min(0.9999, Math.round(progress * 10_000) / 10_000))],
    ];
  },

  objective: (n, { id, score, passed, complete }) => [
    [`cmi.objectives.${n}.id`, id],
    ...scores(`cmi.objectives.${n}.score`, score),
    ...(passed === null ? [] : [[`cmi.objectives.${n}.success_status`, passed ? "passed" : "failed"]]),
    [`cmi.objectives.${n}.completion_status`, complete ? "completed" : "incomplete"],
  ],

  interaction(n, { type, at, latency, result, weight, text, objectives, ...asked }, { course }) {
    const put = patterns(type, asked, shortNames);
    const set = (name, value) => (value ? [[`cmi.interactions.${n}.${name}`, value]] : []);
    return [
      ...set("id", `urn:coursewright:${word(course, 60)}:${word(asked.id)}`),
      ...set("type", put.type),
      ...objectives.flatMap((id, at) => set(`objectives.${at}.id`, id)),
      ...set("timestamp", stamp(new Date(at))),
      ...put.right.slice(0, MOST_PATTERNS).flatMap((pattern, at) => set(`correct_responses.${at}.pattern`, pattern)),
      ...set("weighting", decimal(weight)),
      ...set("learner_response", put.response),
      ...set("result", result === "wrong" ? "incorrect" : result),
      ...set("latency", isoSpan(latency)),
      ...set("description", line(text, 250)),
    ];
  },

  // The platform is asked to keep the attempt open, or to close it where it is meant to end.
  leaving: ended => [["adl.nav.request", ended ? "exitAll" : "suspendAll"]],
};

const scoreIn = text => (text.trim() && Number.isFinite(Number(text)) ? Number(text) : null);

const scores = (name, score) =>
  score === null ? [] : [[`${name}.scaled`, decimal(score / 100)], [`${name}.raw`, String(score)], [`${name}.min`, "0"], [`${name}.max`, "100"]];
