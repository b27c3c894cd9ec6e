import assert from "node:assert/strict";
import { test } from "node:test";
import { follow, isFact, later, readFact } from "../../builder/web/facts.js";

test("only a value with a time is a fact", () => {
  assert.deepEqual(readFact('{"at":5,"value":"x"}'), { at: 5, value: "x" });
  for (const text of ["", "{", "null", "5", "[]", '"at"', '{"at":"5","value":1}', '{"at":5}', "[object Object]"]) {
    assert.equal(readFact(text), null, text);
  }
  assert.equal(isFact({ at: 1, value: null }), true);
});

test("a new fact passes for later even when the clock was set back", () => {
  const first = follow(undefined, "a", 1000);
  const second = follow(first, "b", 10);
  assert.equal(later(first, second), second);
});

test("merging does not depend on order and repeating it changes nothing", () => {
  const facts = [undefined, { at: 1, value: "a" }, { at: 1, value: "b" }, { at: 2, value: null }, { at: 2, value: "c" }];
  for (const x of facts) {
    for (const y of facts) {
      assert.deepEqual(later(x, y), later(y, x));
      assert.deepEqual(later(later(x, y), y), later(x, y));
      for (const z of facts) assert.deepEqual(later(later(x, y), z), later(x, later(y, z)));
    }
  }
});
