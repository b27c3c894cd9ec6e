import assert from "node:assert/strict";
import { test } from "node:test";
import { markChoice } from "../../builder/web/grading/choice.js";
import { markMatching } from "../../builder/web/grading/matching.js";
import { markOrdering } from "../../builder/web/grading/ordering.js";
import { allOrNothing, outcome, quizOutcome, shareOfRows, shareOfSeveral, stillFits } from "../../builder/web/grading/outcome.js";

const choice = [{ id: "a", right: true }, { id: "b", right: false }, { id: "c", right: true }];
const results = (marks, score = allOrNothing) => outcome(marks, [], score);

test("one right option of one is right", () => {
  const key = [{ id: "a", right: true }, { id: "b", right: false }];
  assert.equal(results(markChoice(key, "a")).right, true);
  assert.deepEqual(markChoice(key, "b"), [
    { id: "a", chosen: false, ok: false },
    { id: "b", chosen: true, ok: false },
  ]);
});

test("several options are right only when all and nothing else are chosen", () => {
  assert.deepEqual(results(markChoice(choice, ["a", "c"]), shareOfSeveral), { score: 1, right: true, good: 2, wrong: 0, total: 3 });
  assert.deepEqual(results(markChoice(choice, ["a", "b"]), shareOfSeveral), { score: 0, right: false, good: 1, wrong: 1, total: 3 });
  assert.equal(results(markChoice(choice, ["a"])).right, false);
  assert.equal(results(markChoice(choice, ["a"]), shareOfSeveral).score, 0.5);
  assert.equal(results(markChoice(choice, ["a", "b", "c"])).right, false);
});

test("nothing chosen is never right while something is", () => {
  for (const empty of [null, undefined, []]) assert.equal(results(markChoice(choice, empty)).right, false);
});

test("an id that is no option counts for nothing", () => {
  assert.equal(results(markChoice(choice, ["a", "c", "zz"])).right, true);
});

test("an order is marked place by place", () => {
  const key = ["one", "two", "three"].map(id => ({ id }));
  assert.equal(results(markOrdering(key, ["one", "two", "three"])).right, true);
  assert.deepEqual(markOrdering(key, ["two", "one", "three"]).map(mark => mark.ok), [false, false, true]);
  assert.equal(results(markOrdering(key, ["one", "two"])).right, false);
});

test("partners are marked row by row", () => {
  const key = [{ id: "x", answer: "Tea" }, { id: "y", answer: "Milk" }];
  assert.equal(results(markMatching(key, { x: "Tea", y: "Milk" })).right, true);
  assert.deepEqual(results(markMatching(key, { x: "Tea", y: "" }), shareOfRows), { score: 0.5, right: false, good: 1, wrong: 1, total: 2 });
});

test("an answer of the wrong shape is no answer", () => {
  const key = [{ id: "a", right: true, answer: "Tea" }];
  for (const junk of [null, undefined, 3, {}, [[]], [null], { a: ["Tea"] }, "b"]) {
    for (const mark of [markChoice, markMatching, markOrdering]) assert.equal(mark(key, junk)[0].ok, false);
  }
});

test("a quiz has a result only when every question is settled", () => {
  const asked = (...records) => records.map(record => ({ points: 1, record }));
  const right = { right: true, first: true };
  assert.equal(quizOutcome(asked(right, undefined)), null);
  assert.equal(quizOutcome(asked(right, { right: false, told: false })), null);
  assert.equal(quizOutcome(asked(right, { draft: true })), null);
  const { first, total } = quizOutcome(asked(right, { right: true, first: false }, { told: true, first: false }));
  assert.deepEqual([first, total], [1, 3]);
});

test("points weigh, credit counts in part, and what has no points does not count", () => {
  const came = quizOutcome([
    { points: 1, record: { done: true, right: true, first: true, score: 1 } },
    { points: 3, record: { done: true, right: false, first: false, score: 0.5 } },
    { points: 5, record: { done: true, right: true, first: true, score: null } },
  ]);
  assert.deepEqual(came, { first: 1, total: 2, earned: 2.5, points: 4, share: 0.625 });
  assert.equal(quizOutcome([{ points: 1, record: { done: true, score: null } }]).share, null);
});

test("an answer fits only the question it was given to", () => {
  assert.equal(stillFits({ of: "abc" }, "abc"), true);
  assert.equal(stillFits({ of: "abc" }, "abd"), false);
  assert.equal(stillFits({}, "abc"), true);
});
