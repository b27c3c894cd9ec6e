// The saved state: what a learner did, in at most as many characters as a learning platform keeps.
//
//   version, checksum, number [, ".", checksum, number]
//
// The first number holds what must not be lost, slot by slot (see digits.js and parts.js): revision,
// time of saving, seed and place, which slots follow, and for each of them how far it is. The second
// holds texts, the newest first, as far as there is room. Facts are those of session.js by name,
// each { at, value }. No DOM here.
import { Digits, checksum, mark } from "./digits.js";
import { extras, takeExtras } from "./extras.js";
import { found, parts } from "./parts.js";

const VERSION = "1";
const LAST = 2 ** 31 - 1;
const HEAD = 5;
const PLACES = 1024;

const whole = value => (Number.isInteger(value) && value > 0 ? Math.min(value, LAST) : 0);

// All facts that fit into `budget` characters. What must not be lost fits in any package that could
// be built; should it not, the answers stay behind rather than everything.
export function pack(facts, map, budget) {
  const { own } = parts(map);
  const full = packed(facts, map, own);
  const text = full.length <= budget ? full : packed(facts, map, own.filter(({ kind }) => kind !== "question"));
  const more = extras(facts, map, budget - text.length - HEAD).toString();
  return more ? `${text}.${checked(more, map)}` : text;
}

// Of another course, or by numbers that were given otherwise, it would be another learner's state.
const checked = (number, { course, retired }) => checksum(`${course}/${retired?.key ?? ""}/${number}`) + number;
const signed = (number, map) => VERSION + checked(number, map);

function packed(facts, map, own) {
  const digits = new Digits();
  const value = name => facts.get(name)?.value ?? undefined;
  digits.putNumber(whole(value("rev:")));
  digits.putNumber(whole(Math.floor(Math.max(0, ...[...facts.values()].map(({ at }) => at)) / 1000)));
  const seed = value("seed:");
  const seeded = Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32;
  digits.put(seeded ? 1 : 0, 2);
  if (seeded) digits.put(seed, 2 ** 32);
  putPlace(digits, map, value("place:last"));
  putRuns(digits, own.flatMap(({ slot }, at) => [...without(map, own[at - 1]?.slot, slot), slot]));
  for (const part of own) part.put(digits, value);
  return signed(digits.toString(), map);
}

function putPlace(digits, { lessons }, place) {
  const lesson = lessons.find(({ id }) => id === place?.lesson);
  digits.putNumber((lesson?.slot ?? -1) + 1);
  if (lesson) digits.put(mark(String(place.part)), PLACES);
}

// The slots between two, when nothing is written for any of them: passing over them would take more.
function without(map, before, slot) {
  const { at } = parts(map);
  const between = Array.from({ length: slot - before - 1 || 0 }, (_, step) => before + 1 + step);
  return between.length && between.every(one => at(one)?.empty) ? between : [];
}

// Sorted numbers as pairs: how many are passed over, how many follow one another.
function putRuns(digits, slots) {
  const starts = slots.filter((slot, at) => slots[at - 1] !== slot - 1);
  const ends = slots.filter((slot, at) => slots[at + 1] !== slot + 1);
  digits.putNumber(starts.length);
  starts.forEach((start, at) => {
    digits.putNumber(start - (at ? ends[at - 1] + 1 : 0));
    digits.putNumber(ends[at] + 1 - start);
  });
}

// { facts: Map, damaged, dropped: names of questions whose answer was to an earlier wording }.
// Damaged is a text that this course did not write: then there are no facts. One that a platform cut
// short among its texts has all the rest. What an older or a newer version of the course knows
// besides is passed over.
export function unpack(text, map) {
  const saved = String(text ?? "").trim();
  if (!saved) return { facts: new Map(), damaged: false, dropped: [] };
  try {
    return opened(saved, map);
  } catch {
    return { facts: new Map(), damaged: true, dropped: [] };
  }
}

function opened(text, map) {
  const [first, second = ""] = text.split(".", 2);
  if (first !== signed(first.slice(HEAD), map)) throw new Error("damaged");
  const digits = new Digits(first.slice(HEAD));
  const revision = digits.takeNumber();
  const saved = found(map, digits.takeNumber() * 1000);
  const seed = Number(digits.take(2)) ? Number(digits.take(2 ** 32)) : undefined;
  takePlace(digits, map, saved);
  takeParts(digits, map, saved);
  if (revision) saved.set("rev:", revision);
  if (seed !== undefined) saved.set("seed:", seed);
  saved.finish(seed ?? "");
  const more = second.slice(HEAD - 1);
  if (more && second === checked(more, map)) takeExtras(new Digits(more), map, saved);
  return { facts: saved.facts, damaged: false, dropped: [...saved.dropped] };
}

function takePlace(digits, { lessons }, saved) {
  const slot = digits.takeNumber() - 1;
  if (slot < 0) return;
  const part = Number(digits.take(PLACES));
  const lesson = lessons.find(known => known.slot === slot);
  if (!lesson) return;
  const sections = (lesson.sections ?? []).map(section => [section].flat());
  const [anchor = "", title = lesson.title] = sections.find(([name]) => mark(name) === part) ?? [];
  saved.set("place:last", { lesson: lesson.id, title: lesson.title, url: lesson.url, part: anchor, name: title });
}

// The first slot that is not known ends it: this course is older than the one that wrote it.
function takeParts(digits, map, saved) {
  const { at } = parts(map);
  const runs = [];
  for (let left = digits.takeNumber(); left > 0 && !digits.over; left -= 1) runs.push([digits.takeNumber(), digits.takeNumber()]);
  let slot = 0;
  for (const [gap, length] of runs) {
    slot += gap;
    for (const end = slot + length; slot < end; slot += 1) {
      const part = at(slot);
      if (!part) return;
      part.take(digits, saved);
    }
  }
}
