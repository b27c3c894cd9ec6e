import assert from "node:assert/strict";
import { test } from "node:test";
import { reminder } from "../../builder/web/parts/calendar.js";

const file = reminder({ id: "lesson", title: "Ask, listen; act", text: `What did you hear?\n${"x".repeat(200)}`, now: new Date("2026-03-01T10:20:30Z") });

const unfolded = text => text.replaceAll("\r\n ", "");

test("a reminder is one event a week later, at nine where the learner is", () => {
  assert.match(file, /^BEGIN:VCALENDAR\r\nVERSION:2.0\r\n/);
  assert.match(file, /DTSTAMP:20260301T102030Z\r\n/);
  assert.match(file, /DTSTART:20260308T090000\r\n/);
  assert.match(file, /END:VCALENDAR\r\n$/);
  const turn = reminder({ id: "l", title: "t", text: "", now: new Date(2026, 11, 28, 23, 59) });
  assert.match(turn, /DTSTART:20270104T090000\r\n/);
});

test("text is escaped, and nothing in it can begin a line of its own", () => {
  assert.match(file, /SUMMARY:Look back: Ask\\, listen\\; act\r\n/);
  assert.match(file, /DESCRIPTION:What did you hear\?\\n/);
  const wild = reminder({ id: "l", title: "a\r\nATTACH:x\u0000", text: "b\rc\\", now: new Date() });
  assert.match(wild, /SUMMARY:Look back: a\\nATTACH:x \r\n/);
  assert.match(wild, /DESCRIPTION:b\\nc\\\\\r\n/);
});

test("lines are folded at 75 octets, between characters", () => {
  const text = "é🙂多听 ".repeat(60).trim();
  const folded = reminder({ id: "l", title: text, text, now: new Date() });
  for (const line of folded.split("\r\n")) {
    assert.ok(Buffer.byteLength(line) <= 75, line);
    assert.ok(line.isWellFormed?.() ?? true);
  }
  assert.ok(unfolded(folded).includes(`SUMMARY:Look back: ${text}\r\n`));
});
