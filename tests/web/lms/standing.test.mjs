import assert from "node:assert/strict";
import { test } from "node:test";
import { mergeCopies } from "../../../builder/web/lms/merge.js";
import { counting, standing } from "../../../builder/web/lms/standing.js";
import { scorm12 } from "../../../builder/web/trackers/scorm12.js";
import { scorm2004 } from "../../../builder/web/trackers/scorm2004.js";

const facts = given => new Map(Object.entries(given).map(([name, value]) => [name, { at: 1, value }]));
const map = (assessments = [], pass = assessments.length ? 70 : null) => ({ lessons: [{ id: "a" }, { id: "b" }, { id: "c" }], assessments, pass });
const exams = [{ quiz: "x", points: 1, keep: "best" }, { quiz: "y", points: 3, keep: "last" }];

test("all lessons done make a course complete, where nothing is scored", () => {
  assert.deepEqual(standing(facts({ "done:a": 1 }), map()), { done: 1, total: 3, progress: 1 / 3, complete: false, score: null, passed: null });
  assert.equal(standing(facts({ "done:a": 1, "done:b": 1, "done:c": 1 }), map()).complete, true);
  assert.equal(standing(facts({ "done:a": 1, "done:b": 1, "done:c": null }), map()).complete, false);
});

test("assessments count by their points, and each must have a result", () => {
  const all = { "done:a": 1, "done:b": 1, "done:c": 1 };
  assert.equal(standing(facts({ ...all, "result:x": { share: 1 } }), map(exams)).complete, false);
  assert.equal(standing(facts({ ...all, "result:x": { share: 1 } }), map(exams)).score, 25);
  const half = standing(facts({ ...all, "result:x": { share: 1 }, "result:y": { share: 0.6 } }), map(exams));
  assert.deepEqual([half.complete, half.score, half.passed], [true, 70, true]);
});

test("a percentage as shown decides", () => {
  const one = map([{ quiz: "x", points: 10 }]);
  assert.equal(standing(facts({ "result:x": { share: 0.695 } }), one).passed, true);
  assert.equal(standing(facts({ "result:x": { share: 0.694 } }), one).passed, false);
});

test("damaged results are none", () => {
  for (const value of [{ share: 7 }, { share: null }, { share: "1" }, 5, null]) assert.equal(standing(facts({ "result:x": value }), map(exams)).score, null);
});

test("the better result counts, unless the author keeps the last", () => {
  const known = map(exams);
  assert.deepEqual(counting(known, "x", { share: 0.9, passed: true }, { share: 0.2, passed: false, n: 2 }), { share: 0.9, passed: true, n: 2 });
  assert.deepEqual(counting(known, "x", { share: 0.1 }, { share: 0.2 }), { share: 0.2 });
  assert.deepEqual(counting(known, "y", { share: 0.9 }, { share: 0.2 }), { share: 0.2 });
  assert.deepEqual(counting(known, "practice", { share: 0.9 }, { share: 0.2 }), { share: 0.2 });
});

const said = (dialect, now, before) => Object.fromEntries(dialect.standing({ progress: 0, score: null, passed: null, ...now }, before));

test("SCORM 1.2: incomplete, then passed, failed or completed, and never lower", () => {
  const status = (now, before = "") => said(scorm12, now, { status: before })["cmi.core.lesson_status"];
  assert.equal(status({ complete: false, passed: true, score: 90 }), "incomplete");
  assert.equal(status({ complete: true }), "completed");
  assert.equal(status({ complete: true, passed: true, score: 90 }), "passed");
  assert.equal(status({ complete: true, passed: false, score: 9 }), "failed");
  assert.equal(status({ complete: false }, "passed"), "passed");
  assert.equal(status({ complete: true, passed: false, score: 9 }, "passed"), "passed");
  assert.equal(status({ complete: true, passed: true, score: 90 }, "failed"), "passed");
  assert.equal(status({ complete: false }, "completed"), "completed");
  assert.equal(status({ complete: false }, "never heard of"), "incomplete");
});

test("SCORM 2004: completion and success apart, progress to four decimals, and never lower", () => {
  const before = { status: "incomplete", success: "unknown" };
  const open = said(scorm2004, { complete: false, passed: true, score: 90, progress: 2 / 3 }, before);
  assert.equal(open["cmi.completion_status"], "incomplete");
  assert.equal(open["cmi.success_status"], undefined);
  assert.equal(open["cmi.progress_measure"], "0.6667");
  assert.equal(open["cmi.score.scaled"], "0.9");
  const done = said(scorm2004, { complete: true, passed: false, score: 9, progress: 1 }, before);
  assert.deepEqual([done["cmi.completion_status"], done["cmi.success_status"], done["cmi.progress_measure"]], ["completed", "failed", "1"]);
  const later = said(scorm2004, { complete: false, passed: false, score: 9, progress: 0.5 }, { status: "completed", success: "passed" });
  assert.deepEqual([later["cmi.completion_status"], later["cmi.success_status"], later["cmi.progress_measure"]], ["completed", "passed", "1"]);
  assert.equal(said(scorm2004, { complete: false, progress: 0.99999 }, before)["cmi.progress_measure"], "0.9999");
});

test("raw, min and max always go together", () => {
  assert.deepEqual(scorm12.standing({ complete: true, passed: true, score: 80, progress: 1 }, { status: "" }).map(([name]) => name), ["cmi.core.lesson_status", "cmi.core.score.raw", "cmi.core.score.min", "cmi.core.score.max"]);
  assert.equal(scorm2004.standing({ complete: true, passed: null, score: null, progress: 1 }, { status: "", success: "" }).length, 2);
});

test("status is read in any case, and a missing score is none", () => {
  const get = values => name => values[name] ?? "";
  assert.equal(scorm12.before(get({ "cmi.core.lesson_status": "Passed" })).complete, true);
  assert.equal(scorm2004.before(get({ "cmi.completion_status": "COMPLETED", "cmi.score.raw": "55" })).score, 55);
  assert.equal(scorm12.before(get({ "cmi.core.score.raw": " " })).score, null);
});

const copy = (rev, given) => facts({ ...given, ...(rev && { "rev:": rev }) });

test("of two copies the later one tells, and nothing of the other is lost", () => {
  const remote = copy(5, { "done:a": 1, "answer:q/1": { tries: 2, right: true }, "place:last": "there" });
  const local = copy(4, { "done:b": 1, "answer:q/1": { tries: 1, right: false }, "place:last": "here", "note:n": "kept" });
  const merged = mergeCopies(remote, local);
  assert.equal(merged.get("place:last").value, "there");
  assert.equal(merged.get("answer:q/1").value.tries, 2);
  assert.ok(merged.has("done:a") && merged.has("done:b") && merged.has("note:n"));
  assert.equal(mergeCopies(copy(3, { "place:last": "there" }), local).get("place:last").value, "here");
  assert.equal(mergeCopies(new Map(), local).size, local.size);
  assert.equal(mergeCopies(remote, new Map()).size, remote.size);
});

test("what was typed comes from this browser, where the platform had no room for it", () => {
  const remote = copy(5, { "answer:q/1": { tries: 1, right: true } });
  const local = copy(4, { "answer:q/1": { tries: 1, right: true, answer: "typed" } });
  assert.equal(mergeCopies(remote, local).get("answer:q/1").value.answer, "typed");
});
