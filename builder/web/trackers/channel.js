// What windows tell each other: a changed key and its text. A browser without channels for this
// has no IndexedDB tracker, and the next one serves, whose storage tells of changes by itself.

// { tell(key, text), listen(heard) }
export function openChannel() {
  const channel = new BroadcastChannel("coursewright-windows");
  return {
    tell: (...what) => channel.postMessage(what),
    listen: heard => channel.addEventListener("message", ({ data }) => heard(...data)),
  };
}
