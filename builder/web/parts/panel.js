// What stands before a quiz with a clock: the rules, more time for who needs it, the start.
import { make } from "../dom.js";
import { words } from "../words/clock.js";

export function startPanel(place, { time_limit: limit, extension }, start) {
  const box = make("input", { type: "checkbox" });
  const longer = Math.round(limit * (1 + extension / 100));
  const more = extension ? [make("label", { className: "more-time" }, box, make("span", { className: "mark" }), words.more(longer, limit))] : [];
  const button = make("button", { type: "button", className: "btn big" }, words.start);
  const panel = make("div", { className: "q-start" }, make("p", {}, words.rules(limit)), ...more, button);
  button.addEventListener("click", () => {
    panel.remove();
    start(box.checked);
  });
  place.before(panel);
}
