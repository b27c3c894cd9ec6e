import assert from "node:assert/strict";
import { test } from "node:test";
import { excerpt, find } from "../../builder/web/parts/find.js";

const lesson = (t, more = {}) => ({ t, u: `${t}.html`, m: 0, s: "", h: [], g: [], ...more });

test("a title counts more than a mention", () => {
  const lessons = [lesson("Other", { s: "All about trust" }), lesson("Trust")];
  assert.deepEqual(find("trust", lessons, {}).map(hit => hit.lesson.t), ["Trust", "Other"]);
});

test("every word must occur, in any part of a lesson", () => {
  const lessons = [lesson("One", { h: [["a", "Keep promises"]], g: ["Trust"] }), lesson("Two", { g: ["Trust"] })];
  assert.deepEqual(find("promises trust", lessons, {}).map(hit => hit.lesson.t), ["One"]);
  assert.deepEqual(find("promises zebra", lessons, {}), []);
});

test("a hit in a section's text leads to the section", () => {
  const lessons = [lesson("One", { h: [["a", "First"], ["b", "Second"]] })];
  const [hit] = find("marmot", lessons, { "One.html": ["Before.", "Nothing.", "A marmot lives here."] });
  assert.equal(hit.anchor, "b");
  assert.equal(hit.text, "A marmot lives here.");
});

test("accents and case do not matter", () => {
  assert.equal(find("CAFE", [lesson("Le café")], {}).length, 1);
});

test("signs alone find nothing, and break nothing", () => {
  for (const query of ["", "  ", "((", "*", "\\", "a[", "🙂"]) assert.ok(Array.isArray(find(query, [lesson("One")], {})));
});

test("an excerpt is cut between words and marks the hits", () => {
  const text = `${"word ".repeat(40)}zebra ${"after ".repeat(40)}`.trim();
  const pieces = excerpt(text, "zebra");
  assert.deepEqual(pieces.filter(([, hit]) => hit).map(([piece]) => piece), ["zebra"]);
  const shown = pieces.map(([piece]) => piece).join("");
  assert.ok(shown.length < 170, shown);
  assert.match(shown, /^… (word )+zebra( after)+ …$/);
});

test("an excerpt of a short text is the text", () => {
  assert.equal(excerpt("Short text.", "none").map(([piece]) => piece).join(""), "Short text.");
});
