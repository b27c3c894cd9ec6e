import assert from "node:assert/strict";
import { test } from "node:test";
import { reminder } from "../../builder/web/parts/calendar.js";

const file = reminder({ id: "lesson", title: "Ask, listen; act", text: `What did you hear?\n${"x".repeat(200)}`, now: new Date("2026-03-01T10:20:30Z") });

test("a reminder is one event a week later", () => {
  assert.match(file, /^BEGIN:VCALENDAR\r\nVERSION:2.0\r\n/);
  assert.match(file, /DTSTAMP:20260301T102030Z\r\n/);
  assert.match(file, /DTSTART:20260308T\d{4}00Z\r\n/);
  assert.match(file, /END:VCALENDAR\r\n$/);
});

test("text is escaped and long lines are folded", () => {
  assert.match(file, /SUMMARY:Look back: Ask\\, listen\\; act\r\n/);
  assert.match(file, /DESCRIPTION:What did you hear\?\\n/);
  for (const line of file.split("\r\n")) assert.ok(line.length <= 75, line);
});
