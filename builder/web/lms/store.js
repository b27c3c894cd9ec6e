// All facts of the learner while the course is open. The shell and the page in its frame are both
// clients of it, by the interface of a tracker (trackers/memory.js).
import { readFact } from "../facts.js";
import { counting } from "./standing.js";

export class Store {
  // `changed(name, before, fact)` hears of every change.
  constructor(map, facts, changed) {
    Object.assign(this, { map, facts, changed, prefix: `coursewright:${map.course}:`, hearers: new Set() });
  }

  tracker() {
    const own = { heard: null };
    return {
      persistent: true,
      load: async prefix => this.load(prefix),
      write: async (key, text) => this.write(key, text, own),
      remove: async key => this.remove(key),
      listen: heard => {
        own.heard = heard;
        this.hearers.add(own);
      },
      close: () => this.hearers.delete(own),
    };
  }

  load(prefix) {
    const texts = [...this.facts].map(([name, fact]) => [this.prefix + name, JSON.stringify(fact)]);
    return new Map(texts.filter(([key]) => key.startsWith(prefix)));
  }

  write(key, text, from) {
    if (!key.startsWith(this.prefix)) return;
    const name = key.slice(this.prefix.length);
    const fact = readFact(text, name);
    if (fact) this.put(name, fact, from);
  }

  put(name, given, from = null) {
    const before = this.facts.get(name);
    const quiz = name.startsWith("result:") ? name.slice("result:".length) : null;
    const fact = quiz === null ? given : { ...given, value: counting(this.map, quiz, before?.value, given.value) };
    this.facts.set(name, fact);
    this.changed(name, before, fact);
    this.tell(name, JSON.stringify(fact), from);
  }

  remove(key) {
    const name = key.slice(this.prefix.length);
    this.facts.delete(name);
    this.tell(name, null);
  }

  // A page that has gone may still be listed: it is forgotten when it can no longer be called.
  tell(name, text, from) {
    for (const own of [...this.hearers]) {
      if (own === from) continue;
      try {
        own.heard(this.prefix + name, text);
      } catch {
        this.hearers.delete(own);
      }
    }
  }
}
