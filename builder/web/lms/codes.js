// What became of a question as one digit, by a code such as `o4/1*2`; the same numbers as in
// builder/publish/lms/codes/base.py, which says what there is to tell. No DOM here.
import { shapes } from "./shapes.js";

const CODE = /^([a-z])([0-9.]*)(?:\/(\d+))?(?:\*(\d+))?([a-z]*)$/;

// `data` is what turns numbers into ids; `rules` is the code of the quiz that draws the question.
export function codeOf(code, data = {}, rules = null) {
  const [, letter, sizes, steps, tries, own] = CODE.exec(code);
  const flags = rules ? own.replace("k", "") + rules.flags : own;
  const has = flag => flags.includes(flag);
  return counted({
    flags, data, shape: shapes[letter],
    sizes: sizes.split(".").filter(Boolean).map(Number),
    steps: has("k") ? 0 : Number(steps ?? 0),
    tries: rules ? rules.tries : Number(tries ?? 1),
    open: Number(has("d")), sure: has("u"), told: !has("x") && !has("k"),
  });
}

// With the base of each digit of an answer, how many answers there are, how many of them may be
// drafts, and in how many states a question can be, the one without an answer among them.
function counted(code) {
  if (!code.shape) return code;
  const bases = code.shape.bases(code.sizes, code.open);
  const each = bases.reduce((all, base) => all * BigInt(base), 1n);
  const drafts = code.open ? each : 0n;
  const came = code.told ? BigInt(ofRight(code)) + (each - 1n) * BigInt(ofOther(code)) : each * BigInt(ofAny(code));
  const right = code.told && code.data.right !== undefined ? code.shape.right(code.data) : null;
  return { ...code, bases, each, drafts, right, states: 1n + (drafts + came) * (code.sure ? 4n : 1n) };
}

const whole = (digits, bases) => digits.reduceRight((number, digit, at) => number * BigInt(bases[at]) + BigInt(digit), 0n);

function apart(number, bases) {
  let left = number;
  return bases.map(base => {
    const digit = Number(left % BigInt(base));
    left /= BigInt(base);
    return digit;
  });
}

// How many things can have come of a right answer, and of another one.
const ofRight = ({ steps, tries }) => 1 + (tries - 1) * (steps + 2);
const ofOther = ({ steps, tries }) => 3 + (tries - 1) * (3 * Math.max(1, steps) + 1);
const ofAny = ({ steps, tries }) => 6 * tries * (steps + 1);

// The digit of a record; 0 for none, or for one that is no answer to this question.
export function digitOf(code, record) {
  const digits = record && !(record.draft && !code.open) ? code.shape.digits(record.answer, code.data, code.open) : null;
  if (!digits) return 0n;
  const number = whole(digits, code.bases);
  const came = record.draft ? number : code.drafts + cameOf(code, number, record);
  return 1n + (code.sure ? came * 4n + BigInt(sureOf(code, record)) : came);
}

// The record that a digit stands for; null for none.
export function recordOf(code, digit) {
  if (digit <= 0n || digit >= code.states) return null;
  const came = code.sure ? (digit - 1n) / 4n : digit - 1n;
  const sure = code.sure ? Number((digit - 1n) % 4n) : 0;
  const draft = came < code.drafts;
  const { digits, ...became } = draft ? { digits: apart(came, code.bases) } : becameOf(code, came - code.drafts);
  const answer = code.shape.answer(digits, code.data);
  const record = draft ? { draft: true, answer, tries: 0 } : { ...became, answer };
  if (code.shape.lost?.(answer, code.data, draft)) record.lost = true;
  return sure || code.data.pair ? withSure(code, record, sure) : record;
}

const LEVELS = [1, 2, 3];
const sureOf = ({ data }, { answer, sure }) => LEVELS.indexOf(data.pair ? answer?.sure : sure) + 1;

function withSure({ data }, record, sure) {
  if (data.pair) return { ...record, answer: { ...record.answer, sure: sure || null } };
  return { ...record, sure };
}

const clip = (value, most) => Math.min(most, Math.max(0, value));
const triesOf = (code, record) => clip(record.tries ?? 1, code.tries) || 1;
const stepsOf = (code, { score }, most) => clip(Math.round((score ?? 0) * code.steps), most);
const endOf = record => (record.right ? "right" : record.told ? "told" : record.done ? "closed" : "open");

function cameOf(code, number, record) {
  if (!code.told) return number * BigInt(ofAny(code)) + BigInt(anyOf(code, record));
  const right = whole(code.right, code.bases);
  if (number === right) return BigInt(rightOf(code, record));
  const before = number < right ? number : number - 1n;
  return BigInt(ofRight(code)) + before * BigInt(ofOther(code)) + BigInt(otherOf(code, record));
}

function becameOf(code, came) {
  const { bases, right } = code;
  if (!code.told) {
    const of = BigInt(ofAny(code));
    return { digits: apart(came / of, bases), ...fromAny(code, Number(came % of)) };
  }
  const first = BigInt(ofRight(code));
  if (came < first) return { digits: right, ...fromRight(code, Number(came)) };
  const of = BigInt(ofOther(code));
  const before = (came - first) / of;
  const digits = apart(before < whole(right, bases) ? before : before + 1n, bases);
  return { digits, ...fromOther(code, Number((came - first) % of), code.shape.hits(digits, right, code.data)) };
}

// A record's own fields from how it ended, in the order of the rest of the product.
function became(code, end, tries, first, steps) {
  const score = code.steps ? steps / code.steps : null;
  return { right: end === "right", first, told: end === "told", score, done: end !== "open", tries };
}

// An answer that can be told to be right: at the first try, else with the score it has.
function rightOf(code, record) {
  const tries = triesOf(code, record);
  if (tries === 1) return 0;
  return 1 + (tries - 2) * (code.steps + 2) + (record.first ? 0 : 1 + stepsOf(code, record, code.steps));
}

function fromRight(code, at) {
  if (at === 0) return became(code, "right", 1, true, code.steps);
  const [tries, kind] = [2 + Math.floor((at - 1) / (code.steps + 2)), (at - 1) % (code.steps + 2)];
  return became(code, "right", tries, kind === 0, kind === 0 ? code.steps : kind - 1);
}

const ENDS = ["open", "told", "closed"];

// Any other answer. At the first try its score is its own; later it is less than all, or all when
// the first try was right and the answer was changed afterwards.
function otherOf(code, record) {
  const tries = triesOf(code, record);
  const end = ENDS.indexOf(endOf(record) === "right" ? "closed" : endOf(record));
  if (tries === 1) return end;
  const most = Math.max(1, code.steps);
  const start = 3 + (tries - 2) * (3 * most + 1);
  if (end === 2 && record.first) return start + 3 * most;
  return start + end * most + stepsOf(code, record, most - 1);
}

function fromOther(code, at, hits) {
  if (at < 3) return became(code, ENDS[at], 1, false, Math.min(hits, code.steps));
  const most = Math.max(1, code.steps);
  const [tries, kind] = [2 + Math.floor((at - 3) / (3 * most + 1)), (at - 3) % (3 * most + 1)];
  if (kind === 3 * most) return became(code, "closed", tries, true, code.steps);
  return became(code, ENDS[Math.floor(kind / most)], tries, false, kind % most);
}

const KINDS = ["open", "told", "closed", "right"];

// An answer of which it cannot be told here whether it is right.
function anyOf(code, record) {
  const end = KINDS.indexOf(endOf(record));
  const kind = end < 2 ? end : end * 2 - 2 + Number(!!record.first);
  return ((triesOf(code, record) - 1) * 6 + kind) * (code.steps + 1) + stepsOf(code, record, code.steps);
}

function fromAny(code, at) {
  const [steps, rest] = [at % (code.steps + 1), Math.floor(at / (code.steps + 1))];
  const [tries, kind] = [1 + Math.floor(rest / 6), rest % 6];
  const end = kind < 2 ? kind : Math.floor(kind / 2) + 1;
  return became(code, KINDS[end], tries, kind > 1 && kind % 2 === 1, steps);
}
