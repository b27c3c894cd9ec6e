// Conversations: one turn at a time, with what was said so far above it. The page holds all turns
// as a gamebook; a way through them is the list of the replies given, `form.way`.
import { copies, every, make, one } from "../dom.js";
import { bestWay, conversationScore, earned, markConversation } from "../grading/conversation.js";
import { count } from "../words/count.js";
import { words } from "../words/conversation.js";
import { backTo, compared } from "./debrief.js";

export const conversation = {
  mark: markConversation,
  score: conversationScore,
  final: true,
  drafts: true,
  reopens: true,
  tone: () => "saved",
  label: words.say,
  ok: "",
  miss: "",
  head: () => words.ended,
  answer: form => [...form.way],
  put: (form, answer) => show(form, Array.isArray(answer) ? answer : []),
  reset: form => show(form, []),
  missing: form => (isOver(form) ? null : { text: words.chooseReply, field: one(".now input", form) ?? form }),
  chosen: form => one(".talk-log button", form),
  solution: bestWay,
  rowTells: () => false,
  why: () => null,
  verdict,
  advance,
  start,
};

// The choices are compared below the verdict.
function verdict({ marks }, key, form) {
  one(".compare", form)?.remove();
  one(".verdict", form).after(compared(form));
  const full = key[0]?.spec.full;
  return full ? `Your choices earned ${earned(key, marks)} of ${count(full, "point")}.` : "";
}

const isOver = form => !one(".now .replies", form);

function start(form, touched) {
  const talk = one(".talk", form);
  form.live = make("p", { className: "vh" });
  form.live.setAttribute("role", "status");
  form.append(form.live);
  form.touch = touched;
  talk.classList.add("live");
  talk.prepend(make("div", { className: "talk-log" }));
  form.addEventListener("click", event => {
    const to = event.target.closest("[data-back]");
    if (to) back(form, Number(to.dataset.back));
  });
  show(form, []);
}

// A press of the button belongs to the conversation; its last reply is checked like any answer.
function advance(form) {
  const chosen = one(".now input:checked", form);
  if (chosen) say(form, chosen.value);
  return !!chosen && !isOver(form);
}

function say(form, id) {
  const before = one(".talk-log", form).children.length;
  show(form, [...form.way, id]);
  form.touch();
  const [own, ...fresh] = [...one(".talk-log", form).children].slice(before);
  form.live.textContent = fresh.map(line => every(".who, .words", line).map(part => part.textContent).join(" ")).join(" ");
  settle(form, own);
}

function back(form, length) {
  if (one("fieldset", form).disabled) return;
  show(form, form.way.slice(0, length));
  form.touch();
  settle(form, one(".now", form));
}

// Reading goes on where something new begins, and the next Tab leads to what can be said.
function settle(form, part) {
  one(".now :is(.you-say, .end-title)", form).focus({ preventScroll: true });
  if (one(".q-actions", form).getBoundingClientRect().bottom > innerHeight) part.scrollIntoView({ block: "start" });
}

// Draws a way as far as it fits: what was said, and the turn that waits for a reply.
function show(form, way) {
  let here = one(".turn", form);
  const log = heard(here);
  form.way = [];
  for (const id of way) {
    const row = every(".option", here).find(option => option.dataset.i === id);
    const next = row && leadsTo(form, row.dataset);
    if (!next) break;
    log.push(mine(form, row), ...heard(next, id));
    form.way.push(id);
    here = next;
  }
  for (const turn of every(".turn", form)) turn.classList.toggle("now", turn === here);
  for (const input of every(".replies input", form)) input.checked = false;
  one(".talk-log", form).replaceChildren(...log);
  one(".compare", form)?.remove();
}

const leadsTo = (form, { to, end }) =>
  every(".turn", form).find(({ dataset }) => (to ? dataset.turn === to : dataset.ending === end));

// What is heard on coming to a turn by a reply: its consequence first.
const heard = (turn, from) =>
  every(".said", turn).filter(line => !line.dataset.from || line.dataset.from === from).map(clone);

function clone(line) {
  const said = line.cloneNode(true);
  one(".came", said)?.remove();
  return said;
}

function mine(form, row) {
  const who = make("b", { className: "who" }, one(".talk", form).dataset.you, make("span", { className: "vh" }, ":"));
  const said = make("div", { className: "words" }, ...copies(one(".o-text", row)));
  return make("div", { className: "said mine" }, who, said, backTo(form.way.length, row));
}
