// Keys of a page that is worked like a machine: no modifier, and none while somebody writes.

// `keys` maps a key's name to what it does. Space and Enter stay with a button that has the focus.
export function listen(keys) {
  addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    if (event.target.matches("input, textarea, select")) return;
    if ([" ", "Enter"].includes(event.key) && event.target.closest("button, a")) return;
    const act = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!act) return;
    event.preventDefault();
    act(event);
  });
}
