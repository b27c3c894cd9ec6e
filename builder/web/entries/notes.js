// The page notes.html.
import { startNotebook } from "../parts/notebook.js";
import { startNotice } from "../parts/notice.js";
import { openSession } from "../session.js";

openSession(document.body.dataset.course).then(session => {
  startNotice(session);
  startNotebook(session);
});
