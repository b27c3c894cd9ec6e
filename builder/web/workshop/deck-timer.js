// The countdown of a slide: calm, said once when it is over, and the same in both windows.
import { one } from "../dom.js";
import { span } from "./told.js";

const MINUTE = 60_000;

export function makeTimer(slides, words) {
  let ends = null;
  let on = null;
  let said = false;
  const button = at => one("[data-timer]", slides[at]);

  function draw() {
    if (on === null || ends === null) return;
    const left = ends - Date.now();
    one("[data-left]", button(on)).textContent = span(left);
    button(on).classList.toggle("over", left < 0);
    if (left < 0 && !said) one(".sl-said").textContent = words.up;
    said ||= left < 0;
  }

  function begin(at, until) {
    stop();
    [on, ends, said] = [at, until, false];
    button(at).setAttribute("aria-pressed", "true");
    draw();
  }

  function stop() {
    if (on !== null) {
      const face = button(on);
      face.setAttribute("aria-pressed", "false");
      face.classList.remove("over");
      one("[data-left]", face).textContent = `${face.dataset.timer}:00`;
    }
    [on, ends] = [null, null];
  }

  const length = at => button(at).dataset.timer * MINUTE;
  setInterval(draw, 250);
  return {
    get ends() {
      return on === null ? null : { on, ends };
    },
    toggle(at) {
      if (!button(at)) return;
      if (on === at) stop();
      else begin(at, Date.now() + length(at));
    },
    // A break counts down by itself; any other countdown goes on while its slide is left.
    reach(at) {
      if (on === null && button(at) && slides[at].classList.contains("sl-pause")) begin(at, Date.now() + length(at));
    },
    follow(other) {
      if (!other) stop();
      else if (other.on !== on || other.ends !== ends) begin(other.on, other.ends);
    },
  };
}
