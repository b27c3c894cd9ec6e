// What is said of answers that sort, point and mark.
import assert from "node:assert/strict";
import { test } from "node:test";
import { markChoice } from "../../builder/web/grading/choice.js";
import { outcome } from "../../builder/web/grading/outcome.js";
import { markSorting } from "../../builder/web/grading/sorting.js";
import { picking } from "../../builder/web/questions/picking.js";
import { sorting } from "../../builder/web/questions/sorting.js";

const key = (...rights) => rights.map((right, at) => ({ id: "abcdef"[at], right }));
const said = (rows, answer) => picking.verdict(outcome(markChoice(rows, answer), rows, picking.score), rows);

test("where one is right, a miss says no more than to look on", () => {
  assert.equal(said(key(true, false, false), ["b"]), "Look for another.");
  assert.equal(said(key(true, false, false), ["a"]), "");
});

test("where one of several checkboxes is right, what does not fit is counted", () => {
  assert.equal(said(key(true, false, false), ["a", "b"]), "You found 1 of 1. One choice does not fit.");
  assert.equal(said(key(true, false, false), ["a", "b", "c"]), "You found 1 of 1. 2 choices do not fit.");
});

test("where several are right, the found ones are counted", () => {
  assert.equal(said(key(true, true, false), ["a"]), "You found 1 of 2. Look for another.");
  assert.equal(said(key(true, true, false), ["a", "c"]), "You found 1 of 2. One choice does not fit.");
  assert.equal(said(key(true, true, false), ["a", "b"]), "You found every one, and nothing else.");
});

const ROWS = [{ id: "x", answer: "a" }, { id: "y", answer: "b" }, { id: "z", answer: "b" }];
const told = answer => sorting.verdict(outcome(markSorting(ROWS, answer), ROWS, sorting.score));

test("rows in their columns are counted", () => {
  assert.equal(told({ x: "a", y: "b", z: "b" }), "Every row is right.");
  assert.equal(told({ x: "a", y: "b", z: "a" }), "2 of 3 are right. Change the other one, then check again.");
  assert.equal(told({}), "None is right yet. Change your answers, then check again.");
});

test("several columns of a row are a set, and ids that every object knows are plain ids", () => {
  const rows = [{ id: "constructor", spec: ["length", "b"] }, { id: "toString", spec: [] }];
  const oks = answer => markSorting(rows, answer).map(mark => mark.ok);
  assert.deepEqual(oks({ constructor: ["b", "length", "b"], toString: [] }), [true, true]);
  assert.deepEqual(oks({}), [false, true]);
  assert.deepEqual(oks({ constructor: ["b"], toString: ["b"] }), [false, false]);
  assert.deepEqual(sorting.solution(rows), { constructor: ["length", "b"], toString: [] });
});
