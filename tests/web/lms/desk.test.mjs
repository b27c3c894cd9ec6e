// Sessions with a platform, without a page.
import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { Desk } from "../../../builder/web/lms/desk.js";
import { Line } from "../../../builder/web/lms/line.js";
import { scorm12 } from "../../../builder/web/trackers/scorm12.js";
import { scorm2004 } from "../../../builder/web/trackers/scorm2004.js";
import { FakeStorage } from "../fake_storage.mjs";
import { Platform } from "./platform.mjs";

const question = { slot: 0, type: "single-choice", of: "f1", points: 1, lesson: "a", objectives: [], text: "What?", key: { options: [["x", "X"], ["y", "Y"]], right: "x" } };
const map = {
  course: "c", title: "Course", sco: "c", pass: 70, preset: { exit: "suspend" }, modules: [{ id: "m", title: "M" }],
  lessons: [{ id: "a", url: "a.html", title: "A", module: 0, slot: 0, sections: ["s"], quiz: "quiz" }, { id: "b", url: "b.html", title: "B", module: 0, slot: 1, sections: [], quiz: "exam", assessment: true }],
  questions: { "quiz/one": question, "bank/two": { ...question, slot: 1, lesson: "b" } },
  assessments: [{ quiz: "exam", lesson: "b", pass: 70, keep: "best", points: 2 }], objectives: [{ id: "quiz.exam", text: "Exam" }], retired: [],
};
const NAMES = {
  scorm12: { status: "cmi.core.lesson_status", raw: "cmi.core.score.raw", location: "cmi.core.lesson_location", learner: "cmi.core.student_id", mode: "cmi.core.lesson_mode", credit: "cmi.core.credit" },
  scorm2004: { status: "cmi.completion_status", raw: "cmi.score.raw", location: "cmi.location", learner: "cmi.learner_id", mode: "cmi.mode", credit: "cmi.credit" },
};

const open = [];
afterEach(() => open.splice(0).forEach(desk => desk.queue.stop()));

// One launch: the desk and a way to do things as a page would.
async function launch(dialect, platform, storage = new FakeStorage(), about = map) {
  globalThis.localStorage = storage;
  const heard = [];
  const line = new Line(platform.api(dialect.calls), dialect.calls);
  assert.equal(line.open(dialect.mode), true);
  const desk = new Desk(about, line, dialect, state => heard.push(state));
  const read = await desk.read();
  open.push(desk);
  let at = Date.now();
  const put = (name, value) => desk.store.put(name, { at: (at += 1), value });
  const write = () => desk.queue.now(true);
  return { desk, read, heard, put, write, end: () => desk.queue.stop() };
}

const answer = (tries, given, right) => ({ answer: given, tries, right, first: right && tries === 1, score: right ? 1 : 0, done: right, of: "f1" });
const after = platform => new Platform({ ...platform.kept });

for (const [name, dialect] of Object.entries({ scorm12, scorm2004 })) {
  const names = NAMES[name];
  const fresh = (more = {}, quirks = {}) => new Platform({ [names.learner]: "l1", [names.mode]: "normal", [names.credit]: "credit", ...more }, quirks);

  test(`${name}: the first commit makes the session one to go on with`, async () => {
    const platform = fresh();
    const { write, end } = await launch(dialect, platform);
    write();
    const calls = platform.calls.map(call => call.join(" "));
    const first = calls.findIndex(call => call.startsWith("commit"));
    const before = calls.slice(0, first).filter(call => call.startsWith("set"));
    assert.deepEqual(before.map(call => call.split(" ")[1]), [dialect.exit, dialect.time, names.status]);
    assert.equal(platform.kept[dialect.exit], "suspend");
    assert.equal(platform.kept[names.status], "incomplete");
    end();
  });

  test(`${name}: nothing is written while what was kept is taken up`, async () => {
    const platform = fresh({ [names.status]: "incomplete" });
    const { end } = await launch(dialect, platform);
    assert.deepEqual(platform.sets(), []);
    end();
  });

  test(`${name}: status and score are written first, in a commit of their own`, async () => {
    const platform = fresh();
    const { put, write, end } = await launch(dialect, platform);
    write();
    const start = platform.calls.length;
    for (const lesson of ["a", "b"]) put(`done:${lesson}`, 1);
    put("result:exam", { share: 0.9, passed: true });
    write();
    const later = platform.calls.slice(start).map(([call, element]) => (call === "set" ? element : call));
    const [one] = [later.indexOf("commit")];
    assert.ok(later.indexOf(names.status) >= 0 && later.indexOf(names.status) < one);
    assert.ok(later.indexOf(names.raw) < one);
    assert.ok(later.indexOf(dialect.state) > one);
    assert.equal(later.filter(call => call === "commit").length, 2);
    for (const element of [names.status, names.raw, dialect.state, dialect.location]) assert.ok(later.filter(call => call === element).length <= 1, element);
    assert.equal(platform.kept[names.raw], "90");
    end();
  });

  test(`${name}: every check is one more interaction, and none is read back`, async () => {
    const platform = fresh();
    const one = await launch(dialect, platform);
    one.put("answer:quiz/one", answer(1, "y", false));
    one.put("answer:quiz/one", answer(2, "x", true));
    one.put("answer:quiz/one", { ...answer(2, "x", true), told: true });
    one.put("sat:exam/bank/two", { answer: "x", tries: 0, draft: true });
    one.put("sat:exam/bank/two", answer(1, "x", true));
    one.write();
    one.end();
    const response = name === "scorm12" ? "student_response" : "learner_response";
    assert.deepEqual([0, 1, 2, 3].map(n => platform.kept[`cmi.interactions.${n}.${response}`]), ["y", "x", "x", undefined]);
    assert.match(platform.kept["cmi.interactions.2.id"], /bank__two$/);
    assert.equal(platform.kept["cmi.interactions.2.objectives.0.id"], "quiz.exam");
    const two = await launch(dialect, after(platform));
    two.put("answer:quiz/one", answer(3, "x", true));
    two.write();
    two.end();
    assert.ok(platform.named("get").every(([, element]) => !/interactions\.\d/.test(element)));
  });

  test(`${name}: the next launch appends behind what is there`, async () => {
    const first = fresh();
    const one = await launch(dialect, first);
    one.put("answer:quiz/one", answer(1, "y", false));
    one.write();
    one.end();
    const next = after(first);
    const two = await launch(dialect, next);
    two.put("answer:quiz/one", answer(2, "x", true));
    two.write();
    two.end();
    assert.ok("cmi.interactions.1.id" in next.kept && !("cmi.interactions.2.id" in next.kept));
  });

  test(`${name}: without interactions, objectives or anything optional the course goes on`, async () => {
    const platform = fresh({}, { refuse: element => /interactions|objectives|progress_measure|session_time/.test(element) });
    const { desk, put, write, heard, end } = await launch(dialect, platform);
    put("answer:quiz/one", answer(1, "x", true));
    put("result:exam", { share: 1 });
    write();
    put("answer:quiz/one", answer(2, "x", true));
    write();
    assert.deepEqual(heard, []);
    assert.equal(desk.failing, false);
    assert.equal(platform.named("get").filter(([, element]) => element === "cmi.interactions._count").length, 1);
    assert.ok(platform.kept[dialect.state]);
    end();
  });

  test(`${name}: an exam is an objective with score and status`, async () => {
    const platform = fresh();
    const { put, write, end } = await launch(dialect, platform);
    put("result:exam", { share: 0.8, passed: true });
    write();
    assert.equal(platform.kept["cmi.objectives.0.id"], "quiz.exam");
    assert.equal(platform.kept["cmi.objectives.0.score.raw"], "80");
    assert.equal(platform.kept[name === "scorm12" ? "cmi.objectives.0.status" : "cmi.objectives.0.success_status"], "passed");
    end();
  });

  test(`${name}: an objective the platform already knows is used, wherever it stands`, async () => {
    const platform = fresh({ "cmi.objectives.0.id": "other", "cmi.objectives.1.id": "quiz.exam" });
    const { put, write, end } = await launch(dialect, platform);
    put("result:exam", { share: 0.8 });
    write();
    assert.equal(platform.kept["cmi.objectives.1.score.raw"], "80");
    assert.ok(!("cmi.objectives.2.id" in platform.kept) && !("cmi.objectives.0.score.raw" in platform.kept));
    end();
  });

  test(`${name}: neither status nor score sinks with a worse attempt or a larger course`, async () => {
    const platform = fresh();
    const one = await launch(dialect, platform);
    for (const lesson of ["a", "b"]) one.put(`done:${lesson}`, 1);
    one.put("result:exam", { share: 0.9 });
    one.write();
    one.put("result:exam", { share: 0.1 });
    one.write();
    one.end();
    const status = platform.kept[names.status];
    assert.equal(platform.kept[names.raw], "90");
    const larger = { ...map, lessons: [...map.lessons, { ...map.lessons[0], id: "new", slot: 2 }] };
    const next = new Platform({ ...platform.kept, [dialect.state]: "" });
    const two = await launch(dialect, next, new FakeStorage(), larger);
    two.put("done:new", null);
    two.put("result:exam", { share: 0.2 });
    two.write();
    two.end();
    assert.equal(next.kept[names.status], status);
    assert.equal(next.kept[names.raw], "90");
  });

  test(`${name}: browsing, reviewing and no credit write no status and no score`, async () => {
    for (const more of [{ [names.mode]: "Browse" }, { [names.mode]: "review" }, { [names.credit]: "no-credit" }]) {
      const platform = fresh(more);
      const { put, write, end } = await launch(dialect, platform);
      for (const lesson of ["a", "b"]) put(`done:${lesson}`, 1);
      put("result:exam", { share: 0.9 });
      put("answer:quiz/one", answer(1, "x", true));
      write();
      const written = platform.sets().map(([element]) => element).filter(element => /status|score|interactions|objectives|progress/.test(element));
      assert.deepEqual(written, []);
      end();
    }
  });

  test(`${name}: what one launch did the next one knows, whatever the platform says of resuming`, async () => {
    const platform = fresh();
    const one = await launch(dialect, platform);
    one.put("done:a", 5);
    one.put("place:last", { lesson: "b", title: "B", url: "b.html", part: "", name: "" });
    one.write();
    one.end();
    assert.equal(platform.kept[dialect.location], "b");
    const { desk, end } = await launch(dialect, new Platform({ ...platform.kept, "cmi.core.entry": "", "cmi.entry": "ab-initio" }));
    assert.ok(desk.store.facts.get("done:a").value);
    assert.equal(desk.store.facts.get("place:last").value.lesson, "b");
    end();
  });

  test(`${name}: a platform that lost the state gets it back from this browser, for the same learner only`, async () => {
    const [platform, storage] = [fresh(), new FakeStorage()];
    const one = await launch(dialect, platform, storage);
    one.put("done:a", 5);
    one.write();
    one.end();
    for (const [learner, found] of [["l1", 5], ["l2", undefined], ["", undefined]]) {
      const { desk, write, end } = await launch(dialect, fresh({ [names.learner]: learner }), storage);
      write();
      end();
      assert.equal(desk.store.facts.get("done:a")?.value, found);
    }
  });

  test(`${name}: damaged state is a fresh start at the right lesson, never an error`, async () => {
    for (const text of ["rubbish", "0{", "é\u0000", "x".repeat(5000), "null"]) {
      const { desk, read, write, end } = await launch(dialect, fresh({ [dialect.state]: text, [dialect.location]: "b" }));
      assert.deepEqual([read.damaged, read.location, desk.store.facts.size], [true, "b", 0]);
      write();
      end();
    }
  });

  test(`${name}: a failing commit is told, kept here and sent again`, async () => {
    let broken = true;
    const [platform, storage] = [fresh({}, { fail: () => broken }), new FakeStorage()];
    const { put, write, heard, desk, end } = await launch(dialect, platform, storage);
    put("done:a", 5);
    write();
    assert.equal(heard[0], "failing");
    assert.match([...storage.map.values()][0], /done:a/);
    assert.ok(!platform.kept[dialect.state]);
    broken = false;
    write();
    await Promise.resolve();
    assert.equal(heard.at(-1), "back");
    assert.ok(platform.kept[dialect.state].length > 10);
    assert.equal(platform.kept[names.status], "incomplete");
    assert.equal(desk.failing, false);
    end();
  });

  test(`${name}: answers of any kind are understood`, async () => {
    for (const [quirks, fails] of [[{ answer: true }, false], [{ answer: "TRUE" }, false], [{ fail: () => true, failed: null }, true], [{ fail: () => true, failed: undefined }, true], [{ fail: () => true, failed: "" }, true], [{ missing: null }, false]]) {
      const { put, write, desk, end } = await launch(dialect, fresh({}, quirks));
      put("done:a", 5);
      write();
      assert.equal(desk.failing, fails);
      end();
    }
  });

  test(`${name}: the end comes once, after a good commit, and silence follows`, async () => {
    const platform = fresh();
    const { put, desk } = await launch(dialect, platform);
    put("done:a", 5);
    assert.equal(desk.leave(false), true);
    const calls = platform.calls.map(([call]) => call);
    assert.equal(calls.at(-1), "close");
    assert.equal(calls.filter(call => call === "close").length, 1);
    put("done:b", 5);
    desk.part();
    desk.flush();
    assert.equal(platform.calls.map(([call]) => call).at(-1), "close");
    const written = platform.sets().slice(-2).map(([element, value]) => `${element} ${value}`);
    assert.deepEqual(written, name === "scorm12" ? [`${dialect.time} ${platform.kept[dialect.time]}`, "cmi.core.exit suspend"] : ["cmi.exit suspend", "adl.nav.request suspendAll"]);
  });

  test(`${name}: a page that goes away is closed without a commit, with all that was done`, async () => {
    const platform = fresh();
    const { put, write, desk } = await launch(dialect, platform);
    write();
    const commits = platform.named("commit").length;
    put("done:a", 5);
    desk.part();
    desk.part();
    assert.equal(platform.named("commit").length, commits);
    assert.equal(platform.named("close").length, 1);
    const { desk: next, end } = await launch(dialect, after(platform), new FakeStorage());
    assert.ok(next.store.facts.get("done:a").value);
    end();
  });

  test(`${name}: a course with a full state stays within what every platform takes`, async () => {
    const lessons = Array.from({ length: 400 }, (_, n) => ({ ...map.lessons[0], id: `lesson-${n}`, slot: n, quiz: null }));
    const platform = fresh();
    const { put, write, end } = await launch(dialect, platform, new FakeStorage(), { ...map, lessons });
    for (const { id } of lessons) put(`done:${id}`, Date.now());
    for (let n = 0; n < 100; n += 1) put(`note:${n}`, "a long note ".repeat(50));
    write();
    assert.ok(platform.kept[dialect.state].length <= 3800);
    assert.match(platform.kept[dialect.state], /^[\x20-\x7e]+$/);
    end();
  });
}

test("two windows of one learner end with everything that was done in either", async () => {
  const [storage, first, second] = [new FakeStorage(), new Platform({ "cmi.core.student_id": "l1" }), new Platform({ "cmi.core.student_id": "l1" })];
  const one = await launch(scorm12, first, storage);
  const two = await launch(scorm12, second, storage);
  one.put("done:a", 5);
  one.write();
  two.desk.join();
  two.put("done:b", 6);
  two.write();
  one.desk.join();
  one.write();
  for (const platform of [first, second]) {
    const { desk } = await launch(scorm12, after(platform), new FakeStorage());
    assert.ok(desk.store.facts.get("done:a").value && desk.store.facts.get("done:b").value);
  }
  assert.equal(second.sets().filter(([name]) => name.includes("interactions")).length, 0);
});

test("a finished course may be meant to end its attempt", async () => {
  const platform = new Platform({ "cmi.mode": "normal" });
  const { desk } = await launch(scorm2004, platform);
  desk.leave(true);
  assert.deepEqual(platform.sets().slice(-2), [["cmi.exit", "normal"], ["adl.nav.request", "exitAll"]]);
});

test("a platform that was opened before is used all the same; one that refuses is not", async () => {
  const platform = new Platform({ "cmi.core.lesson_mode": "normal" });
  platform.begin("");
  assert.equal(new Line(platform.api(scorm12.calls), scorm12.calls).open(scorm12.mode), true);
  const over = new Platform();
  over.over = true;
  assert.equal(new Line(over.api(scorm12.calls), scorm12.calls).open(scorm12.mode), false);
  const throwing = Object.fromEntries(Object.values(scorm12.calls).map(name => [name, () => {
    throw new Error("gone");
  }]));
  const line = new Line(throwing, scorm12.calls);
  assert.equal(line.open(scorm12.mode), false);
  assert.equal(line.get("x"), "");
  line.close();
});
