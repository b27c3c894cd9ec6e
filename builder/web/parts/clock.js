// A calm clock: it counts minutes, speaks at five and at one, and moves nothing.
import { make } from "../dom.js";
import { words } from "../words/clock.js";

const MINUTE = 60_000;
const SPOKEN = [5, 1];

// `left()` is in milliseconds; `over` is called once. Returns the element and a way to stop.
export function makeClock(left, over) {
  const face = make("span", {});
  face.setAttribute("role", "timer");
  const voice = make("span", { className: "vh" });
  voice.setAttribute("role", "status");
  const element = make("p", { className: "clock" }, face, voice);
  let spoken = Infinity;
  const show = () => {
    const ms = left();
    if (ms <= 0) return finish();
    face.textContent = told(ms);
    const due = SPOKEN.filter(minutes => ms <= minutes * MINUTE && minutes < spoken).at(-1);
    if (due === undefined) return;
    if (spoken !== Infinity || ms > (due - 1) * MINUTE) voice.textContent = words.left(due);
    spoken = due;
  };
  const timer = setInterval(() => (element.isConnected ? show() : clearInterval(timer)), 1000);
  const stop = () => (clearInterval(timer), element.remove());
  const finish = () => (stop(), over());
  return { element, show, stop };
}

// Whole minutes, and in the last one every ten seconds.
function told(ms) {
  if (ms > MINUTE) return words.left(Math.ceil(ms / MINUTE));
  return words.seconds(Math.ceil(ms / 10_000) * 10);
}
