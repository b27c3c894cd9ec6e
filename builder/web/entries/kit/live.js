// The live view: for the laptop at the front.
import { every, one } from "../../dom.js";
import { listen } from "../../workshop/keyboard.js";
import { makeFace } from "../../workshop/live-face.js";
import { back, change, fitted, forward, fresh, skip, toggle } from "../../workshop/run.js";
import { openStore } from "../../workshop/store.js";

const UNDOABLE = 30;
const plan = JSON.parse(one("#_plan").textContent);
const store = openStore(`${plan.id}:${plan.run}`);
const shape = plan.blocks.map(block => `${block.id} ${block.minutes}`).join();
const kept = store.read();
// A clock that ran for another plan says nothing about this one; notes stay.
let state = kept?.shape === shape ? kept.state : fresh(plan);
let past = kept?.shape === shape ? kept.past : [];
const notes = kept?.notes ?? {};
const face = makeFace(plan);

function keep() {
  if (!store.write({ shape, state, past, notes })) face.say(plan.words.stored);
}

function act(make, tell) {
  const next = make(state, plan, Date.now());
  if (next === state) return;
  past = [...past.slice(1 - UNDOABLE), state];
  state = next;
  keep();
  face.show(state, Date.now());
  if (tell) face.tellPlan(state);
  showNote();
}

function undo() {
  if (!past.length) return;
  state = past.at(-1);
  past = past.slice(0, -1);
  keep();
  face.show(state, Date.now());
  showNote();
}

const deeds = {
  go: () => act(toggle),
  forward: () => act(forward),
  back: () => act(back, true),
  plus: () => act((s, p, now) => change(s, p, now, 1), true),
  minus: () => act((s, p, now) => change(s, p, now, -1), true),
  skip: () => act(skip, true),
  replan: () => act((s, p, now) => ({ ...fitted(s, p, now) }), true),
  undo,
  help: () => one("#_keys").showModal(),
  restart,
};

let sure = false;
function restart() {
  if (!sure) {
    sure = true;
    one('[data-lv="sure"]').textContent = plan.words.restart_sure;
    return;
  }
  [state, past, sure] = [fresh(plan), [], false];
  one('[data-lv="sure"]').textContent = "";
  keep();
  one("#_keys").close();
  face.show(state, Date.now());
  showNote();
}
one("#_keys").addEventListener("close", () => {
  sure = false;
  one('[data-lv="sure"]').textContent = "";
});

const note = one("#_note");
const noteKey = () => state.rows[state.at]?.id ?? "";
const showNote = () => (note.value = notes[noteKey()] ?? "");
note.addEventListener("input", () => {
  notes[noteKey()] = note.value;
  keep();
});
note.addEventListener("keydown", event => event.key === "Escape" && note.blur());

for (const button of every("[data-do]")) button.addEventListener("click", () => deeds[button.dataset.do]());
listen({
  " ": deeds.go,
  ArrowRight: deeds.forward,
  PageDown: deeds.forward,
  ArrowLeft: deeds.back,
  PageUp: deeds.back,
  "+": deeds.plus,
  "=": deeds.plus,
  "-": deeds.minus,
  s: deeds.skip,
  r: deeds.replan,
  z: undo,
  n: () => note.focus(),
  "?": deeds.help,
});

face.show(state, Date.now());
showNote();
setInterval(() => face.show(state, Date.now()), 500);
navigator.wakeLock?.request("screen").catch(() => {});
document.documentElement.dataset.ready = "";
