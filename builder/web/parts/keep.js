// What a learner takes along from an exercise: the note as a file, a reminder for the calendar.
import { longDate, one } from "../dom.js";
import { download } from "../download.js";
import { words } from "../words/keep.js";
import { reminder } from "./calendar.js";

const question = note => note.labels[0]?.textContent.trim() ?? "";
const page = section => section.closest("[data-lesson]").dataset;

// Each returns what to say.
export function saveNote(section, note) {
  const text = note.value.trim();
  if (!text) {
    note.focus();
    return words.writeFirst;
  }
  const { lesson, title } = page(section);
  const file = `# ${title}\n\n## ${one("h2", section).textContent}\n\n**${question(note)}**\n\n${text}\n\n${longDate(Date.now())}\n`;
  download(`${lesson}-note.md`, file, "text/markdown");
  return "";
}

export function saveReminder(section, note) {
  const { lesson } = page(section);
  const link = `${location.href.split("#")[0]}#${section.id}`;
  const text = reminder({ id: lesson, title: one("h2", section).textContent, text: `${question(note)}\n${link}`, now: new Date() });
  download(`${lesson}.ics`, text, "text/calendar");
  return words.openCalendar;
}
