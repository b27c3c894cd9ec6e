// Two windows of one deck that follow each other. They talk as opener and opened, which works from
// a folder as well, where pages share no channel.

// `hear` gets what the other window says, `state` gives what to say.
export function makeLink(hear, state) {
  let other = window.opener;
  addEventListener("message", ({ source, data }) => {
    if (!source || data?.deck !== location.pathname) return;
    other = source;
    if (data.hello) tell();
    else hear(data);
  });
  const say = message => {
    if (other && !other.closed) other.postMessage({ deck: location.pathname, ...message }, "*");
  };
  const tell = () => say(state());
  return {
    tell,
    hello: () => window.opener && say({ hello: true }),
    there: () => other && !other.closed,
    open() {
      other = window.open(`${location.pathname}?presenter${location.hash}`, "coursewright-presenter", "popup,width=1280,height=800");
      return other;
    },
  };
}
