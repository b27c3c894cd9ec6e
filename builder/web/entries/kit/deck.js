// The deck, and in a second window the presenter's view of it.
import { every, one } from "../../dom.js";
import { listen } from "../../workshop/keyboard.js";
import { makeLink } from "../../workshop/deck-link.js";
import { makePresenter } from "../../workshop/presenter.js";
import { makeTimer } from "../../workshop/deck-timer.js";
import { phrase } from "../../workshop/told.js";

const words = JSON.parse(one("#_words").textContent);
const root = document.documentElement;
const slides = every(".slide");
const presenting = location.search === "?presenter";
const presenter = presenting ? makePresenter(slides, words) : null;
const timer = makeTimer(slides, words);
const link = makeLink(hear, () => ({ at, when, blank: root.classList.contains("blank"), timer: timer.ends }));
let at = numberIn(location.hash);
// When this state was chosen, by a person in one of the windows: the later choice holds.
let when = 0;

function numberIn(hash) {
  const found = slides.findIndex(slide => `#${slide.id}` === hash);
  return Math.max(0, found);
}

function show(to, told = true) {
  const next = Math.min(slides.length - 1, Math.max(0, to));
  const moved = next !== at;
  at = next;
  slides.forEach((slide, n) => {
    slide.classList.toggle("current", n === at);
    slide.inert = n !== at && !root.classList.contains("overview");
    if (n === at) slide.setAttribute("aria-current", "true");
    else slide.removeAttribute("aria-current");
  });
  one(".sl-pos").textContent = `${at + 1} / ${slides.length}`;
  one(".sl-pos").setAttribute("aria-label", `${phrase(words.of, { n: at + 1, total: slides.length })}. ${one("h2", slides[at]).textContent}`);
  one(".sl-thread span").style.inlineSize = `${(100 * (at + 1)) / slides.length}%`;
  every('[data-do="prev"]').forEach(button => button.setAttribute("aria-disabled", at === 0));
  every('[data-do="next"]').forEach(button => button.setAttribute("aria-disabled", at === slides.length - 1));
  history.replaceState(null, "", `#${slides[at].id}`);
  if (moved) timer.reach(at);
  presenter?.show(at);
  if (told) tell();
}

function tell() {
  when = Date.now();
  link.tell();
}

function hear(said) {
  if (said.when < when) return;
  when = said.when;
  root.classList.toggle("blank", said.blank);
  timer.follow(said.timer);
  show(said.at, false);
}

function toggle(name, button) {
  const on = root.classList.toggle(name);
  every(`[data-do="${button}"]`).forEach(one => one.setAttribute("aria-pressed", on));
  show(at);
  return on;
}

function overview() {
  if (!toggle("overview", "overview")) return slides[at].focus();
  slides.forEach(slide => (slide.tabIndex = 0));
  slides[at].focus();
  slides[at].scrollIntoView({ block: "center" });
}

function leaveOverview(to) {
  root.classList.remove("overview");
  every('[data-do="overview"]').forEach(one => one.setAttribute("aria-pressed", false));
  slides.forEach(slide => slide.removeAttribute("tabindex"));
  show(to);
  one("#_main").focus();
}

function help() {
  one("#_keys").showModal();
}

function openPresenter() {
  if (!link.open()) one(".sl-said").textContent = words.blocked;
  one(".sl-said").classList.toggle("vh", Boolean(link.there()));
}

const deeds = {
  next: () => show(at + 1),
  prev: () => show(at - 1),
  notes: () => toggle("with-notes", "notes"),
  overview: () => (root.classList.contains("overview") ? leaveOverview(at) : overview()),
  blank: () => toggle("blank", "blank"),
  presenter: openPresenter,
  timer: () => (timer.toggle(at), tell()),
  reset: () => presenter?.reset(),
  help,
};

for (const button of every("[data-do]")) button.addEventListener("click", () => deeds[button.dataset.do]());
for (const button of every("[data-timer]")) button.addEventListener("click", deeds.timer);
slides.forEach((slide, n) => slide.addEventListener("click", () => root.classList.contains("overview") && leaveOverview(n)));

const columns = () => Math.max(1, Math.round(innerWidth / (slides[0].offsetWidth + 16)));
const step = by => {
  show(at + by);
  if (root.classList.contains("overview")) slides[at].focus();
};
listen({
  ArrowRight: () => step(1),
  ArrowLeft: () => step(-1),
  ArrowDown: () => step(root.classList.contains("overview") ? columns() : 1),
  ArrowUp: () => step(root.classList.contains("overview") ? -columns() : -1),
  PageDown: () => step(1),
  PageUp: () => step(-1),
  " ": event => step(event.shiftKey ? -1 : 1),
  Enter: () => root.classList.contains("overview") && leaveOverview(at),
  Escape: () => root.classList.contains("overview") && leaveOverview(at),
  Home: () => step(-slides.length),
  End: () => step(slides.length),
  o: deeds.overview,
  n: deeds.notes,
  p: deeds.presenter,
  b: deeds.blank,
  t: deeds.timer,
  "?": help,
});

let from = null;
addEventListener("pointerdown", event => (from = event.pointerType === "touch" ? event.clientX : null));
addEventListener("pointerup", event => {
  if (from !== null && Math.abs(event.clientX - from) > 60) show(at + (event.clientX < from ? 1 : -1));
  from = null;
});
addEventListener("hashchange", () => show(numberIn(location.hash)));

root.classList.toggle("presenting", presenting);
show(at, false);
link.hello();
root.dataset.ready = "";
