// Ordering: buttons first, Alt with the arrow keys, and dragging as an extra.
import { every, make, one } from "../dom.js";
import { markOrdering } from "../grading/ordering.js";
import { words } from "../words/quiz.js";
import { bring } from "./registry.js";
import { inRows } from "./rows.js";

const list = form => one(".order", form);
const rows = form => [...list(form).children];
const order = form => rows(form).map(row => row.dataset.i);

export const ordering = {
  ...inRows,
  mark: markOrdering,
  ok: "In place",
  miss: "Move this",
  answer: order,
  put,
  chosen: form => one(".is-try .up:not([aria-disabled=true]), .is-try .down, .up", form),
  reset: form => put(form, form.shuffled),
  missing: () => null,
  solution: key => key.map(row => row.id),
  verdict: ({ right, good, total }) => (right ? "Every row is in place." : `${words.some(good, total, "in place")} Move the ${good ? "others" : "rows"}, then check again.`),
  start,
};

function put(form, answer) {
  for (const id of answer) list(form).append(rows(form).find(row => row.dataset.i === id) ?? "");
  freshen(form);
}

// `touched` is called after every move the learner makes.
function start(form, touched) {
  form.shuffled = order(form);
  const live = make("p", { className: "vh" });
  live.setAttribute("role", "status");
  form.append(live);
  const moved = row => {
    freshen(form);
    touched();
    live.textContent = `${one(".o-text", row).textContent}: position ${rows(form).indexOf(row) + 1} of ${rows(form).length}.`;
  };
  list(form).addEventListener("click", event => press(event, moved));
  list(form).addEventListener("keydown", event => arrow(event, moved));
  list(form).addEventListener("pointerover", () => bring("drag").catch(() => {}), { once: true });
  list(form).addEventListener("pointerdown", event => grab(event, form, moved));
  freshen(form);
}

// At either end a button stays where it is, so that focus is never lost.
function freshen(form) {
  const all = rows(form);
  all.forEach((row, at) => {
    one(".up", row).setAttribute("aria-disabled", at === 0);
    one(".down", row).setAttribute("aria-disabled", at === all.length - 1);
  });
}

function press(event, moved) {
  const button = event.target.closest(".up, .down");
  if (button && button.getAttribute("aria-disabled") !== "true") {
    shift(button, button.classList.contains("up"), moved);
  }
}

function arrow(event, moved) {
  if (!event.altKey || !["ArrowUp", "ArrowDown"].includes(event.key)) return;
  event.preventDefault();
  shift(event.target, event.key === "ArrowUp", moved);
}

// Moves the row a button stands in by one place; focus travels with the row.
function shift(button, up, moved) {
  const row = button.closest(".option");
  const other = up ? row.previousElementSibling : row.nextElementSibling;
  if (!other) return;
  if (up) other.before(row);
  else other.after(row);
  moved(row);
  button.focus();
}

function grab(event, form, moved) {
  const grip = event.target.closest(".grip");
  if (!grip || !event.isPrimary) return;
  const before = order(form);
  bring("drag").then(start => start(event, grip, cancelled => {
    if (cancelled) put(form, before);
    else if (before.join() !== order(form).join()) moved(grip.closest(".option"));
  })).catch(() => {}); // the row was let go before
}
