import assert from "node:assert/strict";
import { test } from "node:test";
import { calibration } from "../../builder/web/grading/confidence.js";
import { conversationScore, earned, markConversation } from "../../builder/web/grading/conversation.js";
import { wordCount } from "../../builder/web/grading/reflection.js";
import { words as conversation } from "../../builder/web/words/conversation.js";
import { words } from "../../builder/web/words/ungraded.js";

test("words are counted as readers count them", () => {
  assert.equal(wordCount(""), 0);
  assert.equal(wordCount("  ... -- !"), 0);
  assert.equal(wordCount("She didn't answer; well-known silence."), 5);
  assert.equal(wordCount("Größe, naïve café 3 times"), 5);
  assert.equal(wordCount("我很高兴"), 4);
});

test("how sure one was and how it came out", () => {
  assert.equal(calibration({ option: "a", sure: 3 }, false), "certain_wrong");
  assert.equal(calibration({ option: "a", sure: 1 }, true), "guess_right");
  for (const junk of [null, "a", { sure: 0 }, { sure: 4 }, { sure: "x" }, {}]) assert.equal(calibration(junk, true), null);
  for (const sure of [1, 2, 3]) {
    for (const right of [true, false]) assert.ok(words[calibration({ sure }, right)], `${sure} ${right}`);
  }
});

test("nothing said in a conversation blames or cheers", () => {
  for (const text of [...Object.values(words), ...Object.values(conversation)]) {
    assert.ok(!/wrong|oops|awesome|please|sorry|invalid|!/i.test(text), text);
  }
});

test("points are those of the replies given", () => {
  const spec = { turn: "a", to: null, good: true, loop: 0, inside: false };
  const key = [{ id: "a.x", spec: { ...spec, points: 2, full: 2, way: ["a.x"] } }, { id: "a.y", spec: { ...spec, points: 0.5, good: false } }];
  const marks = markConversation(key, ["a.y"]);
  assert.equal(earned(key, marks), 0.5);
  assert.equal(conversationScore(key, marks), 0.25);
  assert.equal(conversationScore([], []), null);
});
