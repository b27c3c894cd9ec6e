import assert from "node:assert/strict";
import { test } from "node:test";
import { back, change, cuts, fitted, forward, fresh, skip, start, toggle, view } from "../../builder/web/workshop/run.js";
import { phrase, span } from "../../builder/web/workshop/told.js";

const MINUTE = 60_000;
const T0 = Date.UTC(2026, 11, 3, 8, 30);
const at = minutes => T0 + minutes * MINUTE;
const block = (id, kind, minutes, more = {}) => ({ id, kind, minutes, title: id, must: false, short: null, ...more });
const plan = {
  minutes: 90, limit: 90, start: "",
  blocks: [
    block("open", "open", 10),
    block("talk", "activity", 30, { must: true, short: { minutes: 20, how: "two rounds" } }),
    block("rest", "break", 10),
    block("poll", "quiz", 5, { short: { minutes: 0, how: "leave it out" } }),
    block("write", "activity", 20, { short: { minutes: 15, how: "one page" } }),
    block("flex", "buffer", 10),
    block("close", "close", 5, { must: true }),
  ],
};
const minutes = state => state.rows.map(row => row.minutes);
const total = state => minutes(state).reduce((a, b) => a + b, 0);

test("the clock runs, pauses, and knows what is left", () => {
  let state = start(fresh(plan), plan, at(0));
  assert.equal(view(state, plan, at(4)).left, 6 * MINUTE);
  state = toggle(state, plan, at(4));
  assert.equal(view(state, plan, at(9)).left, 6 * MINUTE);
  assert.equal(view(state, plan, at(9)).drift, 5);
  state = toggle(state, plan, at(9));
  assert.equal(view(state, plan, at(10)).left, 5 * MINUTE);
  assert.equal(view(state, plan, at(10)).end, at(95));
});

test("going on early is ahead, late is behind", () => {
  let state = start(fresh(plan), plan, at(0));
  state = forward(state, plan, at(7));
  assert.equal(view(state, plan, at(7)).drift, -3);
  assert.equal(view(state, plan, at(40)).drift, 0);
  assert.equal(view(state, plan, at(45)).drift, 5);
  assert.equal(view(state, plan, at(45)).left, -8 * MINUTE);
});

test("a minute more is taken from the time in hand, and given back", () => {
  const begun = start(fresh(plan), plan, at(0));
  const longer = change(begun, plan, at(1), 1);
  assert.equal(longer.rows[0].minutes, 11);
  assert.equal(longer.rows.find(row => row.id === "flex").minutes, 9);
  assert.equal(total(longer), 90);
  assert.deepEqual(minutes(change(longer, plan, at(1), -1)), minutes(begun));
});

test("a part is never shorter than it has been already", () => {
  const begun = start(fresh(plan), plan, at(0));
  assert.equal(change(begun, plan, at(9.5), -1).rows[0].minutes, 10);
  assert.equal(change(begun, plan, at(8.5), -1).rows[0].minutes, 9);
});

test("re-planning ends on time, keeps what must stay, and says what goes", () => {
  let state = forward(start(fresh(plan), plan, at(0)), plan, at(25));
  assert.equal(view(state, plan, at(25)).drift, 15);
  state = fitted(state, plan, at(25));
  assert.equal(view(state, plan, at(25)).drift, 0);
  assert.equal(state.rows.find(row => row.id === "close").minutes, 5);
  const gone = cuts(state, plan).map(({ row }) => row.id);
  assert.ok(gone.includes("flex"));
  assert.ok(!gone.includes("close"));
});

test("what cannot fit is said, and nothing that must stay is dropped", () => {
  const state = fitted(forward(start(fresh(plan), plan, at(0)), plan, at(80)), plan, at(80));
  assert.ok(state.over > 0);
  for (const id of ["talk", "close"]) assert.ok(state.rows.find(row => row.id === id).minutes > 0, id);
});

test("time to spare is shown, not used up", () => {
  const state = fitted(forward(start(fresh(plan), plan, at(0)), plan, at(2)), plan, at(2));
  assert.deepEqual(minutes(state).slice(1), plan.blocks.slice(1).map(one => one.minutes));
  assert.equal(view(state, plan, at(2)).drift, -8);
});

test("skipping goes to the next part and gives its minutes to what had been cut", () => {
  let state = fitted(forward(start(fresh(plan), plan, at(0)), plan, at(25)), plan, at(25));
  assert.equal(state.rows.find(row => row.id === "flex").minutes, 0);
  state = skip(state, plan, at(26));
  assert.equal(state.rows[state.at].id, "rest");
  assert.equal(state.rows.find(row => row.id === "write").minutes, 20);
  assert.equal(state.rows.find(row => row.id === "flex").minutes, 10);
});

test("one can step back, and the end is the end", () => {
  let state = start(fresh(plan), plan, at(0));
  for (let n = 1; n < plan.blocks.length; n++) state = forward(state, plan, at(n * 10));
  assert.equal(state.rows[state.at].id, "close");
  const ended = forward(state, plan, at(88));
  assert.equal(ended.ended, at(88));
  assert.equal(forward(ended, plan, at(89)), ended);
  assert.equal(view(ended, plan, at(95)).drift, -2);
  assert.equal(back(ended, plan, at(89)).rows[back(ended, plan, at(89)).at].id, "close");
});

test("a session with a date is due when it was announced", () => {
  const dated = { ...plan, start: new Date(T0).toISOString() };
  assert.equal(view(start(fresh(dated), dated, at(6)), dated, at(6)).drift, 6);
  assert.equal(view(start(fresh(dated), dated, at(60 * 24)), dated, at(60 * 24)).drift, 0);
});

test("no key changes a workshop that has not begun", () => {
  const idle = fresh(plan);
  for (const act of [forward, back, skip, fitted]) assert.equal(act(idle, plan, at(0)), idle);
  assert.equal(change(idle, plan, at(0), 1), idle);
});

test("times and phrases", () => {
  assert.equal(span(5 * MINUTE), "5:00");
  assert.equal(span(4 * MINUTE + 59_001), "5:00");
  assert.equal(span(-1_500), "+0:01");
  assert.equal(phrase({ one: "{n} minute", other: "{n} minutes" }, { n: 1 }), "1 minute");
  assert.equal(phrase("{a} and {b}", { a: 1 }), "1 and {b}");
});
