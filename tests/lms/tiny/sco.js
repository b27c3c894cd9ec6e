// A SCO as small as one that does everything right can be, for either standard, with a switch for
// each mistake that the judges have to notice: index.html?standard=1.2&defect=NAME.

const asked = new URLSearchParams(location.search);
const old = asked.get("standard") === "1.2";
const defect = asked.get("defect") || "";
const bad = name => defect === name;
const state = { place: 1, answers: [], done: false };
let api = null;
let ended = false;
let leaving = false;
let timer = 0;
let count = 0;
let dirty = false;
let status = "";
const began = Date.now();

const E = old
  ? { exit: "cmi.core.exit", time: "cmi.core.session_time", place: "cmi.core.lesson_location",
      status: "cmi.core.lesson_status", score: "cmi.core.score", response: "student_response" }
  : { exit: "cmi.exit", time: "cmi.session_time", place: "cmi.location",
      status: "cmi.completion_status", score: "cmi.score", response: "learner_response" };
const call = (name, ...args) => api[old
  ? "LMS" + name.replace("Terminate", "Finish") : name](...args);
const get = element => call("GetValue", element);
const set = (element, value) => call("SetValue", element, bad("number-arguments") ? value : String(value));
const element = id => document.getElementById(id);

function spent() {
  const s = Math.floor((Date.now() - began) / 1000);
  if (bad("short-time")) return old ? `0:0:${s}` : `PT${s}.123S`;
  const two = n => String(n).padStart(2, "0");
  return old ? `0000:${two(Math.floor(s / 60))}:${two(s % 60)}` : `PT${s}S`;
}

function stamp() {
  const now = new Date().toISOString();
  if (bad("iso-stamp")) return old ? now.slice(11, 23) : now;
  return old ? now.slice(11, 19) : now.slice(0, 21) + "Z";
}

function search(where) {
  const name = old || bad("first-api") ? "API" : "API_1484_11";
  try {
    for (let depth = 0, at = where; depth < 12 && at; depth++, at = at.parent) {
      if (at[name]) return at[name];
      if (bad("shallow-search") && depth === 1) return null;
      if (at === at.parent) return null;
    }
  } catch { /* another origin */ }
  return null;
}

function find() {
  return search(window) || (window.opener && !bad("no-opener") ? search(window.opener) : null);
}

function commit() {
  clearTimeout(timer);
  timer = 0;
  if (bad("commit-at-exit-only")) return true;
  if (dirty) {
    set(E.place, state.place);
    set("cmi.suspend_data", packed());
  }
  dirty = false;
  const saved = call("Commit", "") === "true" || bad("trusts-failure");
  if (saved) prove();
  element("notice").textContent = saved || bad("no-notice") ? "" : "Not saved yet. Trying again.";
  if (!saved && !bad("no-retry")) timer = setTimeout(commit, 700);
  return saved;
}

function soon() {
  if (bad("never-debounced")) commit();
  else if (!timer) timer = setTimeout(commit, bad("slow-debounce") || bad("ignores-hidden") ? 9000 : 200);
}

/** An LMS whose session has ended may say "true"; then it hands out no files of ours either. */
async function prove() {
  let said = "";
  try { said = await (await fetch("sco.js", { cache: "no-store" })).text(); } catch { /* no line */ }
  if (ended || leaving || said.startsWith("// A SCO") || ["trusts-success", "trusts-failure", "no-retry"].includes(defect)) return;
  element("notice").textContent = "Not saved yet. Trying again.";
  dirty = true;
  timer ||= setTimeout(commit, 700);
}

function packed() {
  const text = JSON.stringify(state);
  return bad("long-state") ? text.padEnd(5000) : text;
}

function mark(value) {
  if (!old && value !== "complete") {
    set(E.status, value === "incomplete" ? value : "completed");
    if (value === "passed" || value === "failed") set("cmi.success_status", value);
  } else set(E.status, value);
  status = value;
}

function start() {
  if (bad("write-before-start")) set(E.place, 1);
  if (!bad("never-initialized")) call("Initialize", bad("initialize-null") ? null : "");
  if (bad("initialize-twice")) call("Initialize", "");
  status = get(E.status);
  const kept = get("cmi.suspend_data");
  if (kept && !bad("no-resume")) Object.assign(state, JSON.parse(kept));
  if (bad("reads-writeonly")) get(E.exit);
  if (bad("unknown-element")) get("cmi.core.score.scaled");
  count = +get("cmi.interactions._count");
  if (bad("overwrites-interactions")) count = 0;
  if (bad("asks-student-for-mode")) confirm("Resume?");
  if (!bad("no-exit")) set(E.exit, bad("exit-logout") ? "logout" : bad("exit-normal") ? (old ? "normal" : "logout") : "suspend");
  if (!bad("no-time")) set(E.time, spent());
  if (status === "not attempted" || status === "unknown" || !status || bad("lowers-status")) {
    if (!bad("no-first-status")) mark("incomplete");
  }
  if (!bad("no-first-commit")) commit();
  if (bad("page-error")) setTimeout(() => { throw new Error("oops"); });
  if (bad("missing-file")) document.body.append(Object.assign(new Image(), { src: "none.png" }));
  if (bad("outside-request")) fetch("http://127.0.0.1:9/").catch(() => {});
  show();
}

function show() {
  element("place").textContent = `Page ${state.place}`;
}

window.tiny = {
  go(place) {
    state.place = place;
    dirty = true;
    soon();
    show();
  },
  answer(value) {
    state.answers.push(value);
    const n = `cmi.interactions.${count++}`;
    if (bad("type-late")) set(`${n}.${E.response}`, value);
    set(`${n}.id`, bad("spaces-in-id") ? "question 1" : "q1");
    if (!bad("type-late")) set(`${n}.type`, "choice");
    set(`${n}.${old ? "time" : "timestamp"}`, stamp());
    set(`${n}.correct_responses.0.pattern`, "a");
    set(`${n}.weighting`, 1);
    if (bad("type-late")) set(`${n}.type`, "choice");
    else set(`${n}.${E.response}`, bad("words-as-answer") ? "first answer!" : value);
    const no = bad("wrong-word") === old ? "incorrect" : "wrong";
    set(`${n}.result`, value === "a" ? "correct" : no);
    set(`${n}.latency`, spent());
    const raw = value === "a" ? 100 : bad("score-over") ? 150 : 0;
    set(`${E.score}.raw`, raw);
    if (!bad("score-alone")) {
      set(`${E.score}.min`, 0);
      set(`${E.score}.max`, 100);
      if (!old) set(`${E.score}.scaled`, raw / 100);
    }
    dirty = true;
    commit();
  },
  complete(passed) {
    state.done = true;
    if (!bad("never-completes")) mark(bad("status-word") ? "complete" : passed ? "passed" : "failed");
    dirty = true;
    commit();
  },
  exit() { end(true); },
};

function end(polite) {
  if (ended) return;
  clearTimeout(timer);
  if (!bad("no-time")) set(E.time, spent());
  if (bad("commit-at-exit-only")) set("cmi.suspend_data", packed());
  if (polite || bad("commit-in-pagehide") || bad("commit-at-exit-only")) call("Commit", "");
  if (bad("no-finish")) return;
  ended = true;
  call("Terminate", "");
  if (bad("finish-twice")) call("Terminate", "");
  if (bad("calls-after-end")) get(E.status);
  if (polite) document.body.textContent = "You can close this window.";
}

element("exit").addEventListener("click", () => tiny.exit());
addEventListener("visibilitychange", () => {
  if (document.visibilityState !== "hidden" || leaving || ended || bad("ignores-hidden")) return;
  set(E.time, spent());
  commit();
});
addEventListener(bad("unload-only") ? "unload" : "pagehide", () => { leaving = true; end(false); });
if (bad("beforeunload")) addEventListener("beforeunload", () => end(true));

(function look(tries) {
  api = find();
  if (api) start();
  else if (tries && !bad("no-wait")) setTimeout(look, 100, tries - 1);
  else element("notice").textContent = "No LMS was found. Nothing is kept.";
})(40);
