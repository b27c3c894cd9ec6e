// After a conversation: what was said at each turn beside what could have been said.
import { copies, every, make, one } from "../dom.js";
import { words } from "../words/conversation.js";
import { besideKey } from "./aside.js";

export function compared(form) {
  const steps = form.way.map((id, at) => step(form, id, at));
  return make("section", { className: "compare" }, make("h3", {}, words.compared), make("ol", {}, ...steps));
}

function step(form, id, at) {
  const own = every(".option", form).find(row => row.dataset.i === id);
  const others = every(".option", own.parentElement).filter(row => row !== own);
  const parts = [choices(form, "c-own", words.youSaid, [own])];
  if (others.length) parts.push(choices(form, "c-other", words.other, others));
  return make("li", {}, ...parts, backTo(at, own));
}

// A button that leads back to before a reply was given.
export function backTo(at, row) {
  const to = make("span", { className: "vh" }, `: ${one(".o-text", row).textContent}`);
  const button = make("button", { type: "button", className: "back" }, words.otherWay, to);
  button.dataset.back = at;
  return button;
}

const choices = (form, className, label, rows) =>
  make("div", { className }, make("p", { className: "c-label" }, label), ...rows.map(row => choice(form, row)));

// What the author says about a reply, or else what happened after it.
function choice(form, row) {
  const id = CSS.escape(row.dataset.i);
  const key = besideKey(form, `li[data-i="${id}"]`);
  const why = copies(key && one(".why", key));
  const came = why.length ? why : copies(one(`[data-from="${id}"] .words`, form));
  const said = make("p", {}, make("q", {}, ...copies(one(".o-text", row))));
  if (key && one(".earns", key)) said.append(" ", one(".earns", key).cloneNode(true));
  return make("div", {}, said, make("div", { className: "c-why" }, ...came));
}
