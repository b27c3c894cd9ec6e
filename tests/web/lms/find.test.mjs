import assert from "node:assert/strict";
import { test } from "node:test";
import { findApi, hasNeighbours, waitForApi } from "../../../builder/web/lms/find.js";

const api = { LMSInitialize() {} };
const refusing = own => new Proxy(own, { get: (target, name) => {
  if (["parent", "opener", "then"].includes(name)) return target[name];
  throw new DOMException("blocked", "SecurityError");
} });
const top = (own = {}) => {
  const win = { ...own };
  win.parent = win;
  win.opener ??= null;
  return win;
};
const inside = (parent, own = {}) => ({ parent, opener: null, ...own });
const look = start => findApi("API", "LMSInitialize", start)?.api ?? null;

test("it is found here, above, in the opener and above the opener", () => {
  assert.equal(look(top({ API: api })), api);
  assert.equal(look(inside(inside(inside(top({ API: api }))))), api);
  assert.equal(look(top({ opener: top({ API: api }) })), api);
  assert.equal(look(inside(top({ opener: inside(inside(top({ API: api }))) }))), api);
  assert.equal(look(inside(inside(top()))), null);
});

test("the nearest one serves", () => {
  const other = { LMSInitialize() {} };
  assert.equal(look(inside(inside(top({ API: other }), { API: api }))), api);
});

test("frames of other origins are passed", () => {
  assert.equal(look(inside(refusing(inside(top({ API: api }))))), api);
  assert.equal(look(refusing(top())), null);
});

test("only the name of the own version is asked for", () => {
  const asked = new Set();
  const spy = win => new Proxy(win, { get: (target, name) => {
    asked.add(name);
    return target[name];
  } });
  findApi("API_1484_11", "Initialize", spy(inside(spy(top({ API: api, API_1484_11: { Initialize() {} } })))));
  assert.ok(asked.has("API_1484_11") && !asked.has("API"));
});

test("an element of that name is no API", () => assert.equal(look(inside(top({ API: { tagName: "DIV" } }))), null));

test("frames without end and openers in a circle are given up", () => {
  const endless = { get parent() {
    return { ...this };
  }, opener: null };
  assert.equal(look(endless), null);
  const [one, other] = [top(), top()];
  one.opener = other;
  other.opener = one;
  assert.equal(look(one), null);
});

test("an API that comes late is waited for", async () => {
  let calls = 0;
  const late = () => (++calls > 20 ? api : null);
  assert.equal(await waitForApi(late, 6000, async () => {}), api);
  calls = 0;
  assert.equal(await waitForApi(() => void (calls += 1), 6000, async () => {}), null);
  assert.ok(calls >= 50);
});

test("a page on its own has nowhere to look", () => {
  assert.equal(hasNeighbours(top()), false);
  assert.equal(hasNeighbours(inside(top())), true);
  assert.equal(hasNeighbours(top({ opener: top() })), true);
});
