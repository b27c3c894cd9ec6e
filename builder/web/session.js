// What a learner did, fact by fact. The only module that talks to a tracker.
//
// One key per fact, `coursewright:<course>:<kind>:<id>`, so that two windows never overwrite each
// other's facts. Kinds: answer (<quiz>/<question>), aside (an answer to an older question), step
// (<takeaway>/<step>), note (<takeaway>), done and seen (<lesson>: a time), read
// (<lesson>#<section>: a time), place ("last"), card (<quiz>/<question>: when it comes back),
// name ("certificate").
import { follow, isFact, later, readFact } from "./facts.js";
import { indexedTracker } from "./trackers/indexed.js";
import { localTracker } from "./trackers/local.js";
import { memoryTracker } from "./trackers/memory.js";

const DAMAGED = "damaged:";

// Opens the course's session. Never fails: without storage it remembers until the page is left.
export async function openSession(course, trackers = [indexedTracker, localTracker]) {
  const session = new Session(`coursewright:${course}:`, [...trackers, memoryTracker]);
  await session.open();
  return session;
}

export class Session {
  // `trackers` are functions, the best first; each may throw, apart from the last.
  constructor(prefix, trackers) {
    Object.assign(this, { prefix, trackers, facts: new Map(), damaged: 0, listeners: [] });
  }

  get persistent() {
    return this.tracker.persistent;
  }

  // The value of a fact, undefined when there is none.
  get(kind, id) {
    return this.facts.get(`${kind}:${id}`)?.value ?? undefined;
  }

  // The facts of a kind that stand: [[id, value, time of writing], ...].
  all(kind) {
    const start = `${kind}:`;
    const found = [...this.facts].filter(([name, fact]) => name.startsWith(start) && fact.value !== null);
    return found.map(([name, fact]) => [name.slice(start.length), fact.value, fact.at]);
  }

  // At once for this page; the promise resolves when the fact is kept for good.
  put(kind, id, value) {
    const name = `${kind}:${id}`;
    return this.keep(name, follow(this.facts.get(name), value, Date.now()));
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
    const sound = Object.entries(facts).filter(([name, fact]) => isFact(fact, name));
    return Promise.all(sound.filter(([name, fact]) => later(this.facts.get(name), fact) === fact)
      .map(([name, { at, value }]) => this.keep(name, { at, value })));
  }

  keep(name, fact) {
    this.facts.set(name, fact);
    return this.write(this.prefix + name, JSON.stringify(fact));
  }

  // Storage may fill up or be taken away at any time; then the next best tracker serves.
  async write(key, text) {
    const { tracker } = this;
    try {
      await tracker.write(key, text);
    } catch {
      if (tracker === this.tracker) this.fallBack();
      await this.write(key, text);
    }
  }

  fallBack() {
    try {
      this.use(this.trackers.shift()());
      this.tell();
    } catch {
      this.fallBack();
    }
  }

  use(tracker) {
    this.tracker = tracker;
    tracker.listen((key, text) => this.hear(key, text));
  }

  async open() {
    try {
      const tracker = await this.trackers.shift()();
      const texts = await tracker.load(this.prefix);
      this.use(tracker);
      for (const [key, text] of texts) this.take(key.slice(this.prefix.length), text);
    } catch {
      return this.open();
    }
    return this.gather();
  }

  // What an earlier visit had to leave in a lesser storage moves into this one.
  async gather() {
    for (const find of this.trackers) {
      try {
        const older = find();
        for (const [key, text] of await older.load(this.prefix)) this.move(older, key, text);
      } catch {
        // Blocked: then nothing is there.
      }
    }
  }

  async move(older, key, text) {
    const name = key.slice(this.prefix.length);
    if (name.startsWith(DAMAGED)) return;
    this.take(name, text);
    const fact = this.facts.get(name);
    try {
      if (fact) await this.tracker.write(key, JSON.stringify(fact));
      await older.remove(key);
    } catch {
      // It stays where it is, and is found again.
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
    const fact = readFact(text, name);
    if (fact) this.facts.set(name, later(this.facts.get(name), fact));
    else this.quarantine(name, text);
  }

  // A text that is no fact is moved out of the way and kept, so that nothing is lost for good.
  async quarantine(name, text) {
    this.damaged += 1;
    const { tracker } = this;
    try {
      await tracker.write(this.prefix + DAMAGED + name, text);
      await tracker.remove(this.prefix + name);
    } catch {
      // It stays where it is, and is passed over.
    }
  }
}
