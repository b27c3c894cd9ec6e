import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";
import { Queue } from "../../../builder/web/lms/queue.js";

let now;
const pass = async ms => {
  for (let gone = 0; gone < ms; gone += 10) {
    now += 10;
    mock.timers.tick(10);
    await Promise.resolve();
  }
};
beforeEach(() => {
  now = 1_000_000;
  mock.timers.enable({ apis: ["setTimeout"] });
});
afterEach(() => mock.timers.reset());

// A queue whose writing takes `cost` milliseconds in each of three calls.
function made({ cost = 0, taken = () => true, busy = () => false } = {}) {
  const log = [];
  const settled = [];
  const make = function* () {
    log.push(now);
    for (let call = 0; call < 3; call += 1) {
      now += cost;
      yield;
    }
    return taken();
  };
  return { log, settled, queue: new Queue(make, ok => settled.push(ok), { clock: () => now, busy }) };
}

test("a change is written within a second, an answer at once, and nothing twice", async () => {
  const { log, queue } = made();
  const began = now;
  queue.touch(false);
  await pass(300);
  queue.touch(false);
  await pass(5000);
  assert.equal(log.length, 1);
  assert.ok(log[0] - began <= 1000);
  const answered = now;
  queue.touch(true);
  await pass(100);
  assert.ok(log[1] - answered <= 50);
});

test("an answer does not wait for what was planned before it", async () => {
  const { log, queue } = made();
  queue.touch(false);
  queue.touch(true);
  await pass(100);
  assert.equal(log.length, 1);
  await pass(3000);
  assert.equal(log.length, 1);
});

test("a storm of answers is no storm of writings", async () => {
  const { log, queue } = made();
  for (let n = 0; n < 100; n += 1) {
    queue.touch(true);
    await pass(100);
  }
  assert.ok(log.length <= 14, String(log.length));
});

test("a slow platform is left alone for most of the time, and for half of it where it matters", async () => {
  for (const [urgent, share] of [[false, 0.2], [true, 0.55]]) {
    const { log, queue } = made({ cost: 2000 });
    const began = now;
    for (let n = 0; n < 600; n += 1) {
      queue.touch(urgent);
      await pass(100);
    }
    queue.stop();
    const writing = log.length * 6000;
    assert.ok(writing / (now - began) < share, `${log.length} writings`);
    assert.ok(log.length >= 2);
  }
});

test("a slow platform waits until the learner pauses, but not for ever", async () => {
  let typing = false;
  const { log, queue } = made({ cost: 300, busy: () => typing });
  queue.touch(true);
  await pass(2000);
  typing = true;
  queue.touch(true);
  await pass(5000);
  assert.equal(log.length, 1);
  typing = false;
  await pass(500);
  assert.equal(log.length, 2);
  await pass(2000);
  typing = true;
  queue.touch(true);
  await pass(20_000);
  assert.equal(log.length, 3);
});

test("a slow writing is done one call at a time", async () => {
  const { queue } = made({ cost: 100 });
  queue.touch(true);
  mock.timers.tick(1000);
  const seen = now;
  assert.ok(queue.running);
  assert.equal(now, seen);
  await pass(50);
  assert.equal(queue.running, null);
});

test("what was not taken is tried again, less and less often, until it is", async () => {
  let works = false;
  const { log, settled, queue } = made({ taken: () => works });
  queue.touch(true);
  await pass(60_000);
  const tries = log.length;
  assert.ok(tries >= 5 && tries <= 8, String(tries));
  const gaps = log.slice(1).map((at, n) => at - log[n]);
  assert.ok(gaps.every((gap, n) => n === 0 || gap >= gaps[n - 1] - 20));
  works = true;
  await pass(31_000);
  assert.equal(settled.at(-1), true);
  await pass(100_000);
  assert.equal(log.length, tries + 1);
});

test("when the page is hidden, everything is written before the call returns", () => {
  const { log, queue } = made();
  queue.touch(false);
  queue.now();
  assert.equal(log.length, 1);
  queue.now();
  assert.equal(log.length, 1);
  queue.now(true);
  assert.equal(log.length, 2);
});

test("a writing under way is finished when the page is hidden, and what came after it too", () => {
  const { log, settled, queue } = made({ cost: 100 });
  queue.touch(true);
  mock.timers.tick(50);
  assert.ok(queue.running);
  queue.touch(false);
  queue.now();
  assert.deepEqual([log.length, settled.length, queue.running], [2, 2, null]);
});

test("nothing is written after the end", async () => {
  const { log, queue } = made();
  queue.touch(true);
  queue.stop();
  queue.touch(true);
  queue.now(true);
  await pass(5000);
  assert.equal(log.length, 0);
});
