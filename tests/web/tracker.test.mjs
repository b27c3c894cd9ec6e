// One contract for every tracker.
import assert from "node:assert/strict";
import { test } from "node:test";
import { localTracker } from "../../builder/web/trackers/local.js";
import { memoryTracker } from "../../builder/web/trackers/memory.js";
import { FakeStorage } from "./fake_storage.mjs";

const silent = { addEventListener() {} };
const trackers = {
  local: () => localTracker(() => new FakeStorage(), silent),
  memory: () => memoryTracker(),
};

for (const [name, make] of Object.entries(trackers)) {
  test(`${name}: what is written is loaded, by prefix`, async () => {
    const tracker = make();
    tracker.write("c:one:a", "1");
    tracker.write("c:one:b", "2");
    tracker.write("d:one:a", "3");
    assert.deepEqual(await tracker.load("c:"), new Map([["c:one:a", "1"], ["c:one:b", "2"]]));
  });

  test(`${name}: the last write of a key holds, a removed key is gone`, async () => {
    const tracker = make();
    tracker.write("c:a", "1");
    tracker.write("c:a", "2");
    tracker.write("c:b", "3");
    tracker.remove("c:b");
    tracker.remove("c:never");
    assert.deepEqual(await tracker.load("c:"), new Map([["c:a", "2"]]));
  });

  test(`${name}: keeps any text`, async () => {
    const tracker = make();
    const text = "é\u0000\ud83d\ude00\n\"'{";
    tracker.write("c:a", text);
    assert.equal((await tracker.load("c:")).get("c:a"), text);
  });

  test(`${name}: says whether it lasts, and can be listened to`, () => {
    const tracker = make();
    assert.equal(tracker.persistent, name === "local");
    tracker.listen(() => {});
  });
}

test("local: blocked storage is found out at once", () => {
  const blocked = () => {
    throw new Error("SecurityError");
  };
  assert.throws(() => localTracker(blocked, silent));
  assert.throws(() => localTracker(() => new FakeStorage(0), silent));
});

test("local: hears of other windows", () => {
  const heard = [];
  const target = new EventTarget();
  localTracker(() => new FakeStorage(), target).listen((key, text) => heard.push([key, text]));
  target.dispatchEvent(Object.assign(new Event("storage"), { key: "c:a", newValue: "1" }));
  target.dispatchEvent(Object.assign(new Event("storage"), { key: null, newValue: null }));
  assert.deepEqual(heard, [["c:a", "1"]]);
});
