// What the learner's own pages are made of: progress, cards, notes, files.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ankiFile } from "../../builder/web/anki.js";
import { begun, dueNow, nextDue, rated, stateOf } from "../../builder/web/deck.js";
import { AGAIN, EASY, GOOD, isCard, isDue, review } from "../../builder/web/fsrs.js";
import { asHtml, asJson, asMarkdown, collect } from "../../builder/web/notes.js";
import { begin, lessonState, nextLesson, sectionsRead, tally } from "../../builder/web/progress.js";
import { openSession } from "../../builder/web/session.js";
import { returns, words } from "../../builder/web/words/learner.js";

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 5, 1);
const lessons = [{ id: "a" }, { id: "b" }, { id: "c" }];
const fresh = () => openSession("course", []);

test("a lesson is done when the learner says so, a module when all its lessons are", async () => {
  const session = await fresh();
  assert.deepEqual(tally(session, lessons), { state: "", done: 0, total: 3 });
  begin(session, "a");
  const first = session.get("seen", "a");
  begin(session, "a");
  assert.equal(session.get("seen", "a"), first);
  assert.equal(lessonState(session, "a"), "started");
  for (const { id } of lessons) session.put("done", id, NOW);
  assert.deepEqual(tally(session, lessons), { state: "done", done: 3, total: 3 });
  session.drop("done", "b");
  assert.deepEqual(tally(session, lessons), { state: "started", done: 2, total: 3 });
  assert.deepEqual(tally(session, []), { state: "", done: 0, total: 0 });
});

test("reading goes on where it stopped, else at the first open lesson", async () => {
  const session = await fresh();
  assert.equal(nextLesson(session, lessons).id, "a");
  session.put("place", "last", { lesson: "b", title: "", url: "", part: "", name: "" });
  assert.equal(nextLesson(session, lessons).id, "b");
  session.put("done", "b", NOW);
  assert.equal(nextLesson(session, lessons).id, "a");
  for (const { id } of lessons) session.put("done", id, NOW);
  assert.equal(nextLesson(session, lessons), null);
});

test("sections belong to their lesson, also when one id begins like another", async () => {
  const session = await fresh();
  session.put("read", "a#one", NOW);
  session.put("read", "a-b#two", NOW);
  assert.deepEqual(sectionsRead(session, "a"), ["one"]);
});

const card = (k, more = {}) => ({ k, f: "f1", q: k, rows: [], a: "answer", s: ["", ""], ...more });
const deck = [{ id: "a", t: "A", u: "a.html", cards: [card("a/1"), card("a/2")] }, { id: "b", t: "B", u: "b.html", cards: [card("b/1"), card("a/1")] }];

test("cards come from lessons that were begun, each once", async () => {
  const session = await fresh();
  assert.deepEqual(begun(session, deck), []);
  begin(session, "b");
  assert.deepEqual(begun(session, deck).map(({ k, lesson }) => [k, lesson.id]), [["b/1", "b"], ["a/1", "b"]]);
  session.put("done", "a", NOW);
  assert.deepEqual(begun(session, deck).map(({ k }) => k), ["a/1", "a/2", "b/1"]);
});

test("a card returns when it is due, and one whose question has changed is new again", async () => {
  const session = await fresh();
  begin(session, "a");
  const [first] = begun(session, deck);
  session.put("card", first.k, rated(session, first, GOOD, NOW));
  assert.deepEqual(dueNow(session, begun(session, deck), NOW).map(({ k }) => k), ["a/2"]);
  assert.equal(nextDue(session, begun(session, deck), NOW), NOW + 2 * DAY);
  assert.deepEqual(dueNow(session, begun(session, deck), NOW + 2 * DAY).map(({ k }) => k), ["a/1", "a/2"]);
  assert.ok(stateOf(session, first));
  assert.equal(stateOf(session, { ...first, f: "another" }), null);
});

test("new cards come in bearable numbers", async () => {
  const session = await fresh();
  const cards = Array.from({ length: 90 }, (_, n) => card(`q/${n}`));
  assert.equal(dueNow(session, cards, NOW).length, 20);
});

test("a clock that ran ahead hides no card for years", () => {
  const ahead = review(null, EASY, NOW + 3000 * DAY);
  assert.ok(isDue(ahead, NOW));
  assert.ok(!isDue(review(null, EASY, NOW), NOW));
  const again = review(ahead, AGAIN, NOW);
  assert.ok(isCard(again));
  assert.ok(again.due > NOW && again.due <= NOW + 10 * DAY);
  for (const junk of [null, 5, {}, { due: 1 }, { ...again, stability: -1 }, { ...again, due: NaN }, { ...again, difficulty: 11 }]) assert.ok(!isCard(junk));
});

test("when a card returns is said in words", () => {
  assert.equal(returns(NOW + DAY, NOW), "tomorrow");
  assert.equal(returns(NOW + 5 * DAY, NOW), "in 5 days");
  assert.equal(returns(NOW + 100 * DAY, NOW, () => "9 September 2026"), "on 9 September 2026");
});

test("a file for Anki has one line per card and three fields in it", () => {
  const text = ankiFile("My\ncourse", [["<p>Front</p>\n", "a\tb", "lesson"], ['"Quoted" start', "back", "l"]]);
  assert.equal(text, '#separator:tab\n#html:true\n#notetype:Basic\n#deck:My course\n#tags column:3\n<p>Front</p>\ta b\tlesson\n"""Quoted"" start"\tback\tl\n');
});

const work = [{ t: "Lesson", u: "l.html", tasks: [{ id: "map", t: "Draw", q: "What now?", steps: [["s1", "First"], ["s2", "Second"]] }], asks: { "q/one": "Why?", "q/two": "How?" } }];
const day = () => "1 June 2026";

test("notes gather what was written and ticked, and what belongs to nothing any more", async () => {
  const session = await fresh();
  session.put("note", "map", " My *note* <b> ");
  session.put("note", "lost", "Old note");
  session.put("note", "blank", "  ");
  session.put("step", "map/s2", true);
  session.put("answer", "q/one", { answer: { text: "In my words", rubric: {} } });
  session.put("answer", "q/two", { answer: "an-option" });
  session.put("aside", "q/two/f0", { answer: { "row-1": "left" }, of: "f0" });
  session.put("aside", "gone/three/f0", { answer: ["b", "c-d"], of: "f0" });
  const groups = collect(session, work, words.gone);
  assert.deepEqual(groups.map(({ t }) => t), ["Lesson", words.gone]);
  assert.deepEqual(groups[0].items.map(({ kind, note, q }) => [kind, note, q]), [
    ["task", "My *note* <b>", "What now?"], ["answer", "In my words", "Why?"], ["aside", "row 1: left", "How?"],
  ]);
  assert.deepEqual(groups[0].items[0].steps, ["Second"]);
  assert.deepEqual(groups[1].items.map(({ note }) => note), ["Old note", "b, c d"]);
  assert.match(asMarkdown("Notes", groups, day, words), /^# Notes\n\n## Lesson\n\n### Draw\n\n- \[x\] Second\n\n\*\*What now\?\*\*\n\nMy \*note\* <b>\n\nSaved on 1 June 2026\n/);
  assert.match(asHtml("Notes", "en", groups, day, words), /<blockquote>My \*note\* &lt;b&gt;<\/blockquote>/);
  assert.equal(JSON.parse(asJson("course", groups)).lessons.length, 2);
});
