import assert from "node:assert/strict";
import { test } from "node:test";
import { openSession } from "../../builder/web/session.js";
import { localTracker } from "../../builder/web/trackers/local.js";
import { FakeStorage } from "./fake_storage.mjs";

const silent = { addEventListener() {} };
const open = (storage, course = "course", hearing = silent) => openSession(course, () => localTracker(() => storage, hearing));

test("a fact outlives the page and stays within its course", async () => {
  const storage = new FakeStorage();
  (await open(storage)).put("answer", "quiz/q1", { answer: "a" });
  assert.deepEqual((await open(storage)).get("answer", "quiz/q1"), { answer: "a" });
  assert.equal((await open(storage, "other")).get("answer", "quiz/q1"), undefined);
  assert.deepEqual([...storage.map.keys()], ["coursewright:course:answer:quiz/q1"]);
});

test("two windows never lose each other's facts", async () => {
  const storage = new FakeStorage();
  const [one, two] = [await open(storage), await open(storage)];
  for (let n = 0; n < 10_000; n += 1) (n % 2 ? one : two).put("answer", `quiz/q${n}`, n);
  const later = await open(storage);
  for (let n = 0; n < 10_000; n += 1) assert.equal(later.get("answer", `quiz/q${n}`), n);
});

test("a dropped fact is gone, also after merging an older backup", async () => {
  const session = await open(new FakeStorage());
  session.put("done", "lesson", 1);
  const backup = JSON.parse(JSON.stringify(session.backup()));
  session.drop("done", "lesson");
  session.merge(backup);
  assert.equal(session.get("done", "lesson"), undefined);
});

test("merging two backups gives the same in either order", async () => {
  const [one, two] = [await open(new FakeStorage()), await open(new FakeStorage())];
  one.put("note", "a", "first");
  two.put("note", "a", "second");
  two.put("note", "b", "only here");
  const [first, second] = [one.backup(), two.backup()];
  const merged = [await open(new FakeStorage()), await open(new FakeStorage())];
  [first, second, first].forEach(data => merged[0].merge(data));
  [second, first].forEach(data => merged[1].merge(data));
  assert.deepEqual(merged[0].backup(), merged[1].backup());
});

test("what is no fact in a backup is left out", async () => {
  const session = await open(new FakeStorage());
  session.merge({ "note:a": "text", "note:b": null, "note:c": { at: 1 }, "note:d": { at: 1, value: "kept" } });
  assert.deepEqual(Object.keys(session.backup()), ["note:d"]);
});

test("a damaged text is set aside, kept, counted, and hides nothing else", async () => {
  const storage = new FakeStorage();
  (await open(storage)).put("note", "good", "text");
  storage.setItem("coursewright:course:note:bad", "{not json");
  const session = await open(storage);
  assert.equal(session.damaged, 1);
  assert.equal(session.get("note", "bad"), undefined);
  assert.equal(session.get("note", "good"), "text");
  assert.equal(storage.getItem("coursewright:course:damaged:note:bad"), "{not json");
  assert.equal((await open(storage)).damaged, 0);
});

test("blocked storage: everything works until the page is left", async () => {
  const session = await openSession("course", () => {
    throw new Error("SecurityError");
  });
  session.put("note", "a", "text");
  assert.equal(session.get("note", "a"), "text");
  assert.equal(session.persistent, false);
});

test("storage that fills up is noticed and nothing is lost from the page", async () => {
  const storage = new FakeStorage(60);
  const session = await open(storage);
  const heard = [];
  session.listen(() => heard.push(session.persistent));
  session.put("note", "a", "x".repeat(500));
  assert.equal(session.get("note", "a"), "x".repeat(500));
  assert.deepEqual(heard, [false]);
});

test("another window's change is heard and shown", async () => {
  const target = new EventTarget();
  const session = await open(new FakeStorage(), "course", target);
  const heard = [];
  session.listen((...what) => heard.push(what));
  const tell = (key, newValue) => target.dispatchEvent(Object.assign(new Event("storage"), { key, newValue }));
  tell("coursewright:course:answer:quiz/q1", '{"at":1,"value":"a"}');
  tell("coursewright:other:answer:quiz/q1", '{"at":1,"value":"b"}');
  assert.deepEqual(heard, [["answer", "quiz/q1"]]);
  assert.equal(session.get("answer", "quiz/q1"), "a");
});
