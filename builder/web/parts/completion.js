// "Mark lesson complete": the learner decides, and can undo.
import { longDate, one } from "../dom.js";
import { words } from "../words/lesson.js";

export function startCompletion(session, { lesson }) {
  const button = one("#_complete");
  if (!button) return;
  button.addEventListener("click", () => {
    if (session.get("done", lesson)) session.drop("done", lesson);
    else session.put("done", lesson, Date.now());
    button.parentElement.classList.toggle("tied", !!session.get("done", lesson));
    showCompletion(button, session.get("done", lesson), words.uncompleted);
  });
  showCompletion(button, session.get("done", lesson), "");
}

function showCompletion(button, time, otherwise) {
  button.setAttribute("aria-pressed", !!time);
  one("span", button).textContent = time ? words.completed : words.complete;
  one(".finish-status").textContent = time ? `Completed on ${longDate(time)}. Press again to undo.` : otherwise;
}
