// What a learner did, fact by fact. The only module that talks to a tracker.
//
// One key per fact, `coursewright:<course>:<kind>:<id>`, so that two windows never overwrite each
// other's facts. Kinds: answer (<quiz>/<question>), aside (an answer to an older question), step
// (<takeaway>/<step>), note (<takeaway>), done and seen (<lesson>: a time), place ("last").
import { follow, isFact, later, readFact } from "./facts.js";
import { localTracker } from "./trackers/local.js";
import { memoryTracker } from "./trackers/memory.js";

const DAMAGED = "damaged:";

// Opens the course's session. Never fails: without storage it remembers until the page is left.
export async function openSession(course, find = localTracker) {
  const prefix = `coursewright:${course}:`;
  try {
    const tracker = find();
    return new Session(prefix, tracker, await tracker.load(prefix));
  } catch {
    return new Session(prefix, memoryTracker(), new Map());
  }
}

export class Session {
  constructor(prefix, tracker, texts) {
    this.prefix = prefix;
    this.tracker = tracker;
    this.facts = new Map();
    this.damaged = 0;
    this.listeners = [];
    for (const [key, text] of texts) this.take(key.slice(prefix.length), text);
    tracker.listen((key, text) => this.hear(key, text));
  }

  get persistent() {
    return this.tracker.persistent;
  }

  // The value of a fact, undefined when there is none.
  get(kind, id) {
    return this.facts.get(`${kind}:${id}`)?.value ?? undefined;
  }

  put(kind, id, value) {
    const name = `${kind}:${id}`;
    this.keep(name, follow(this.facts.get(name), value, Date.now()));
  }

  drop(kind, id) {
    if (this.get(kind, id) !== undefined) this.put(kind, id, null);
  }

  // Calls `changed(kind, id)` after another window changed a fact, `changed()` after storage was lost.
  listen(changed) {
    this.listeners.push(changed);
  }

  // All facts by name, for a backup.
  backup() {
    return Object.fromEntries(this.facts);
  }

  // Takes in a backup: per fact the later one stays. Merging twice, or in another order, is the same.
  merge(facts) {
    for (const [name, fact] of Object.entries(facts).filter(([, fact]) => isFact(fact))) {
      if (later(this.facts.get(name), fact) === fact) this.keep(name, fact);
    }
  }

  keep(name, fact) {
    this.facts.set(name, fact);
    this.attempt(() => this.tracker.write(this.prefix + name, JSON.stringify(fact)));
  }

  // Storage may fill up or be taken away at any time; from then on the page's own memory serves.
  attempt(write) {
    try {
      write();
    } catch {
      this.tracker = memoryTracker();
      this.tell();
    }
  }

  tell(...what) {
    for (const changed of this.listeners) changed(...what);
  }

  hear(key, text) {
    if (!key.startsWith(this.prefix)) return;
    const name = key.slice(this.prefix.length);
    if (text === null) this.facts.delete(name);
    else this.take(name, text);
    const [kind] = name.split(":", 1);
    this.tell(kind, name.slice(kind.length + 1));
  }

  take(name, text) {
    if (name.startsWith(DAMAGED)) return;
    const fact = readFact(text);
    if (fact) this.facts.set(name, fact);
    else this.attempt(() => this.quarantine(name, text));
  }

  // A text that is no fact is moved out of the way and kept, so that nothing is lost for good.
  quarantine(name, text) {
    this.damaged += 1;
    this.tracker.write(this.prefix + DAMAGED + name, text);
    this.tracker.remove(this.prefix + name);
  }
}
