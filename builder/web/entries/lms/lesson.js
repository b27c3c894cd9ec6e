// A lesson inside the shell: the same parts as on the site; the shell keeps what it remembers.
import { every } from "../../dom.js";
import { announce, openInside } from "../../lms/inside.js";
import { startCompletion } from "../../parts/completion.js";
import { startNotice } from "../../parts/notice.js";
import { startQuiz } from "../../parts/quiz.js";
import { startReread } from "../../parts/reread.js";
import { startTakeaway } from "../../parts/takeaway.js";
import { startThread } from "../../parts/thread.js";

const { course, lesson, title } = document.body.dataset;

announce(lesson, title);
openInside(course).then(session => {
  startNotice(session);
  startThread(session);
  every(".takeaway[data-takeaway]").forEach(section => startTakeaway(section, session));
  every(".quiz[data-quiz]").forEach(section => startQuiz(section, session));
  startReread();
  startCompletion(session);
  document.documentElement.dataset.ready = "";
});
