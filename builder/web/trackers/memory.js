// A tracker that forgets: used where storage is blocked, and in tests.
//
// A tracker keeps texts by key. Its whole interface:
//   persistent                       whether what is written outlives the page
//   load(prefix): Promise<Map>       every key that begins with prefix, with its text
//   write(key, text): Promise        begun at once, kept for good when it resolves; rejects when
//   remove(key): Promise             storage is full, blocked or gone
//   listen(heard)                    heard(key, text or null) when another window changed a key

export function memoryTracker(kept = new Map()) {
  return {
    persistent: false,
    load: async prefix => new Map([...kept].filter(([key]) => key.startsWith(prefix))),
    write: async (key, text) => void kept.set(key, text),
    remove: async key => void kept.delete(key),
    listen: () => {},
  };
}
