// The tracker of a page inside the frame of a learning platform's package: the page around it keeps
// the facts. Throws where there is none. See memory.js for the interface.

export function hostTracker(find = () => globalThis.parent, leaving = globalThis) {
  const around = find();
  if (around === globalThis) throw new Error("no page around this one");
  const tracker = around.coursewright.tracker();
  leaving.addEventListener("pagehide", () => tracker.close());
  return tracker;
}
