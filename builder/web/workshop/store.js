// What a page of the kit keeps in this browser. A kit belongs to whoever teaches: it has no
// session, no learner and nothing to send.

// `read` gives undefined for what was never kept or is damaged; `write` tells whether it was kept.
export function openStore(name) {
  const key = `coursewright:kit:${name}`;
  return {
    read() {
      try {
        return JSON.parse(localStorage.getItem(key)) ?? undefined;
      } catch {
        return undefined;
      }
    },
    write(value) {
      try {
        localStorage.setItem(key, JSON.stringify(value));
        return true;
      } catch {
        return false;
      }
    },
  };
}
