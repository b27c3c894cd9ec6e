// A lesson: progress thread, exercises, quizzes, completion.
import { every } from "../dom.js";
import { startCompletion } from "../parts/completion.js";
import { startNotice } from "../parts/notice.js";
import { startQuiz } from "../parts/quiz.js";
import { startReread } from "../parts/reread.js";
import { startTakeaway } from "../parts/takeaway.js";
import { startThread } from "../parts/thread.js";
import { openSession } from "../session.js";

openSession(document.body.dataset.course).then(session => {
  startNotice(session);
  startThread(session);
  every(".takeaway[data-takeaway]").forEach(section => startTakeaway(section, session));
  every(".quiz[data-quiz]").forEach(section => startQuiz(section, session));
  startReread();
  startCompletion(session);
  document.documentElement.dataset.ready = ""; // what is remembered is on the page
});
