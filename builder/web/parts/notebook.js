// The page of a learner's own notes, and its files.
import { every, longDate, make, one } from "../dom.js";
import { download } from "../download.js";
import { asHtml, asJson, asMarkdown, collect } from "../notes.js";
import { words } from "../words/learner.js";
import { lessonsWith, makeWork } from "./work.js";

export async function startNotebook(session) {
  const work = makeWork(document.body.dataset.base);
  try {
    await work.open();
    await work.bring(id => session.get("seen", id) || session.get("done", id));
    if (unknown(session, work)) await work.bring(() => true);
  } catch {
    one(".own-status").textContent = words.offline;
  }
  const show = () => paint(collect(session, lessonsWith(work), words.gone));
  session.listen(show);
  show();
  for (const button of every("[data-save]")) button.addEventListener("click", () => save(button.dataset.save, collect(session, lessonsWith(work), words.gone)));
}

// Whether something was written in a lesson that does not count as begun.
function unknown(session, work) {
  const known = new Set(lessonsWith(work).flatMap(({ tasks, asks }) => [...tasks.map(({ id }) => id), ...Object.keys(asks)]));
  const ids = [...session.all("note"), ...session.all("aside")].map(([id]) => id);
  return ids.some(id => !known.has(id) && !known.has(id.slice(0, id.lastIndexOf("/"))));
}

function paint(groups) {
  one(".own-empty").hidden = groups.length > 0;
  one(".own-tools").hidden = groups.length === 0;
  one(".notes").replaceChildren(...groups.map(groupElement));
}

function groupElement({ t, u, items }) {
  const { base } = document.body.dataset;
  const head = make("h2", {}, u ? make("a", { href: `${base}/${u}` }, t) : t);
  return make("section", { className: "note-group" }, head, ...items.map(itemElement));
}

function itemElement(item) {
  const box = make("article", { className: `own-note ${item.kind}` });
  if (item.t) box.append(make("h3", {}, item.t));
  if (item.steps?.length) box.append(make("p", { className: "small" }, words.steps(item.steps.length, item.total)), stepList(item.steps));
  if (item.q) box.append(make("p", { className: "note-q" }, item.q));
  if (item.kind === "aside") box.append(make("p", { className: "small" }, words.aside));
  if (item.note) box.append(make("blockquote", {}, item.note), make("p", { className: "small" }, words.downloaded(longDate(item.at))));
  return box;
}

const stepList = steps => make("ul", { className: "own-steps" }, ...steps.map(step => make("li", {}, step)));

const FILES = {
  md: { type: "text/markdown", make: (title, groups) => asMarkdown(title, groups, longDate, words) },
  html: { type: "text/html", make: (title, groups) => asHtml(title, document.documentElement.lang, groups, longDate, words) },
  json: { type: "application/json", make: (title, groups) => asJson(document.body.dataset.course, groups) },
};

function save(ending, groups) {
  const { course } = document.body.dataset;
  const file = FILES[ending];
  download(`${course}-notes.${ending}`, file.make(document.title, groups), file.type);
  one(".own-status").textContent = words.saved;
}
