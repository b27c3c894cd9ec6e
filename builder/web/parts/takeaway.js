// A takeaway exercise: steps to tick, a note saved as it is typed, and what good looks like,
// which stands further back until the learner has tried.
import { download, every, longDate, one } from "../dom.js";
import { words } from "../words/lesson.js";
import { reminder } from "./calendar.js";

const PAUSE = 250; // milliseconds from a change to saving it

export function startTakeaway(section, session) {
  startSteps(section, session);
  startNote(section, session);
  startGood(section);
}

function startSteps(section, session) {
  const steps = every(".steps input", section);
  if (!steps.length) return;
  const name = step => `${section.dataset.takeaway}/${step.value}`;
  for (const step of steps) step.checked = !!session.get("step", name(step));
  one(".steps", section).addEventListener("change", ({ target }) => {
    if (target.checked) session.put("step", name(target), true);
    else session.drop("step", name(target));
    tellSteps(section, steps);
  });
  session.listen(kind => {
    if (kind !== "step") return;
    for (const step of steps) step.checked = !!session.get("step", name(step));
    tellSteps(section, steps);
  });
  tellSteps(section, steps);
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
  one(".note-save", section)?.addEventListener("click", () => saveFile(section, note, status));
  one(".note-cal", section)?.addEventListener("click", () => saveReminder(section, note, status));
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

const question = note => note.labels[0]?.textContent.trim() ?? "";

function saveFile(section, note, status) {
  const text = note.value.trim();
  if (!text) {
    status.textContent = words.writeFirst;
    return note.focus();
  }
  const { lesson, title } = document.body.dataset;
  const page = `# ${title}\n\n## ${one("h2", section).textContent}\n\n**${question(note)}**\n\n${text}\n\n${longDate(Date.now())}\n`;
  return download(`${lesson}-note.md`, page, "text/markdown");
}

function saveReminder(section, note, status) {
  const { lesson } = document.body.dataset;
  const link = `${location.href.split("#")[0]}#${section.id}`;
  const text = reminder({ id: lesson, title: one("h2", section).textContent, text: `${question(note)}\n${link}`, now: new Date() });
  download(`${lesson}.ics`, text, "text/calendar");
  status.textContent = words.openCalendar;
}
