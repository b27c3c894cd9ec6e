// Pages that list lessons: the course home, modules, tags.
import { dataOf, one } from "../dom.js";
import { startBackup } from "../parts/backup.js";
import { startNotice } from "../parts/notice.js";
import { paintPickup, paintWeave } from "../parts/pickup.js";
import { paintRows } from "../parts/rows.js";
import { openSession } from "../session.js";

const outline = one("#_outline") ? dataOf(one("#_outline")) : { modules: [] };
const opening = openSession(document.body.dataset.course);

startBackup(opening, session => paintAll(session, outline));
addEventListener("pageshow", event => event.persisted && location.reload());
opening.then(session => {
  const paint = () => paintAll(session, outline);
  startNotice(session);
  session.listen(paint);
  paint();
});

function paintAll(session, { modules }) {
  const full = modules.map(module => ({ ...module, lessons: module.lessons.map(lesson => asLesson(lesson, module)) }));
  paintRows(session, full);
  paintWeave(session, full);
  paintPickup(session, full.flatMap(module => module.lessons));
}

// Very large courses list the ids of their lessons only; then a module's page stands for them.
const asLesson = (lesson, { title, url }) => (lesson.id ? lesson : { id: lesson, title, url });
