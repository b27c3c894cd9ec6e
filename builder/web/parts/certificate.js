// The certificate: a name that stays here, the dates this browser knows, a preview until all is done.
import { every, longDate, one } from "../dom.js";
import { tally } from "../progress.js";
import { words } from "../words/learner.js";

export function startCertificate(session, { modules }) {
  const lessons = modules.flatMap(module => module.lessons.map(lesson => (lesson.id ? lesson : { id: lesson })));
  const show = () => paint(session, lessons);
  const field = one("#_name");
  field.value = session.get("name", "certificate") ?? "";
  field.addEventListener("input", () => {
    session.put("name", "certificate", field.value);
    paintName(field.value);
  });
  one(".cert-form").addEventListener("submit", event => printNamed(event, field));
  session.listen(show);
  paintName(field.value);
  show();
}

const paintName = name => (one("[data-name]").textContent = name.trim() || "\u00a0");

function printNamed(event, field) {
  event.preventDefault();
  const named = field.value.trim() !== "";
  one(".own-status").textContent = named ? "" : words.nameFirst;
  if (named) print();
  else field.focus();
}

function paint(session, lessons) {
  const { state, done, total } = tally(session, lessons);
  const times = kind => lessons.map(({ id }) => session.get(kind, id)).filter(Boolean);
  const begun = [...times("seen"), ...times("done")];
  one("[data-begun]").textContent = begun.length ? longDate(Math.min(...begun)) : words.notYet;
  one("[data-date]").textContent = state === "done" ? longDate(Math.max(...times("done"))) : words.notYet;
  one("[data-preview]").hidden = state === "done";
  one(".cert-left").hidden = state === "done";
  one("#_h-left").textContent = words.toGo(total - done);
  for (const row of every(".cert-left .lrow")) row.hidden = !!session.get("done", row.dataset.lesson);
}
