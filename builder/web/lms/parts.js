// What has a slot: lessons, questions, quizzes, as they are now and as they were. No DOM here.
//   kind, slot
//   put(digits, value)    writes how far it is; value(name) gives what the session keeps
//   take(digits, saved)   reads it again; `saved` is what found() makes
import { isSettled, quizOutcome, stillFits } from "../grading/outcome.js";
import { codeOf, digitOf, recordOf } from "./codes.js";
import { valueOf } from "./digits.js";
import { shapeOf } from "./shapes.js";
import { asked, drawnDigit, drawnRecord, putSitting, resultOf, takeSitting } from "./sittings.js";

const tables = new WeakMap();

// { own: the parts that are written, by slot, at(slot): any part there ever was, undefined for none }
export function parts(map) {
  if (!tables.has(map)) tables.set(map, table(map));
  return tables.get(map);
}

function table(map) {
  const questions = Object.entries(map.questions).filter(([, { code }]) => code);
  const own = [
    ...map.lessons.map(lessonPart),
    ...questions.filter(([, { code }]) => code.own).map(([name, question]) => questionPart(name, question)),
    ...Object.entries(map.quizzes ?? {}).map(([name, quiz]) => quizPart(name, quiz, map)),
  ].sort((one, other) => one.slot - other.slot);
  const drawn = questions.filter(([, { code }]) => !code.own).map(([name, question]) => questionPart(name, question));
  const known = new Map([...drawn, ...own].map(part => [part.slot, part]));
  const at = slot => {
    if (!known.has(slot)) known.set(slot, pastAt(slot, map));
    return known.get(slot);
  };
  return { own, at };
}

const LESSON_STATES = 3; // not seen, seen, done

const lessonPart = ({ slot, id }) => ({
  kind: "lesson", slot, name: id,
  put: (digits, value) => digits.put(value(`done:${id}`) ? 2 : value(`seen:${id}`) ? 1 : 0, LESSON_STATES),
  take: (digits, saved) => saved.lesson(id, Number(digits.take(LESSON_STATES))),
});

// A browser's own copy may hold answers to an earlier wording until the lesson is opened again.
export const fitting = (record, of) => (record && stillFits(record, of) ? record : undefined);

export const printOf = (question, quiz) => question.in?.[quiz] ?? question.of;

function questionPart(name, { slot, of, code: data }) {
  const code = codeOf(data.c, data);
  return {
    kind: "question", slot, code, name,
    put: (digits, value) => digits.put(digitOf(code, fitting(value(`answer:${name}`), of)), code.states),
    take: (digits, saved) => saved.answer(name, recordOf(code, digits.take(code.states))),
  };
}

function quizPart(name, { slot, code: data }, map) {
  const code = codeOf(data.c, data);
  return {
    kind: "quiz", slot, name,
    put: (digits, value) => putSitting(digits, code, {
      fact: value(`sitting:${name}`), result: value(`result:${name}`), drawn: drawnIn(name, code, map, value),
    }),
    take: (digits, saved) => saved.sitting(name, takeSitting(digits, code, saved.at)),
  };
}

// Slots and digits of the questions that a quiz drew, by slot.
function drawnIn(quiz, code, { questions }, value) {
  const names = (value(`sitting:${quiz}`)?.asked ?? []).filter(name => !name.startsWith(`${quiz}/`) && questions[name]?.code);
  const pairs = names.map(name => [questions[name].slot, drawnDigit(questions[name], code, fitting(value(`sat:${quiz}/${name}`), printOf(questions[name], quiz)))]);
  return pairs.sort(([one], [other]) => one - other);
}

// What is known of any slot there ever was; see Slots.retired in builder/publish/lms/slots.py.
function pastAt(slot, map) {
  const { codes = [], row = "", wide = 1, names = {} } = map.retired ?? {};
  const signs = [...row.slice(slot * wide, (slot + 1) * wide)];
  const code = signs.length ? codes[signs.reduce((number, sign) => number * 64 + valueOf(sign), 0)] : "";
  return code ? pastPart(slot, { c: code, ...names[slot] }, map) : undefined;
}

// A slot of the past, or of another package: `was` names the question that means something else now, `is` the part that
// is only written otherwise.
function pastPart(slot, { c, was, is }, map) {
  if (c === "l") return { kind: "past", slot, take: (digits, saved) => saved.lesson(null, Number(digits.take(LESSON_STATES))) };
  const [now, quiz] = [map.questions[is], map.quizzes?.[is]];
  const code = codeOf(c, (now ?? quiz)?.code);
  if (c[0] === "z") return { kind: "past", slot, is, empty: c === "z", take: (digits, saved) => saved.sitting(is, takeSitting(digits, code, saved.at)) };
  const readable = now && sameShape(c, now.code.c) && (!code.told || code.right);
  return {
    kind: "past", slot, code, name: is ?? was, is: readable && is,
    take(digits, saved) {
      const digit = digits.take(code.states);
      if (digit && !readable) saved.drop(was ?? is);
      saved.answer(is ?? was, readable ? recordOf(code, digit) : null);
    },
  };
}

const SHAPE = /^[a-z][0-9.]*/;
const sameShape = (one, other) => SHAPE.exec(one)[0] === SHAPE.exec(other)[0];

// What is read from a saved state. Every fact was written by the time of saving at the latest.
export function found(map, at) {
  return new Found(map, at);
}

class Found {
  constructor(map, at) {
    Object.assign(this, { map, at, facts: new Map(), dropped: new Set(), known: new Set(), done: [], sittings: [] });
  }

  set(name, value) {
    this.facts.set(name, { at: this.at, value });
  }

  lesson(id, state) {
    if (state === 2) this.done.push(id);
    if (state && id !== null) this.set(`seen:${id}`, this.at);
    if (state === 2 && id !== null) this.set(`done:${id}`, this.at);
  }

  answer(name, record) {
    this.known.add(name);
    if (record) this.set(`answer:${name}`, { ...record, of: this.map.questions[name].of });
  }

  // Without its text, an answer that was typed is no more than what became of it.
  withText(fact, name, text) {
    const [question, record] = [this.map.questions[name], this.facts.get(fact)?.value];
    if (!record) return;
    const { lost, ...kept } = record;
    const answer = shapeOf(question.code.c).withText(record.answer, text, question.code);
    this.set(fact, { ...kept, answer });
  }

  sectionsOf(lesson) {
    return (this.map.lessons.find(({ id }) => id === lesson)?.sections ?? []).map(section => [section].flat());
  }

  drop(name) {
    if (name) this.dropped.add(name);
  }

  sitting(quiz, taken) {
    if (taken && this.map.quizzes?.[quiz]) this.sittings.push([quiz, taken]);
  }

  // What follows from what was read: the questions that were asked, and results.
  finish(seed) {
    for (const [quiz, taken] of this.sittings) this.sit(quiz, taken, seed);
    for (const [quiz, names] of practice(this.map)) this.practise(quiz, names);
  }

  sit(quiz, taken, seed) {
    const { code: data } = this.map.quizzes[quiz];
    const own = [...this.known].filter(name => this.map.questions[name]?.code.own && quizOf(name) === quiz);
    const drawn = taken.drawn.map(pair => this.draw(quiz, codeOf(data.c), pair)).filter(Boolean);
    const records = asked([...inOrder(this.map, own), ...drawn], data.shuffle, seed, taken.fact.n);
    this.set(`sitting:${quiz}`, { ...taken.fact, ...(taken.asked && { asked: records }) });
    const result = resultOf(data, taken);
    if (result) this.set(`result:${quiz}`, result);
  }

  // The name of a question that was drawn, when it is still in the course as it was.
  draw(quiz, rules, [slot, digit]) {
    const part = parts(this.map).at(slot);
    if (!part?.code) return null;
    const name = part.kind === "past" ? part.is : part.name;
    if (!name) {
      if (digit) this.drop(part.name);
      return null;
    }
    const question = this.map.questions[name];
    const record = drawnRecord(question, rules, digit);
    if (record) this.set(`sat:${quiz}/${name}`, { ...record, of: printOf(question, quiz) });
    return name;
  }

  practise(quiz, names) {
    const questions = names.map(name => ({ points: this.map.questions[name].points ?? 1, record: this.facts.get(`answer:${name}`)?.value }));
    if (!questions.every(({ record }) => isSettled(record))) return;
    const { first, total, share } = quizOutcome(questions);
    this.set(`result:${quiz}`, { first, total, share });
  }
}

const quizOf = name => name.slice(0, name.lastIndexOf("/"));

function inOrder({ questions }, names) {
  const order = new Map(Object.keys(questions).map((name, at) => [name, at]));
  return names.sort((one, other) => order.get(one) - order.get(other));
}

// The questions of each quiz that is no more than practice.
function practice({ questions, quizzes = {} }) {
  const names = Object.keys(questions).filter(name => questions[name].code?.own && !quizzes[quizOf(name)]);
  const groups = new Map();
  for (const name of names) groups.set(quizOf(name), [...(groups.get(quizOf(name)) ?? []), name]);
  return groups;
}
