// Every kind of question in the spelling of each platform, held against the rules of both versions
// and against what platforms refuse beyond them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { interactions, isAttempt } from "../../../builder/web/lms/attempts.js";
import { answered } from "../../../builder/web/lms/statements.js";
import { scorm12 } from "../../../builder/web/trackers/scorm12.js";
import { scorm2004 } from "../../../builder/web/trackers/scorm2004.js";

const WORDS = ["plain", "two words", "ünïcödé 文字 😀", "a,b.c:d", "[,] [.] [:]", "{case_matters=true}x", "line\nbreak\ttab", "x".repeat(400), "\"<&>'", "-", ""];
const pick = list => list[Math.floor(Math.random() * list.length)];
const ids = (count, stem) => Array.from({ length: count }, (_, at) => `${stem}-${at}${pick(["", "-é", "-文", "-long-name"])}`);
const some = list => list.filter(() => Math.random() < 0.5);
const mixed = list => list.map(item => [Math.random(), item]).sort((one, other) => one[0] - other[0]).map(([, item]) => item);
const pairs = (rows, choices) => Object.fromEntries(rows.map(row => [row, pick(choices)]));

// [question, answer] of a kind with `count` options.
const MAKERS = {
  "single-choice": count => one(ids(count, "o")),
  "true-false": () => [{ key: { options: [["true", "True"], ["false", "False"]], right: pick(["true", "false"]) } }, pick(["true", "false"])],
  "multiple-response": count => several(ids(count, "o")),
  highlight: count => several(ids(count, "piece")),
  hotspot: count => several(ids(count, "region")),
  confidence: count => {
    const [question, answer] = one(ids(count, "o"));
    return [{ key: { ...question.key, right: { option: question.key.right } } }, { option: answer, sure: pick([1, 2, 3]) }];
  },
  ordering: count => sequence(ids(count, "row")),
  conversation: count => sequence(ids(count, "reply")),
  matching: count => rows(ids(count, "row"), ["first partner", "second, partner", "dritte [.] Partnerin"]),
  categorise: count => rows(ids(count, "row"), ids(4, "bin")),
  matrix: count => {
    const [question, answer] = rows(ids(count, "row"), ids(5, "column"));
    return [question, Object.fromEntries(Object.keys(answer).map(row => [row, some(question.key.choices.map(([id]) => id))]))];
  },
  "short-text": () => [{ key: { right: pick(WORDS) } }, pick(WORDS)],
  numeric: () => [{ key: { right: "4.5", low: pick([4, null]), high: 5 } }, pick(["4.2", "3,5 kg", "-7", "1e3", "no number", "", "0.00000001"])],
  cloze: count => {
    const blanks = ids(Math.min(count, 6), "gap").map(id => [id, pick(["text", "number", "menu"])]);
    const menus = Object.fromEntries(blanks.map(([id]) => [id, [["m-1", "One"], ["m-2", "Two"]]]));
    const right = Object.fromEntries(blanks.map(([id, kind]) => [id, { text: "word", number: "7", menu: "m-1" }[kind]]));
    return [{ key: { options: blanks, menus, right } }, Object.fromEntries(blanks.map(([id, kind]) => [id, kind === "menu" ? "m-2" : pick(WORDS)]))];
  },
  survey: count => rows(ids(count, "statement"), ids(5, "point"), false),
  reflection: () => [{ key: {} }, { text: pick(WORDS), rubric: {} }],
};

const named = list => list.map(id => [id, `Text of ${id}`]);
const one = list => [{ key: { options: named(list), right: pick(list) } }, pick(list)];
const several = list => [{ key: { options: named(list), right: some(list) } }, some(list)];
const sequence = list => [{ key: { options: named(list), right: list } }, mixed(list)];
const rows = (list, choices, right = true) => [{ key: { options: named(list), choices: named(choices), ...(right && { right: pairs(list, choices) }) } }, pairs(list, choices)];

function made(type, count) {
  const [question, answer] = MAKERS[type](count);
  const full = { type, points: pick([1, 2, 0.5]), lesson: "a", objectives: some(["a.goal", "b.other-goal"]), text: pick(WORDS), ...question };
  const graded = !["survey", "reflection"].includes(type);
  const record = { answer, tries: 1, right: graded && Math.random() < 0.5, score: graded ? Math.random() : null, done: true };
  const name = `${pick(["quiz", "m/quiz", "prüfung"])}/${type}-q`;
  return { name, question: full, record, found: interactions(name, full, record, { at: Date.now(), latency: Math.random() * 1e7 }) };
}

const RULES = {
  12: {
    id: /^[\w-]{1,255}$/, type: /^(true-false|choice|fill-in|matching|performance|sequencing|likert|numeric)$/,
    time: /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/, weighting: /^\d+(\.\d+)?$/, result: /^(correct|wrong|unanticipated|neutral)$/, latency: /^\d{2,4}:[0-5]\d:[0-5]\d\.\d\d$/,
    response: {
      "true-false": /^[tf]$/, choice: /^[a-z0-9](,[a-z0-9])*$/, sequencing: /^[a-z0-9](,[a-z0-9])*$/, matching: /^[a-z0-9]\.[a-z0-9](,[a-z0-9]\.[a-z0-9])*$/,
      likert: /^[a-z0-9]$/, numeric: /^-?\d+(\.\d+)?$/, "fill-in": /^[^\n\r\t]{1,255}$/, performance: /^[^\n\r\t]{1,255}$/,
    },
  },
  2004: {
    id: /^urn:coursewright:[\w-]+:[\w-]+$/, type: /^(true-false|choice|fill-in|long-fill-in|matching|sequencing|likert|numeric)$/,
    timestamp: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.0Z$/, weighting: /^\d+(\.\d{1,7})?$/, result: /^(correct|incorrect|unanticipated|neutral)$/, latency: /^PT(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?$/,
    description: /^[^\n\r\t]{1,250}$/,
    response: {
      "true-false": /^(true|false)$/, choice: /^\w{1,250}(\[,\]\w{1,250})*$/, sequencing: /^\w{1,250}(\[,\]\w{1,250})*$/, matching: /^\w+\[\.\]\w+(\[,\]\w+\[\.\]\w+)*$/,
      likert: /^\w{1,250}$/, numeric: /^-?\d+(\.\d{1,7})?$/, "fill-in": /^(?!.*\[[,.:]\])[^\n\r\t]{1,250}$/, "long-fill-in": /^(?!.*\[[,.:]\])[^\n\r\t]{1,4000}$/,
    },
  },
};

function holds(rules, pairs) {
  const start = "cmi.interactions.3.";
  const set = pairs.map(([name, value]) => {
    assert.ok(name.startsWith(start), name);
    assert.equal(typeof value, "string");
    assert.notEqual(value, "");
    return [name.slice(start.length), value];
  });
  const names = set.map(([name]) => name);
  assert.deepEqual(names.slice(0, 2), ["id", "type"]);
  assert.equal(new Set(names).size, names.length);
  const of = Object.fromEntries(set);
  for (const [name, value] of set) {
    if (rules[name]) assert.match(value, rules[name], name);
    else if (/response$/.test(name)) assert.match(value, rules.response[of.type], `${of.type} ${name}`);
    else if (/^objectives\.\d\.id$/.test(name)) assert.match(value, /^[\w.-]{1,255}$/);
    else assert.match(name, /^correct_responses\.[0-4]\.pattern$/);
    if (/pattern$/.test(name) && of.type !== "numeric") assert.match(value, rules.response[of.type], `${of.type} ${name}`);
  }
  return of;
}

for (const type of Object.keys(MAKERS)) {
  test(`${type}: up to 40 options and any text fit both versions`, () => {
    for (let round = 0; round < 120; round += 1) {
      const { found } = made(type, pick([1, 2, 3, 9, 26, 36, 37, 40]));
      assert.ok(found.length);
      for (const asked of found) {
        const aimed = { ...asked, objectives: ["quiz.final"] };
        holds(RULES[12], scorm12.interaction(3, aimed, { course: "a-course" }));
        holds(RULES[2004], scorm2004.interaction(3, aimed, { course: "a-course" }));
      }
    }
  });
}

test("what was chosen can be told from what is recorded", () => {
  const question = { type: "single-choice", points: 2, key: { options: [["ask-first", "Ask"], ["tell", "Tell"]], right: "ask-first" }, text: "What?" };
  const [asked] = interactions("q/one", question, { answer: "tell", tries: 1, right: false, score: 0 }, { at: 0, latency: 1500 });
  const of = holds(RULES[12], scorm12.interaction(3, asked, {}));
  assert.deepEqual([of.id, of.student_response, of["correct_responses.0.pattern"], of.result, of.weighting, of.latency], ["q__one", "b", "a", "wrong", "2", "00:00:01.50"]);
  const newer = holds(RULES[2004], scorm2004.interaction(3, asked, { course: "c" }));
  assert.deepEqual([newer.learner_response, newer["correct_responses.0.pattern"], newer.result], ["tell", "ask_first", "incorrect"]);
});

test("a cloze is one interaction for each blank, and says what is right of each", () => {
  const key = { options: [["a", "text"], ["b", "number"], ["c", "menu"]], menus: { c: [["x", "X"], ["y", "Y"]] }, right: { a: "Word", b: "7", c: "y" } };
  const found = interactions("q/gaps", { type: "cloze", points: 3, key }, { answer: { a: "word", b: "8", c: "x" }, tries: 1, right: false, score: 1 / 3 }, { at: 0, latency: 0 });
  assert.deepEqual(found.map(one => [one.id, one.type, one.result, one.weight]), [["q/gaps/a", "fill-in", "correct", 1], ["q/gaps/b", "numeric", "unanticipated", 1], ["q/gaps/c", "choice", "wrong", 1]]);
});

test("what a reflection says stays with the learner", () => {
  const secret = "my boss is difficult";
  const found = interactions("q/r", { type: "reflection", key: {} }, { answer: { text: secret }, tries: 1, score: null }, { at: 0, latency: 0 });
  const told = JSON.stringify([scorm12.interaction(0, found[0], {}), scorm2004.interaction(0, found[0], { course: "c" })]);
  assert.ok(!told.includes("boss") && told.includes("4 words"));
});

test("every type of interaction is told in xAPI, without what was typed", () => {
  for (const type of Object.keys(MAKERS)) {
    const { name, question, found } = made(type, 4);
    for (const asked of found) {
      const [result, { object, activities }] = answered({ activity: "http://example.org/au", course: "http://example.org", language: "en" }, name.slice(0, name.lastIndexOf("/")), question, { ...asked, text: "Asked" });
      assert.doesNotThrow(() => new URL(object.id));
      assert.equal(object.definition.name.en, "Asked");
      assert.equal(activities.parent[0].id.startsWith("http://example.org/au/test/"), true);
      assert.deepEqual(activities.parent.slice(1).map(({ id }) => id), question.objectives.map(id => `http://example.org/objective/${id}`));
      if (["fill-in", "long"].includes(asked.type)) assert.equal(result.response ?? object.definition.correctResponsesPattern, undefined);
      for (const list of ["choices", "scale", "source", "target"]) {
        for (const { id, description } of object.definition[list] ?? []) assert.ok(id && description.en);
      }
      if (asked.type === "choice" && result.response) {
        const known = object.definition.choices.map(({ id }) => id);
        for (const id of result.response.split("[,]")) assert.ok(known.includes(id), id);
      }
    }
  }
});

test("a check is an attempt; a draft, a look at the answer and a saved change are none", () => {
  assert.equal(isAttempt(undefined, { tries: 1 }), true);
  assert.equal(isAttempt({ tries: 1 }, { tries: 2 }), true);
  assert.equal(isAttempt(null, { tries: 1, done: true }), true);
  assert.equal(isAttempt({ tries: 1 }, { tries: 1, told: true }), false);
  assert.equal(isAttempt(undefined, { tries: 0, draft: true }), false);
  assert.equal(isAttempt({ tries: 3 }, null), false);
});
