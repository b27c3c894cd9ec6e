// One calm line at the top of the page when something about saving is not as it should be.
import { make, one } from "../dom.js";

const BLOCKED = "This browser blocks storage, so your answers and notes last only until you leave this page.";

export function startNotice(session) {
  const show = () => !session.persistent && showNotice(BLOCKED);
  session.listen(show);
  show();
  if (session.persistent && session.damaged) showNotice(damage(session.damaged));
}

const damage = n => `Saved entries that could not be read and were set aside: ${n}. Everything else is as you left it.`;

function showNotice(text) {
  const line = one(".notice") ?? make("p", { className: "notice" });
  line.setAttribute("role", "status");
  one("main").prepend(line);
  line.textContent = text;
}
