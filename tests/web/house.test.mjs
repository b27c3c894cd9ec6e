// The house rules for browser code.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const web = resolve(dirname(fileURLToPath(import.meta.url)), "../../builder/web");
const files = readdirSync(web, { recursive: true }).filter(name => name.endsWith(".js"));
const source = name => readFileSync(join(web, name), "utf8");

// What runs inside a learning platform has trackers of its own; two modules of it talk to where the
// course came from, and three name the vocabulary of xAPI.
const PLATFORM = /^(entries\/lms|lms)\//;
const REACHING = ["lms/watch.js", "lms/cmi5.js", "lms/statements.js", "lms/unit.js"];

test("modules import only from web/", () => {
  assert.ok(files.length > 20);
  for (const name of files) {
    for (const [, path] of source(name).matchAll(/from "([^"]+)"/g)) {
      assert.ok(resolve(web, dirname(name), path).startsWith(web), `${name} imports ${path}`);
    }
  }
});

test("only the session talks to trackers, only trackers and the settings to storage", () => {
  for (const name of files) {
    const text = source(name);
    if (name !== "session.js" && !PLATFORM.test(name)) assert.ok(!/from "[^"]*trackers\//.test(text), `${name} imports a tracker`);
    if (!["trackers/local.js", "parts/preferences.js", "lms/copy.js", "workshop/store.js"].includes(name)) assert.ok(!/localStorage\b(?!\.)|localStorage\./.test(text.replace(/^\s*\/\/.*$/gm, "")), name);
  }
});

test("grading, facts and finding know no page", () => {
  for (const name of files.filter(name => /^grading\/|^facts|^workshop\/fit\.|^parts\/(find|calendar)\./.test(name))) {
    assert.ok(!/\b(document|window|location)\b/.test(source(name).replace(/^\s*\/\/.*$/gm, "")), name);
  }
});

test("nothing reaches out", () => {
  for (const name of files.filter(name => !REACHING.includes(name))) assert.ok(!/\bfetch\(|XMLHttpRequest|sendBeacon|WebSocket|https?:\/\//.test(source(name)), name);
});

test("nothing of a learning platform is in the scripts of the site", () => {
  const parts = name => [...source(name).matchAll(/from "([^"]+)"/g)].map(([, path]) => relative(web, resolve(web, dirname(name), path)));
  const site = files.filter(name => !PLATFORM.test(name) && !/^trackers\/(host|scorm12|scorm2004|cmi5)\./.test(name) && name !== "words/lms.js");
  for (const name of site) {
    for (const part of parts(name)) assert.ok(site.includes(part), `${name} imports ${part}`);
  }
});

test("files are small", () => {
  for (const name of files) assert.ok(source(name).split("\n").length <= 220, name);
});
