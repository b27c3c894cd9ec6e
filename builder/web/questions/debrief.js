// After a conversation: what was said at each turn beside what could have been said.
import { copies, every, make, one } from "../dom.js";
import { words } from "../words/conversation.js";
import { keyPart } from "./scale.js";

export function compared(form) {
  const steps = form.way.map((id, at) => step(form, id, at));
  return make("section", { className: "compare" }, make("h3", {}, words.compared), make("ol", {}, ...steps));
}

function step(form, id, at) {
  const rows = every(".option", form);
  const own = rows.find(row => row.dataset.i === id);
  const others = every(".option", own.parentElement).filter(row => row !== own);
  const back = make("button", { type: "button", className: "back" }, words.otherWay);
  back.dataset.back = at;
  return make("li", {}, line(form, own, words.youSaid), ...others.map(row => line(form, row, words.other)), back);
}

function line(form, row, label) {
  const { i: id } = row.dataset;
  const key = keyPart(form, `li[data-i="${CSS.escape(id)}"]`);
  const why = copies(key && one(".why", key));
  const came = copies(one(`[data-from="${CSS.escape(id)}"] .words`, form));
  const own = label === words.youSaid;
  const points = key && one(".earns", key);
  return make(
    "div",
    { className: own ? "c-own" : "c-other" },
    make("p", {}, make("span", { className: "c-label" }, label), " ", make("q", {}, ...copies(one(".o-text", row))), " ", ...copies(points)),
    make("div", { className: "c-why" }, ...(why.length ? why : came)),
  );
}
