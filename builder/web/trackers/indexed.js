// The tracker over IndexedDB: one record per key, one transaction per write, so that neither a
// second window nor a killed browser takes anything away. See memory.js for the interface.
import { openChannel } from "./channel.js";

const STORE = "facts";
const PATIENCE = 1000; // milliseconds after which a database that does not answer counts as missing

export async function indexedTracker(find = () => indexedDB, channel = openChannel()) {
  let opening = null;
  // A connection that the browser cut, for example to clear the site's data, is opened again.
  const database = () => (opening ??= connect(find(), () => (opening = null)));
  await database();
  return {
    persistent: true,
    load: async prefix => read(await database(), IDBKeyRange.bound(prefix, `${prefix}\uffff`)),
    write: async (key, text) => {
      const written = change(await database(), store => store.put(text, key));
      tell(channel, key, text);
      return written;
    },
    remove: async key => change(await database(), store => store.delete(key)),
    listen: heard => channel.listen(heard),
  };
}

function connect(factory, lost) {
  return new Promise((resolve, reject) => {
    const request = factory.open("coursewright", 1);
    const late = setTimeout(() => {
      request.onsuccess = () => request.result.close();
      reject(new Error("no answer"));
    }, PATIENCE);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      clearTimeout(late);
      const db = request.result;
      db.onclose = lost;
      db.onversionchange = () => {
        db.close();
        lost();
      };
      resolve(db);
    };
  });
}

function read(db, range) {
  const store = db.transaction(STORE).objectStore(STORE);
  const keys = store.getAllKeys(range);
  return new Promise((resolve, reject) => {
    const texts = store.getAll(range);
    texts.onsuccess = () => resolve(new Map(keys.result.map((key, at) => [key, texts.result[at]])));
    keys.onerror = texts.onerror = () => reject(texts.error ?? keys.error);
  });
}

// The commit is asked for at once: a page that is being left has no time to be told of success.
function change(db, work) {
  return new Promise((resolve, reject) => {
    const transaction = db.transaction(STORE, "readwrite", { durability: "strict" });
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
    work(transaction.objectStore(STORE));
    transaction.commit?.();
  });
}

// Nobody hearing of a change is no reason to call it unwritten.
function tell(channel, key, text) {
  try {
    channel.tell(key, text);
  } catch {
    // Other windows see it when they load.
  }
}
