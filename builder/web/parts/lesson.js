// A lesson: progress thread, exercises, quizzes, completion. Each is an element that starts by
// itself when it comes into the page, also into one that is exchanged in place, as Material's
// instant navigation does it, and once only. Without a script they are sections like any other.
import { one } from "../dom.js";
import { startCompletion } from "./completion.js";
import { startNotice } from "./notice.js";
import { startQuiz } from "./quiz.js";
import { startReread } from "./reread.js";
import { startTakeaway } from "./takeaway.js";
import { startThread } from "./thread.js";

// `open(course)` opens the session, a promise, when the first element needs it.
export function startLessons(open) {
  let opening;
  const define = (name, start) => customElements.define(name, class extends HTMLElement {
    connectedCallback() {
      const page = this.closest("[data-course]").dataset;
      opening ??= open(page.course);
      this.begun ??= opening.then(session => start(session, page, this));
    }
  });
  define("course-takeaway", startTakeaway);
  define("course-quiz", startQuiz);
  define("course-lesson", startPage);
}

function startPage(session, page) {
  startNotice(session);
  startThread(session, page);
  startReread();
  startCompletion(session, page);
  document.documentElement.dataset.ready = ""; // what is remembered is on the page
}
