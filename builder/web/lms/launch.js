// The page of a lesson that a platform launches by itself.
import { every, make, one } from "../dom.js";
import { startPreferences } from "../parts/preferences.js";
import { openSession } from "../session.js";
import { shellWords } from "../words/lms.js";
import { words } from "../words/lesson.js";
import { launchOf } from "./cmi5.js";
import { Unit } from "./unit.js";

const RELOADED = 3000; // milliseconds in which a reload that was asked for happens
const BRIEF = 4000;
const HEARD = 100;

// Resolves to the session the lesson's parts use.
export async function openLaunched() {
  startPreferences();
  const { course } = document.body.dataset;
  const launch = launchOf(location.search);
  if (!launch) return alone(course, shellWords.alone);
  try {
    return await connect(course, launch);
  } catch {
    return alone(course, shellWords.refused);
  }
}

async function alone(course, notice) {
  const session = await openSession(course);
  say(session.persistent ? notice : shellWords.blocked);
  return session;
}

async function connect(course, launch) {
  const map = JSON.parse(one("#_lms").textContent);
  const unit = new Unit(map, launch, sessionTexts(), document.documentElement.lang || "en", state => tell(state, unit));
  const { data, preferences } = await unit.open();
  words.saved = shellWords.saved;
  if (preferences.audioPreference === "off") every("audio, video").forEach(media => (media.muted = true));
  if (unit.client.over) say(`${shellWords.relaunch} ${shellWords.relaunchLine}`);
  else {
    attend(unit, data);
    if (!unit.writes) say(shellWords.preview);
  }
  return openSession(course, [() => unit.store.tracker()]);
}

// Texts for as long as the window lives, by name; a browser that refuses keeps them for the page.
function sessionTexts() {
  const own = new Map();
  const store = () => sessionStorage;
  return {
    get(name) {
      try {
        return store().getItem(`coursewright-cmi5:${name}`);
      } catch {
        return own.get(name) ?? null;
      }
    },
    set(name, text) {
      own.set(name, text);
      try {
        store().setItem(`coursewright-cmi5:${name}`, text);
      } catch {
        // It holds until the page is left.
      }
    },
  };
}

// A reload goes on with the session; every other way out ends it.
function attend(unit, data) {
  let reloading = 0;
  const reload = () => (reloading = performance.now() + RELOADED);
  globalThis.navigation?.addEventListener("navigate", event => event.navigationType === "reload" && reload());
  addEventListener("keydown", ({ key, ctrlKey, metaKey }) => (key === "F5" || ((ctrlKey || metaKey) && key.toLowerCase() === "r")) && reload());
  addEventListener("pagehide", () => {
    if (performance.now() > reloading) unit.leave();
    else unit.keep({ keepalive: true });
  });
  addEventListener("pageshow", event => event.persisted && location.reload());
  document.addEventListener("visibilitychange", () => document.hidden && !unit.client.over && unit.keep({ keepalive: true }));
  addEventListener("online", () => unit.client.hurry?.());
  addEventListener("offline", () => say(shellWords.offline));
  offerExit(unit, data);
}

function offerExit(unit, { returnURL }) {
  const button = one("#_exit");
  if (!button) return;
  button.hidden = false;
  button.addEventListener("click", async () => {
    dispatchEvent(new Event("pagehide"));
    const patience = new Promise(done => setTimeout(done, BRIEF));
    await Promise.race([unit.leave(), patience]);
    if (returnURL) return location.assign(returnURL);
    globalThis.close();
    return document.body.replaceChildren(closing());
  }, { once: true });
}

function closing() {
  const head = make("h1", { tabIndex: -1 }, shellWords.closed);
  setTimeout(() => head.focus());
  return make("main", { className: "sheet" }, head);
}

let brief = null;

function tell(state, unit) {
  clearTimeout(brief);
  if (state === "back") {
    say(shellWords.back);
    brief = setTimeout(() => say(""), BRIEF);
  } else if (state === "refused") say(shellWords.refused);
  else say(!unit.copy.works ? shellWords.unsafe : navigator.onLine ? shellWords.failing : shellWords.offline);
}

// The calm line above the lesson. It is heard only where it stood before its words came.
function say(text) {
  const strip = one("#_strip") ?? make("p", { id: "_strip" });
  strip.setAttribute("role", "status");
  if (!strip.isConnected) document.body.prepend(strip);
  setTimeout(() => (strip.textContent = text), HEARD);
}
