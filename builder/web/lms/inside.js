// What pages inside the shell have in common.
import { openSession } from "../session.js";
import { hostTracker } from "../trackers/host.js";
import { words } from "../words/lesson.js";
import { shellWords } from "../words/lms.js";

// With a shell that keeps the record, nothing else may: other storage could be another learner's.
// Scripts of rarer kinds of question come after this one, and before the page counts as read.
export async function openInside(course) {
  const [session] = await Promise.all([openHere(course), new Promise(read => document.addEventListener("DOMContentLoaded", read))]);
  return session;
}

function openHere(course) {
  try {
    const tracker = hostTracker();
    words.saved = shellWords.saved;
    return openSession(course, [() => tracker]);
  } catch {
    return openSession(course);
  }
}

// Tells the shell which page this is. It may be of another origin, as from a folder on disk.
export function announce(lesson, title) {
  if (parent !== globalThis) parent.postMessage({ coursewright: { lesson, title } }, "*");
}
