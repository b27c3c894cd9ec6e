// How answers become digits and come back, by the letter of their shape: one object for each, see
// builder/publish/lms/codes/base.py. No DOM here.
//   bases(sizes, open)      the base of each digit; `open` is 1 where an option may be left out
//   digits(answer, data, open)  null for an answer that is none of these
//   answer(digits, data)    the answer again
//   right(data)             the digits of the right answer
//   hits(digits, right, data)   how much of it is right, in steps of the score
//   text(answer, data)      what only a text can tell, null for nothing; `withText` puts it back
//   lost(answer, data, draft)   whether something is missing as long as there is no text
import { texts, under } from "../grading/answers.js";

const equal = (one, other) => one.every((digit, at) => digit === other[at]);
const count = list => list.filter(Boolean).length;

// One option. A kind that also asks how sure the learner is keeps both in its answer.
const one = {
  bases: (sizes, open) => sizes.map(size => size + open),
  digits: (answer, { ids, pair }, open) => within(ids.indexOf(pair ? under(answer, "option") : answer), ids.length, open),
  answer: ([at], { ids, pair }) => (pair ? { option: ids[at] ?? null } : ids[at] ?? null),
  right: data => [data.right],
  hits: (digits, right) => Number(equal(digits, right)),
};

// -1, for no option, is the last digit where options may be left out.
const within = (at, size, open) => (at >= 0 ? [at] : open ? [size] : null);

const several = {
  bases: ([size]) => Array(size).fill(2),
  digits: (answer, { ids }) => ids.map(id => Number(texts(answer).includes(id))),
  answer: (digits, { ids }) => ids.filter((_, at) => digits[at]),
  right: ({ ids, right }) => ids.map((_, at) => Number(right.includes(at))),
  hits(digits, right) {
    const good = count(digits.map((digit, at) => digit && right[at]));
    return Math.max(0, good - (count(digits) - good));
  },
};

// Which of those left comes next.
const order = {
  bases: ([size]) => Array.from({ length: size }, (_, at) => size - at),
  digits(answer, { ids }) {
    const left = [...ids];
    const digits = texts(answer).map(id => left.indexOf(id) >= 0 ? take(left, left.indexOf(id)) : -1);
    return digits.length === ids.length && !digits.includes(-1) ? digits : null;
  },
  answer(digits, { ids }) {
    const left = [...ids];
    return digits.map(at => left.splice(at, 1)[0]);
  },
  right: ({ ids }) => ids.map(() => 0),
  hits: (digits, right, data) => count(order.answer(digits, data).map((id, at) => id === data.ids[at])),
};

function take(left, at) {
  left.splice(at, 1);
  return at;
}

const columns = ({ of }, row) => of[of.length === 1 ? 0 : row];

// One option for each row. A row without one holds `empty`, or is not there.
const rows = {
  bases: (sizes, open) => sizes.map(size => size + open),
  digits(answer, data, open) {
    const found = data.rows.map((row, at) => within(columns(data, at).indexOf(under(answer, row)), columns(data, at).length, open));
    return found.includes(null) ? null : found.flat();
  },
  answer(digits, data) {
    const pairs = data.rows.map((row, at) => [row, columns(data, at)[digits[at]] ?? data.empty]);
    return Object.fromEntries(pairs.filter(([, value]) => value !== undefined));
  },
  right: data => data.right,
  hits: (digits, right) => count(digits.map((digit, at) => digit === right[at])),
  text: (answer, { more }) => (more ? lines(answer, more) : null),
  withText: (answer, text, { more }) => ({ ...answer, ...fromLines(text, more) }),
  lost: (answer, { more }) => !!more,
};

// What was typed into several fields of one line each.
const lines = (answer, ids) => ids.map(id => String(under(answer, id) ?? "").replaceAll("\n", " ")).join("\n");
const fromLines = (text, ids) => Object.fromEntries(text.split("\n").slice(0, ids.length).map((line, at) => [ids[at], line]));

// Any options for each row.
const sets = {
  bases: sizes => sizes.flatMap(size => Array(size).fill(2)),
  digits: (answer, data) => data.rows.flatMap(row => data.of[0].map(id => Number(texts(under(answer, row)).includes(id)))),
  answer: (digits, data) => Object.fromEntries(data.rows.map((row, at) => [row, chosen(digits, at, data.of[0])])),
  right: data => data.rows.flatMap((_, row) => data.of[0].map((_, at) => Number(data.right[row].includes(at)))),
  hits: (digits, right, data) => count(data.rows.map((_, row) => equal(part(digits, row, data), part(right, row, data)))),
};

const part = (digits, row, { of }) => digits.slice(row * of[0].length, (row + 1) * of[0].length);
const chosen = (digits, row, ids) => ids.filter((_, at) => digits[row * ids.length + at]);

// A way through a conversation, by its number among all ways of at most `deep` replies.
const way = {
  bases: sizes => sizes,
  digits: (answer, data) => [numberOf(texts(answer), data) ?? 0],
  answer: ([number], data) => wayOf(number, data),
  text: (answer, data) => (numberOf(texts(answer), data) ? null : texts(answer).join("\n")),
  withText: (answer, text) => text.split("\n").filter(Boolean),
  lost: (answer, data, draft) => !draft && !answer.length,
};

function numberOf(answer, { turns, deep }) {
  const ways = waysOf(turns, deep);
  let [number, here] = [0, 0];
  for (const [step, id] of answer.entries()) {
    const at = turns[here]?.findIndex(([reply]) => reply === id) ?? -1;
    if (at < 0 || step >= deep) return null;
    number += 1 + turns[here].slice(0, at).reduce((sum, [, to]) => sum + ways(to, deep - step - 1), 0);
    here = turns[here][at][1];
  }
  return number;
}

function wayOf(number, { turns, deep }) {
  const ways = waysOf(turns, deep);
  const answer = [];
  for (let [left, here, depth] = [number, 0, deep]; left > 0 && turns[here]; depth -= 1) {
    left -= 1;
    let at = 0;
    while (at < turns[here].length - 1 && left >= ways(turns[here][at][1], depth - 1)) left -= ways(turns[here][at++][1], depth - 1);
    answer.push(turns[here][at][0]);
    here = turns[here][at][1];
  }
  return answer;
}

// How many ways of at most `depth` replies there are from a turn on, the empty one among them.
function waysOf(turns, deep) {
  const table = [turns.map(() => 1)];
  const next = to => (to < 0 ? 1 : table.at(-1)[to]);
  while (table.length <= deep) table.push(turns.map(replies => replies.reduce((sum, [, to]) => sum + next(to), 1)));
  return (turn, depth) => (turn < 0 ? 1 : table[depth][turn]);
}

// Nothing but a text: plain, of several fields, or of any shape.
const written = {
  bases: () => [],
  digits: () => [],
  answer: (digits, { plain }) => (plain ? "" : {}),
  text(answer, { plain, more }) {
    if (more) return lines(answer, more);
    return plain ? (typeof answer === "string" ? answer : null) : JSON.stringify(answer ?? {});
  },
  withText: (answer, text, { plain, more }) => (more ? fromLines(text, more) : plain ? text : JSON.parse(text)),
  lost: () => true,
};

export const shapeOf = code => shapes[code[0]];

export const shapes = { o: one, s: several, p: order, r: rows, m: sets, w: way, t: written };
