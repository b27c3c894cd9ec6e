// The learner's notes inside the shell.
import { every, one } from "../../dom.js";
import { announce, openInside } from "../../lms/inside.js";
import { startNotebook } from "../../parts/notebook.js";
import { startNotice } from "../../parts/notice.js";

announce("", one("h1").textContent);
for (const button of every("[data-print]")) button.addEventListener("click", () => print());
openInside(document.body.dataset.course).then(session => {
  startNotice(session);
  startNotebook(session);
});
