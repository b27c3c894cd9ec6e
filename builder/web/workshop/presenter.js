// The presenter's window: the slide on, the next one, notes and clocks.
import { copies, one } from "../dom.js";
import { phrase, span, timeOfDay } from "./told.js";

export function makePresenter(slides, words) {
  const view = one(".pv");
  const part = name => one(`[data-pv="${name}"]`);
  view.hidden = false;
  let began = null;
  let block = null;
  let blockBegan = null;

  function show(at) {
    const slide = slides[at];
    one(".pv-now").replaceChildren(copy(slide));
    one(".pv-next").replaceChildren(slides[at + 1] ? copy(slides[at + 1]) : words.none);
    one(".pv-notes").replaceChildren(...copies(one(".sl-notes", slide)));
    one(".pv-notes").scrollTop = 0;
    if (at > 0) began ??= Date.now();
    if (slide.dataset.block !== block) [block, blockBegan] = [slide.dataset.block, Date.now()];
    const opens = slides.find(one => one.dataset.block === block && one.dataset.minutes);
    part("of").textContent = opens ? ` / ${phrase(words.min, { n: opens.dataset.minutes })}` : "";
    tick();
  }

  function copy(slide) {
    const twin = slide.cloneNode(true);
    for (const element of [twin, ...twin.querySelectorAll("[id]")]) element.removeAttribute("id");
    twin.inert = false;
    one(".sl-notes", twin)?.remove();
    twin.classList.add("current");
    return twin;
  }

  function tick() {
    const now = Date.now();
    part("time").textContent = timeOfDay(now);
    part("since").textContent = span(began === null ? 0 : now - began);
    part("part").textContent = span(blockBegan === null ? 0 : now - blockBegan);
  }

  function reset() {
    [began, blockBegan] = [Date.now(), Date.now()];
    tick();
  }

  setInterval(tick, 500);
  return { show, reset };
}
