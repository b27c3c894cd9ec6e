// A lesson that a platform launches by itself (cmi5).
import { every } from "../../dom.js";
import { openLaunched } from "../../lms/launch.js";
import { startCompletion } from "../../parts/completion.js";
import { startNotice } from "../../parts/notice.js";
import { startQuiz } from "../../parts/quiz.js";
import { startReread } from "../../parts/reread.js";
import { startTakeaway } from "../../parts/takeaway.js";
import { startThread } from "../../parts/thread.js";

openLaunched().then(session => {
  startNotice(session);
  startThread(session);
  every(".takeaway[data-takeaway]").forEach(section => startTakeaway(section, session));
  every(".quiz[data-quiz]").forEach(section => startQuiz(section, session));
  startReread();
  startCompletion(session);
  document.documentElement.dataset.ready = "";
});
