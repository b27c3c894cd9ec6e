// A takeaway exercise: steps to tick, a note saved as it is typed, and what good looks like,
// which stands further back until the learner has tried.
import { every, one } from "../dom.js";
import { bring } from "../questions/registry.js";
import { words } from "../words/lesson.js";

const PAUSE = 250; // milliseconds from a change to saving it

export function startTakeaway(session, page, element) {
  const section = one(".takeaway", element);
  startSteps(section, session);
  startNote(section, session);
  startGood(section);
}

function startSteps(section, session) {
  const steps = every(".steps input", section);
  if (!steps.length) return;
  const name = step => `${section.dataset.takeaway}/${step.value}`;
  const show = () => {
    for (const step of steps) step.checked = !!session.get("step", name(step));
    tellSteps(section, steps);
  };
  one(".steps", section).addEventListener("change", ({ target }) => {
    if (target.checked) session.put("step", name(target), true);
    else session.drop("step", name(target));
    tellSteps(section, steps);
  });
  session.listen(kind => kind === "step" && show());
  show();
}

function tellSteps(section, steps) {
  const done = steps.filter(step => step.checked).length;
  const part = done ? `${done} of ${steps.length} steps done.` : "";
  one(".steps-status", section).textContent = done === steps.length ? words.allSteps : part;
}

function startNote(section, session) {
  const note = one(".note", section);
  if (!note) return;
  const status = one(".note-status", section);
  const id = section.dataset.takeaway;
  const save = async () => {
    await session.put("note", id, note.value);
    status.textContent = session.persistent ? words.saved : words.notSaved;
  };
  const early = note.value;
  note.value = session.get("note", id) ?? "";
  if (note.value) status.textContent = words.saved;
  if (early && early !== note.value) addEarly(note, early, save);
  saveAsTyped(note, save);
  session.listen((kind, name) => {
    if (kind === "note" && name === id && note !== document.activeElement) note.value = session.get("note", id) ?? "";
  });
  const tell = text => (status.textContent = text);
  const offer = (name, way) => one(name, section).addEventListener("click", () =>
    bring("keep").then(keep => tell(keep[way](section, note)), () => tell(words.offline)));
  offer(".note-save", "saveNote");
  offer(".note-cal", "saveReminder");
}

// What was typed before the storage answered stands below what was kept.
function addEarly(note, early, save) {
  note.value = [note.value, early].filter(Boolean).join("\n");
  save();
}

// Saves soon after a change, and at once when the field or the page is left.
function saveAsTyped(note, save) {
  let timer = null;
  const settle = () => {
    if (timer === null) return;
    clearTimeout(timer);
    timer = null;
    save();
  };
  note.addEventListener("input", () => (timer ??= setTimeout(settle, PAUSE)));
  note.addEventListener("blur", settle);
  addEventListener("pagehide", settle);
  document.addEventListener("visibilitychange", () => document.hidden && settle());
}

// "What good looks like" opens by itself once the learner has tried, and for anybody who asks.
function startGood(section) {
  const good = one(".good", section);
  if (!good) return;
  const steps = every(".steps input", section);
  const tried = () => (steps.length && steps.every(step => step.checked)) || !!one(".note", section)?.value.trim();
  const show = () => {
    if (!tried() || good.classList.contains("tried")) return;
    good.classList.add("tried");
    good.open = true;
  };
  section.addEventListener("change", show);
  show();
}
