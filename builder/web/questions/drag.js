// Dragging a row within its list by a grip, for mouse and touch. Escape puts it back.

const PASS = 0.6; // how far into its neighbour a row must be before the two change places

export function startDrag(event, grip, ended) {
  const drag = { row: grip.closest(".option"), from: event.clientY };
  const stop = new AbortController();
  const finish = cancelled => {
    stop.abort();
    drag.row.classList.remove("lifted");
    drag.row.style.transform = "";
    ended(cancelled);
  };
  grip.setPointerCapture(event.pointerId);
  drag.row.classList.add("lifted");
  const on = (target, name, handler, options) => target.addEventListener(name, handler, { signal: stop.signal, ...options });
  on(grip, "pointermove", moved => trail(drag, moved.clientY));
  on(grip, "pointerup", () => finish(false));
  on(grip, "pointercancel", () => finish(true));
  on(window, "keydown", key => key.key === "Escape" && finish(true), { capture: true });
}

function trail(drag, y) {
  const { previousElementSibling: before, nextElementSibling: after } = drag.row;
  const gone = y - drag.from;
  if (before && gone < -before.offsetHeight * PASS) change(drag, before, -1);
  else if (after && gone > after.offsetHeight * PASS) change(drag, after, 1);
  drag.row.style.transform = `translateY(${y - drag.from}px)`;
}

// The row changes places with its neighbour; the drag goes on from the new place.
function change(drag, other, way) {
  const rest = drag.row.offsetTop;
  if (way < 0) other.before(drag.row);
  else other.after(drag.row);
  drag.from += drag.row.offsetTop - rest;
}
