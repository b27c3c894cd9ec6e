import assert from "node:assert/strict";
import { test } from "node:test";
import { openSession } from "../../builder/web/session.js";
import { localTracker } from "../../builder/web/trackers/local.js";
import { memoryTracker } from "../../builder/web/trackers/memory.js";
import { FakeStorage } from "./fake_storage.mjs";

const silent = { addEventListener() {} };
const refused = () => {
  throw new Error("SecurityError");
};
const open = (storage, course = "course", hearing = silent) => openSession(course, [() => localTracker(() => storage, hearing)]);

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
  for (let n = 0; n < 10_000; n += 1) (n % 2 ? one : two).put("answer", `quiz/q${n}`, { n });
  const later = await open(storage);
  for (let n = 0; n < 10_000; n += 1) assert.deepEqual(later.get("answer", `quiz/q${n}`), { n });
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
  await null;
  assert.equal(storage.getItem("coursewright:course:damaged:note:bad"), "{not json");
  assert.equal((await open(storage)).damaged, 0);
});

test("blocked storage: everything works until the page is left", async () => {
  const session = await openSession("course", [refused]);
  session.put("note", "a", "text");
  assert.equal(session.get("note", "a"), "text");
  assert.equal(session.persistent, false);
});

test("storage that fills up is noticed and nothing is lost from the page", async () => {
  const storage = new FakeStorage(60);
  const session = await open(storage);
  const heard = [];
  session.listen(() => heard.push(session.persistent));
  const kept = session.put("note", "a", "x".repeat(500));
  assert.equal(session.get("note", "a"), "x".repeat(500));
  await kept;
  assert.deepEqual(heard, [false]);
});

test("another window's change is heard and shown", async () => {
  const target = new EventTarget();
  const session = await open(new FakeStorage(), "course", target);
  const heard = [];
  session.listen((...what) => heard.push(what));
  const tell = (key, newValue) => target.dispatchEvent(Object.assign(new Event("storage"), { key, newValue }));
  tell("coursewright:course:answer:quiz/q1", '{"at":1,"value":{"answer":"a"}}');
  tell("coursewright:other:answer:quiz/q1", '{"at":1,"value":{"answer":"b"}}');
  assert.deepEqual(heard, [["answer", "quiz/q1"]]);
  assert.deepEqual(session.get("answer", "quiz/q1"), { answer: "a" });
});

test("a tracker that fails while in use gives way to the next one, and no fact is lost", async () => {
  const storage = new FakeStorage();
  const failing = { ...memoryTracker(), persistent: true, write: async () => Promise.reject(new Error("QuotaExceededError")) };
  const session = await openSession("course", [async () => failing, () => localTracker(() => storage, silent)]);
  await Promise.all(["a", "b", "c"].map(id => session.put("note", id, id)));
  assert.ok(session.persistent);
  const next = await open(storage);
  assert.deepEqual(next.all("note").map(([id, value]) => [id, value]), [["a", "a"], ["b", "b"], ["c", "c"]]);
});

test("facts in a lesser storage move to the better one, the later of two wins", async () => {
  const storage = new FakeStorage();
  const kept = new Map([["coursewright:course:note:a", '{"at":5,"value":"newer"}']]);
  storage.setItem("coursewright:course:note:a", '{"at":4,"value":"older"}');
  storage.setItem("coursewright:course:note:b", '{"at":4,"value":"only there"}');
  storage.setItem("coursewright:course:note:bad", "{");
  storage.setItem("coursewright:other:note:b", '{"at":4,"value":"another course"}');
  const session = await openSession("course", [async () => memoryTracker(kept), () => localTracker(() => storage, silent)]);
  assert.equal(session.get("note", "a"), "newer");
  assert.equal(session.get("note", "b"), "only there");
  assert.equal(session.damaged, 1);
  await new Promise(setImmediate);
  assert.deepEqual([...storage.map.keys()], ["coursewright:other:note:b"]);
  assert.equal(kept.get("coursewright:course:note:b"), '{"at":4,"value":"only there"}');
  assert.equal(kept.get("coursewright:course:damaged:note:bad"), "{");
});

test("facts stay in the lesser storage while the better one takes none", async () => {
  const storage = new FakeStorage();
  storage.setItem("coursewright:course:note:a", '{"at":4,"value":"text"}');
  const full = { ...memoryTracker(), write: async () => Promise.reject(new Error("QuotaExceededError")) };
  const session = await openSession("course", [async () => full, () => localTracker(() => storage, silent)]);
  await new Promise(setImmediate);
  assert.equal(session.get("note", "a"), "text");
  assert.equal(storage.map.size, 1);
});

test("a clock set back or far ahead: the last thing a learner did still counts", async t => {
  const storage = new FakeStorage();
  t.mock.timers.enable({ apis: ["Date"], now: Date.UTC(2099, 0, 1) });
  (await open(storage)).put("note", "a", "with the clock far ahead");
  t.mock.timers.setTime(Date.UTC(2026, 0, 1));
  const session = await open(storage);
  const ahead = session.backup();
  session.put("note", "a", "after the clock was set right");
  session.merge(ahead);
  assert.equal((await open(storage)).get("note", "a"), "after the clock was set right");
});

test("values of a wrong shape are set aside like damaged ones", async () => {
  const storage = new FakeStorage();
  const wrong = { "note:a": 5, "done:a": "yes", "seen:a": 1e300, "place:last": { part: [] }, "answer:q/a": "b", "card:q/a": [] };
  for (const [name, value] of Object.entries(wrong)) storage.setItem(`coursewright:course:${name}`, JSON.stringify({ at: 1, value }));
  storage.setItem("coursewright:course:note:far", '{"at":1e308,"value":"text"}');
  const session = await open(storage);
  assert.deepEqual(session.backup(), {});
  assert.equal(session.damaged, 7);
});

test("merging is commutative and idempotent, over random backups", async () => {
  let seed = 7;
  const pick = n => (seed = (seed * 48271) % 2147483647) % n;
  const fact = () => ({ at: pick(4), value: [null, "a", "b", { x: pick(3) }, 5][pick(5)] });
  const backup = () => Object.fromEntries(Array.from({ length: pick(6) }, () => [`${["note", "step", "answer"][pick(3)]}:${pick(3)}`, fact()]));
  const merged = async backups => {
    const session = await openSession("course", []);
    for (const data of backups) session.merge(data);
    return new Map(Object.entries(session.backup()).sort());
  };
  for (let n = 0; n < 1000; n += 1) {
    const [a, b, c] = [backup(), backup(), backup()];
    const all = await merged([a, b, c]);
    assert.deepEqual(await merged([c, a, b, a]), all);
    assert.deepEqual(await merged([b, c, b, a, c]), all);
  }
});
