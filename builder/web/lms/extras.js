// What saved state holds as far as there is room: texts, ticks, what was read, when lessons were
// done. No DOM here.
import { Digits, mark } from "./digits.js";
import { fitting, parts, printOf } from "./parts.js";
import { shapeOf } from "./shapes.js";
import { putText, takeText } from "./texts.js";

const [ANSWER, DRAWN, NOTE, STEPS, READ, DAYS] = [1, 2, 3, 4, 5, 6]; // kinds of entry; 0 ends them
const KINDS = 8;
const DAY = 86_400_000;
const MOST_MARKS = 200;
const MOST_DAYS = 4000;

// As much as fits into so many characters, the newest first.
export function extras(facts, map, budget) {
  const kept = new Digits();
  for (const { write } of entries(facts, map)) {
    const entry = new Digits();
    write(entry);
    if ((kept.bits + entry.bits) / 6 <= budget - 1) kept.append(entry);
  }
  return kept;
}

function entries(facts, map) {
  const found = [...facts].filter(([, { value }]) => value !== null)
    .map(([name, { at, value }]) => ({ name, at, value, kind: name.split(":", 1)[0], id: name.slice(name.indexOf(":") + 1) }));
  const of = kind => found.filter(fact => fact.kind === kind);
  const texts = [
    ...of("answer").flatMap(fact => answerText(fact, map)),
    ...of("sat").flatMap(fact => drawnText(fact, map)),
    ...of("note").flatMap(noteText),
  ];
  const marks = [...grouped(of("step"), "/").map(ticks), ...grouped(of("read"), "#").flatMap(group => sections(group, map))];
  return [...newest(texts), ...newest(marks), ...days(facts, map)];
}

const newest = list => list.sort((one, other) => other.at - one.at || (one.name < other.name ? -1 : 1));

function entry({ name, at }, kind, ...rest) {
  const write = digits => {
    digits.put(kind, KINDS);
    for (const part of rest) typeof part === "string" ? putText(digits, part) : digits.putNumber(part);
  };
  return { name, at, write };
}

function textOf(question, record, of) {
  const { answer, lost } = record;
  if (!question?.code || lost || !fitting(record, of)) return null;
  return shapeOf(question.code.c).text?.(answer, question.code) ?? null;
}

function answerText(fact, { questions }) {
  const text = textOf(questions[fact.id], fact.value, questions[fact.id]?.of);
  return text === null ? [] : [entry(fact, ANSWER, questions[fact.id].slot, text)];
}

function drawnText(fact, { questions, quizzes = {} }) {
  const quiz = Object.keys(quizzes).find(id => fact.id.startsWith(`${id}/`) && questions[fact.id.slice(id.length + 1)]);
  const question = quiz && questions[fact.id.slice(quiz.length + 1)];
  const text = quiz ? textOf(question, fact.value, printOf(question, quiz)) : null;
  return text === null ? [] : [entry(fact, DRAWN, quizzes[quiz].slot, question.slot, text)];
}

const noteText = fact => (typeof fact.value === "string" ? [entry(fact, NOTE, fact.id, fact.value)] : []);

// Facts of one thing together, at the time of the latest.
function grouped(facts, mark) {
  const groups = new Map();
  for (const { id, name, at } of facts) {
    const [thing, part] = [id.slice(0, id.lastIndexOf(mark)), id.slice(id.lastIndexOf(mark) + 1)];
    const group = groups.get(thing) ?? { thing, name, at, parts: [] };
    group.parts.push(part);
    group.at = Math.max(group.at, at);
    groups.set(thing, group);
  }
  return [...groups.values()];
}

const ticks = group => entry(group, STEPS, group.thing, group.parts.join("\n"));

function sections(group, { lessons }) {
  const slot = lessons.find(({ id }) => id === group.thing)?.slot;
  const marks = [...new Set(group.parts.map(mark))].slice(0, MOST_MARKS);
  return slot === undefined ? [] : [entry(group, READ, slot, marks.length, ...marks)];
}

// How many days before the time of saving each lesson was done, in the order of their slots. As a
// rule the next one was done on the same day or on the day after.
function days(facts, { lessons }) {
  const today = dayOf(Math.max(0, ...[...facts.values()].map(fact => fact.at)));
  const done = [...lessons].sort((one, other) => one.slot - other.slot).map(({ id }) => facts.get(`done:${id}`)?.value).filter(Boolean);
  const ages = done.map(time => Math.min(MOST_DAYS, Math.max(0, today - dayOf(time))));
  const write = digits => {
    digits.put(DAYS, KINDS);
    digits.putNumber(ages.length);
    ages.forEach((age, place) => putStep(digits, age - (ages[place - 1] ?? 0)));
  };
  return done.length ? [{ write }] : [];
}

// The number of a day as the learner's calendar has it, and the noon of a day so many days before.
function dayOf(time) {
  const date = new Date(time);
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / DAY;
}

function daysBefore(time, age) {
  const date = new Date(time);
  return age ? new Date(date.getFullYear(), date.getMonth(), date.getDate() - age, 12).getTime() : time;
}

const [SAME, NEXT, LATER, EARLIER] = [0, 1, 2, 3];

function putStep(digits, step) {
  digits.put(step === 0 ? SAME : step === -1 ? NEXT : step < 0 ? LATER : EARLIER, 4);
  if (step > 0 || step < -1) digits.putNumber(Math.abs(step));
}

function takeStep(digits) {
  const kind = Number(digits.take(4));
  return [0, -1][kind] ?? (kind === LATER ? -digits.takeNumber() : digits.takeNumber());
}

// Reads as many entries as it knows of.
export function takeExtras(digits, map, saved) {
  const nameOf = slot => {
    const { kind, name, is } = parts(map).at(slot) ?? {};
    return kind === "past" ? is : name;
  };
  for (;;) {
    const read = READERS[Number(digits.take(KINDS))];
    if (!read) return;
    read(digits, saved, nameOf);
  }
}

function takeAnswer(digits, saved, nameOf) {
  const name = nameOf(digits.takeNumber());
  saved.withText(`answer:${name}`, name, takeText(digits));
}

function takeDrawn(digits, saved, nameOf) {
  const [quiz, name] = [nameOf(digits.takeNumber()), nameOf(digits.takeNumber())];
  saved.withText(`sat:${quiz}/${name}`, name, takeText(digits));
}

function takeNote(digits, saved) {
  const id = takeText(digits);
  saved.set(`note:${id}`, takeText(digits));
}

function takeTicks(digits, saved) {
  const thing = takeText(digits);
  for (const step of takeText(digits).split("\n")) saved.set(`step:${thing}/${step}`, true);
}

function takeSections(digits, saved, nameOf) {
  const lesson = nameOf(digits.takeNumber());
  const marks = takeList(digits);
  const read = saved.sectionsOf(lesson).filter(([anchor]) => marks.includes(mark(anchor)));
  for (const [anchor] of read) saved.set(`read:${lesson}#${anchor}`, saved.at);
}

function takeDays(digits, saved) {
  const known = saved.done.slice(0, digits.takeNumber());
  let age = 0;
  for (const lesson of known) {
    age = Math.max(0, age + takeStep(digits));
    if (lesson !== null) saved.set(`done:${lesson}`, daysBefore(saved.at, age));
  }
}

function takeList(digits) {
  const count = digits.takeNumber();
  const list = [];
  while (list.length < count && list.length < MOST_MARKS) list.push(digits.takeNumber());
  return list;
}

const READERS = [null, takeAnswer, takeDrawn, takeNote, takeTicks, takeSections, takeDays]; // by kind of entry
