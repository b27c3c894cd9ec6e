// Everything a learner wrote and ticked, by lesson, and as files. No DOM, no storage.
//
// A group is { t: lesson's title, u: its address or "", items }; an item is
// { kind: "task", t, q, note, at, steps: [texts ticked], total } or
// { kind: "answer" | "aside", q, note, at }.

// `lessons` as in parts/work.js. What belongs to no lesson any more comes last, under `gone`.
export function collect(session, lessons, gone) {
  const left = {
    note: new Map(session.all("note").map(([id, text, at]) => [id, { text, at }])),
    answer: new Map(session.all("answer").filter(([, record]) => written(record)).map(([id, record, at]) => [id, { text: written(record), at }])),
    aside: session.all("aside").map(([id, record, at]) => ({ id: id.slice(0, id.lastIndexOf("/")), text: readable(record.answer), at })),
  };
  const groups = lessons.map(lesson => group(session, lesson, left));
  const rest = [...left.note.values()].filter(({ text }) => text.trim())
    .map(({ text, at }) => ({ kind: "task", t: "", q: "", note: text, at, steps: [], total: 0 }));
  return [...groups, { t: gone, u: "", items: [...rest, ...left.aside.map(entry => said("aside", entry, ""))] }]
    .filter(({ items }) => items.length);
}

function group(session, { t, u, tasks, asks }, left) {
  const items = tasks.map(task => taskItem(session, task, left.note)).filter(({ note, steps }) => note || steps.length);
  for (const [id, q] of Object.entries(asks)) {
    if (left.answer.has(id)) items.push(said("answer", left.answer.get(id), q));
    items.push(...left.aside.filter(entry => entry.id === id).map(entry => said("aside", entry, q)));
    left.aside = left.aside.filter(entry => entry.id !== id);
  }
  return { t, u, items };
}

function taskItem(session, { id, t, q, steps }, notes) {
  const { text = "", at = 0 } = notes.get(id) ?? {};
  notes.delete(id);
  const ticked = steps.filter(([step]) => session.get("step", `${id}/${step}`)).map(([, words]) => words);
  return { kind: "task", t, q, note: text.trim(), at, steps: ticked, total: steps.length };
}

const said = (kind, { text, at }, q) => ({ kind, q, note: text, at });

// What was written as an answer in the learner's own words.
function written({ answer }) {
  return typeof answer?.text === "string" ? answer.text.trim() : "";
}

// An answer to a question that has changed: its words where it has any, else the names it is made of.
function readable(answer) {
  if (answer === null || answer === undefined) return "";
  if (typeof answer !== "object") return String(answer).replaceAll("-", " ");
  if (Array.isArray(answer)) return answer.map(readable).filter(Boolean).join(", ");
  return Object.entries(answer).map(([key, value]) => `${readable(key)}: ${readable(value)}`).join("; ");
}

// The page as Markdown; `day(time)` says a date.
export function asMarkdown(title, groups, day, labels) {
  const parts = groups.map(({ t, items }) => [`## ${t}`, ...items.flatMap(item => markdownItem(item, day, labels))]);
  return `# ${[title, ...parts.flat()].join("\n\n")}\n`;
}

function markdownItem(item, day, labels) {
  const head = item.t ? [`### ${item.t}`] : [];
  const ask = item.q ? [`**${item.q}**`] : [];
  const aside = item.kind === "aside" ? [`*${labels.aside}*`] : [];
  const steps = item.steps?.length ? [item.steps.map(step => `- [x] ${step}`).join("\n")] : [];
  const note = item.note ? [item.note, labels.downloaded(day(item.at))] : [];
  return [...head, ...steps, ...ask, ...aside, ...note];
}

const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;" };
const escaped = text => text.replace(/[&<>"]/g, sign => SIGNS[sign]);

// The page as a document of its own.
export function asHtml(title, language, groups, day, labels) {
  const body = groups.map(({ t, items }) => `<h2>${escaped(t)}</h2>\n${items.map(item => htmlItem(item, day, labels)).join("\n")}`);
  const style = "body{max-width:42rem;margin:3rem auto;padding:0 1rem;font:1rem/1.6 Georgia,serif}blockquote{white-space:pre-wrap;margin-inline:0;padding-inline-start:1rem;border-inline-start:3px solid}";
  return `<!doctype html>\n<html lang="${escaped(language)}">\n<meta charset="utf-8">\n<title>${escaped(title)}</title>\n<style>${style}</style>\n<h1>${escaped(title)}</h1>\n${body.join("\n")}\n</html>\n`;
}

function htmlItem(item, day, labels) {
  const tag = (name, text) => (text ? `<${name}>${escaped(text)}</${name}>` : "");
  const steps = (item.steps ?? []).map(step => tag("li", step)).join("");
  const aside = item.kind === "aside" ? tag("p", labels.aside) : "";
  const note = item.note ? tag("blockquote", item.note) + tag("p", labels.downloaded(day(item.at))) : "";
  return tag("h3", item.t) + (steps && `<ul>${steps}</ul>`) + (item.q ? `<p><strong>${escaped(item.q)}</strong></p>` : "") + aside + note;
}

export const asJson = (course, groups) => `${JSON.stringify({ format: "coursewright-notes-1", course, lessons: groups }, null, 1)}\n`;
