// Back up and restore: one file that holds everything this browser knows of the course.
import { one } from "../dom.js";
import { download } from "../download.js";
import { words } from "../words/home.js";

const FORMAT = "coursewright-progress-1";

// `opening` is the promise of a session: who is quick need not press twice.
export function startBackup(opening, repaint) {
  const status = one("#_data-status");
  if (!status) return;
  const { course } = document.body.dataset;
  const file = one("#_import-file");
  one("#_export").addEventListener("click", async () => {
    const data = { format: FORMAT, course, facts: (await opening).backup() };
    download(`${course}-progress.json`, JSON.stringify(data, null, 1), "application/json");
    status.textContent = words.backedUp;
  });
  one("#_import").addEventListener("click", () => file.click());
  file.addEventListener("change", async () => {
    status.textContent = (await restore(file, course, await opening)) ? words.restored : words.badBackup;
    file.value = "";
    repaint(await opening);
  });
}

async function restore(file, course, session) {
  try {
    const { format, course: of, facts } = JSON.parse(await file.files[0].text());
    if (format !== FORMAT || of !== course || Object(facts) !== facts || Array.isArray(facts)) return false;
    await session.merge(facts);
    return true;
  } catch {
    return false;
  }
}
