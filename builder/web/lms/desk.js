// One session with a learning platform: facts in, writings out. The page around it hears what
// became of them by `tell(state)`: "saving", "failing", "back".
import { later } from "../facts.js";
import { Copy } from "./copy.js";
import { interactions, isAttempt } from "./attempts.js";
import { mergeCopies } from "./merge.js";
import { Queue } from "./queue.js";
import { Record } from "./record.js";
import { unpack } from "./state.js";
import { Store } from "./store.js";
import { Watch } from "./watch.js";

const URGENT = ["done", "result"];
const PAUSE = 1000; // milliseconds without a key or a press after which a learner counts as pausing

export class Desk {
  constructor(map, line, dialect, tell) {
    Object.assign(this, { map, line, dialect, tell, began: performance.now(), failing: false, changed: false, opened: false, touched: -PAUSE });
    this.record = new Record(map, line, dialect);
    this.marks = new Map(); // when each lesson was opened, or last answered in
  }

  // What is on record, from here and from the platform. Resume never asks whether it is one: what
  // there is, is taken up.
  async read(pause = () => new Promise(next => setTimeout(next))) {
    const { learner, text } = await this.record.read(pause);
    this.copy = new Copy(this.map, learner);
    const remote = unpack(text, this.map);
    const local = this.copy.read();
    const facts = mergeCopies(remote.facts, local.facts);
    this.record.add(local.pending);
    this.changed = local.facts.size > 0;
    this.store = new Store(this.map, facts, (...change) => this.change(...change));
    this.queue = new Queue(() => this.write(), taken => this.settled(taken), { busy: () => performance.now() - this.touched < PAUSE });
    const damaged = remote.damaged && !local.facts.size;
    return { location: facts.has("place:last") ? "" : this.record.location(), damaged, dropped: remote.dropped.length };
  }

  // Another window of this browser has the course open for the same learner: both hold all facts.
  join() {
    for (const [name, fact] of this.copy.read().facts) {
      const own = this.store.facts.get(name);
      if (name === "rev:" || later(own, fact) === own) continue;
      this.store.facts.set(name, fact);
      this.changed = true;
      this.store.tell(name, JSON.stringify(fact));
    }
    if (this.changed) this.queue.touch(false);
  }

  // The first writing comes on its own, before anything else.
  start(file, around) {
    this.watch = new Watch(file, around, () => this.lost());
    this.queue.touch(true);
  }

  *write() {
    if (this.changed) this.count();
    this.keep();
    if (!this.opened) {
      this.opened = yield* this.record.open();
      if (!this.opened || !this.changed) return this.opened;
    }
    this.changed = false;
    const taken = yield* this.record.write(this.store.facts, this.spent());
    this.keep();
    return taken;
  }

  // One more revision: whoever reads two copies takes the later one.
  count() {
    const { facts } = this.store;
    const before = facts.get("rev:")?.value;
    facts.set("rev:", { at: Date.now(), value: (Number.isInteger(before) ? before : 0) + 1 });
  }

  keep() {
    this.copy.write(this.store.facts, this.record.pending);
  }

  spent() {
    return performance.now() - this.began;
  }

  change(name, before, fact) {
    this.changed = true;
    const [kind] = name.split(":", 1);
    const checked = kind === "answer" || kind === "sat" ? this.check(name, kind, before?.value, fact.value) : false;
    if (kind === "result") this.record.move(name.slice(kind.length + 1));
    this.queue.touch(checked || URGENT.includes(kind));
  }

  // Whether a question was answered for good, or once more.
  check(name, kind, before, record) {
    if (!isAttempt(before, record)) return false;
    const found = this.asked(name.slice(kind.length + 1), kind);
    if (!found) return true;
    const { quiz, name: id, question } = found;
    const at = Date.now();
    const latency = Math.max(0, at - (this.marks.get(question.lesson) ?? at));
    this.marks.set(question.lesson, at);
    this.record.add(interactions(id, question, record, { at, latency }).map(one => ({ ...one, quiz })));
    return true;
  }

  // The question an answer is to. Drawn ones are kept as <quiz>/<its own name>.
  asked(id, kind) {
    const { questions, lessons } = this.map;
    if (kind === "answer") return questions[id] ? { quiz: id.slice(0, id.lastIndexOf("/")), name: id, question: questions[id] } : null;
    for (const { quiz } of lessons) {
      const name = quiz && id.startsWith(`${quiz}/`) ? id.slice(quiz.length + 1) : null;
      if (name && questions[name]) return { quiz, name, question: questions[name] };
    }
    return null;
  }

  arrive(lesson) {
    this.marks.set(lesson, Date.now());
  }

  settled(taken) {
    if (!taken) return this.fail();
    this.watch?.check();
    if (!this.failing) return undefined;
    return this.recover();
  }

  fail() {
    this.failing = true;
    this.record.forget();
    this.tell("failing");
  }

  // Taken, it says: believed once the line is seen to stand.
  async recover() {
    if (this.watch && !(await this.watch.back())) return this.lost();
    this.failing = false;
    return this.tell("back");
  }

  lost() {
    this.fail();
    this.changed = true;
    this.queue.fail();
  }

  // Everything to the platform at once, where a commit is still heard.
  flush() {
    this.keep();
    this.queue.now(this.failing);
  }

  // The learner ends the session. Returns whether the platform has everything.
  leave(ended) {
    this.changed = true;
    this.queue.touch(false);
    this.queue.now(true);
    this.finish(this.record.leave(ended));
    return !this.failing;
  }

  // The page goes away: no commit would be heard any more, and the platform keeps what it was told.
  part() {
    if (!this.line.isOpen) return;
    this.keep();
    const slow = this.line.slow || !this.opened;
    if (slow) return this.finish([]);
    if (this.changed) this.count();
    this.keep();
    return this.finish(this.record.write(this.store.facts, this.spent(), false));
  }

  finish(steps) {
    this.queue.stop();
    this.watch?.stop();
    for (const step of steps) void step;
    this.line.close();
  }
}
