// What windows tell each other: a changed key and its text. Where a browser has no channel for
// this, a passing entry of localStorage does, since other windows hear of it.

const NAME = "coursewright-windows";

// { tell(key, text), listen(heard) }
export const openChannel = (Channel = globalThis.BroadcastChannel) => (Channel ? broadcast(new Channel(NAME)) : byStorage());

function broadcast(channel) {
  return {
    tell: (...what) => channel.postMessage(what),
    listen: heard => channel.addEventListener("message", ({ data }) => heard(...data)),
  };
}

function byStorage() {
  return {
    tell(...what) {
      localStorage.setItem(NAME, JSON.stringify(what));
      localStorage.removeItem(NAME);
    },
    listen(heard) {
      addEventListener("storage", ({ key, newValue }) => key === NAME && newValue && heard(...JSON.parse(newValue)));
    },
  };
}
