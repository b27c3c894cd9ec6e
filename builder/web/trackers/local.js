// The tracker over localStorage. See memory.js for the interface.

// `storage` throws already on access in some browsers, so it is asked for, not given.
export function localTracker(find = () => localStorage, hearing = globalThis) {
  const storage = find();
  probe(storage);
  return {
    persistent: true,
    load: async prefix => new Map(keysOf(storage, prefix).map(key => [key, storage.getItem(key)])),
    write: async (key, text) => storage.setItem(key, text),
    remove: async key => storage.removeItem(key),
    listen: heard => hearing.addEventListener("storage", event => event.key && heard(event.key, event.newValue)),
  };
}

// Blocked storage may exist and yet refuse every write.
function probe(storage) {
  storage.setItem("coursewright:probe", "1");
  storage.removeItem("coursewright:probe");
}

function keysOf(storage, prefix) {
  const keys = Array.from({ length: storage.length }, (_, at) => storage.key(at));
  return keys.filter(key => key.startsWith(prefix));
}
