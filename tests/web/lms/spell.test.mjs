import assert from "node:assert/strict";
import { test } from "node:test";
import { clockSpan, decimal, isoSpan, letters, line, shortNames, stamp, word } from "../../../builder/web/lms/spell.js";

// Milliseconds of a span as a platform reads it.
const ofClock = text => {
  const [, h, m, s] = /^(\d{2,4}):([0-5]\d):([0-5]\d\.\d\d)$/.exec(text);
  return Math.round((h * 3600 + m * 60 + Number(s)) * 1000);
};
const ofIso = text => {
  const [, h = 0, m = 0, s = 0] = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d{1,2})?)S)?$/.exec(text);
  assert.notEqual(text, "PT");
  return Math.round((h * 3600 + m * 60 + Number(s)) * 1000);
};

test("a span keeps its length to the hundredth of a second, from nothing to 9,999 hours", () => {
  const spans = [0, 4, 5, 10, 90, 990, 999, 1000, 1050, 59_994, 59_999, 60_000, 3_599_999, 3_600_000, 35_996_400_000];
  for (let n = 0; n < 2000; n += 1) spans.push(Math.floor(9999 * 3_600_000 * Math.random() ** 4));
  for (const span of spans) {
    assert.ok(Math.abs(ofClock(clockSpan(span)) - span) < 10, clockSpan(span));
    assert.ok(Math.abs(ofIso(isoSpan(span)) - span) < 10, isoSpan(span));
  }
  assert.equal(clockSpan(1050), "00:00:01.05");
  assert.equal(isoSpan(1050), "PT1.05S");
  assert.equal(isoSpan(0), "PT0S");
  assert.equal(isoSpan(3_600_000), "PT1H");
  assert.equal(clockSpan(1e15), "9999:59:59.99");
  assert.equal(clockSpan(-5), "00:00:00.00");
});

test("names are plain, stay apart and stay short", () => {
  assert.equal(word("quiz/first-one"), "quiz__first-one");
  assert.match(word("première/Frage ß 文"), /^[\w-]+$/);
  assert.notEqual(word("é"), word("è"));
  const [long, other] = ["a".repeat(300), `${"a".repeat(299)}b`];
  assert.ok(word(long).length <= 200);
  assert.notEqual(word(long), word(other));
});

test("short names are letters, digits and _ only, each once", () => {
  const names = shortNames(["a-b", "a_b", "a b", "文"]);
  assert.equal(new Set(names.values()).size, 4);
  for (const name of names.values()) assert.match(name, /^\w+$/);
});

test("36 options have letters, 37 have none; ids that are letters keep them", () => {
  const ids = Array.from({ length: 37 }, (_, at) => `option-${at}`);
  assert.equal(letters(ids), null);
  assert.equal(letters(ids.slice(0, 36)).get("option-35"), "9");
  assert.deepEqual([...letters(["c", "a"]).values()], ["c", "a"]);
  assert.deepEqual([...letters(["c", "other"]).values()], ["a", "b"]);
});

test("a line has no breaks and is never cut within a sign", () => {
  assert.equal(line("one\n two\tthree ", 50), "one two three");
  assert.equal(line("ab😀", 3), "ab");
  assert.equal(line("😀😀", 2), "😀");
});

test("decimals have no exponent and seven places at most", () => {
  assert.equal(decimal(1 / 3), "0.3333333");
  assert.equal(decimal(-0), "0");
  assert.equal(decimal(100), "100");
  assert.equal(decimal(0.1 + 0.2), "0.3");
  assert.equal(decimal(1e300), "");
  assert.equal(decimal(NaN), "");
});

test("a moment is in UTC with one decimal", () => assert.equal(stamp(new Date(Date.UTC(2026, 0, 2, 3, 4, 5, 678))), "2026-01-02T03:04:05.0Z"));
