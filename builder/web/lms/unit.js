// One lesson launched by itself (cmi5): facts in, statements and saved state out.
import { interactions, isAttempt } from "./attempts.js";
import { Cmi5, isoSpan } from "./cmi5.js";
import { Copy } from "./copy.js";
import { mergeCopies } from "./merge.js";
import { shareOf, standing } from "./standing.js";
import { pack, unpack } from "./state.js";
import { answered } from "./statements.js";
import { Store } from "./store.js";

const SOON = 800; // milliseconds from a change to keeping it
const ROOM = 60_000;
const MASTERY = "https://w3id.org/xapi/cmi5/context/extensions/masteryscore";
const PRIVATE = ["note", "aside", "name"]; // kinds of facts that hold what was typed
const TYPED = ["short-text", "cloze", "reflection"]; // and types of questions whose answers do

export class Unit {
  constructor(map, launch, kept, language, told) {
    Object.assign(this, { map, language, timer: null, judged: false, arrived: Date.now() });
    this.copy = new Copy({ course: map.course, sco: `${launch.activityId}:${launch.registration}` }, launch.actor);
    this.client = new Cmi5(launch, kept, told);
  }

  // Takes up what is kept here and on the platform. Throws when the platform refuses the launch.
  async open() {
    const local = this.copy.read().facts;
    const { data, preferences, state } = this.client.over ? { data: {}, preferences: {}, state: null } : await this.client.open();
    this.sent = { ...state?.sent, ...this.client.session.sent };
    this.mastery = data.masteryScore ?? (this.map.pass === null ? null : this.map.pass / 100);
    const remote = unpack(state?.state ?? "", this.map);
    this.store = new Store(this.map, mergeCopies(remote.facts, local), (...change) => this.change(...change));
    this.writes = !this.client.over && this.client.normal;
    const own = this.map.au?.publisher ?? this.client.activityId;
    this.told = { activity: this.client.activityId, course: own.split("/lesson/")[0], language: this.language };
    return { data, preferences };
  }

  change(name, before, fact) {
    const [kind] = name.split(":", 1);
    if (kind === "answer" || kind === "sat") this.answer(name.slice(kind.length + 1), kind, before?.value, fact.value);
    if (kind === "result") this.judged = true;
    this.judge();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.keep(), ["done", "result"].includes(kind) ? 0 : SOON);
  }

  answer(id, kind, before, record) {
    if (!this.writes || !isAttempt(before, record)) return;
    const own = this.map.lessons.find(({ quiz }) => quiz)?.quiz ?? "";
    const name = kind === "sat" ? id.slice(own.length + 1) : id;
    const question = this.map.questions[name];
    if (!question) return;
    const quiz = kind === "sat" ? own : name.slice(0, name.lastIndexOf("/"));
    const at = Date.now();
    const latency = at - this.arrived;
    this.arrived = at;
    for (const asked of interactions(name, question, record, { at, latency })) {
      const [result, about] = answered(this.told, quiz, question, asked);
      this.client.say("answered", result, about);
    }
  }

  // Completed and passed are said once for a registration.
  judge() {
    if (!this.writes) return;
    const { score } = this.standing();
    if (!this.sent.completed && this.complete()) {
      this.mark("completed");
      this.client.say("completed", { completion: true, duration: this.duration() }, { judged: true });
    }
    if (!this.sent.passed && score !== null && this.judged && score / 100 >= this.mastery) this.verdict("passed", true, score);
  }

  standing() {
    return standing(this.store.facts, { ...this.map, pass: this.mastery === null ? null : this.mastery * 100 });
  }

  // Where something is scored, its result completes the unit; else the learner says so.
  complete() {
    const { assessments } = this.map;
    const { facts } = this.store;
    if (assessments.length) return assessments.every(({ quiz }) => shareOf(facts, quiz) !== null);
    return this.standing().complete;
  }

  verdict(verb, success, score) {
    this.mark(verb);
    const scaled = score / 100;
    const extensions = this.client.data.masteryScore === undefined ? {} : { [MASTERY]: this.mastery };
    const result = { score: { scaled, raw: score, min: 0, max: 100 }, success, duration: this.duration() };
    this.client.say(verb, result, { judged: true, extensions });
  }

  mark(verb) {
    this.sent = { ...this.sent, [verb]: true };
    this.client.keep({ sent: this.sent });
  }

  duration() {
    return isoSpan(this.client.spent());
  }

  // Here at once, and on the platform without what was typed.
  async keep(how) {
    clearTimeout(this.timer);
    this.timer = null;
    const { facts } = this.store;
    const before = facts.get("rev:")?.value;
    facts.set("rev:", { at: Date.now(), value: (Number.isInteger(before) ? before : 0) + 1 });
    this.copy.write(facts, []);
    if (!this.writes) return;
    try {
      await this.client.save(this.document(), other => this.merged(other), how);
    } catch {
      // It is kept here, and written with the next change.
    }
  }

  document() {
    const { completed, passed } = this.sent;
    const own = new Map([...this.store.facts].filter(([name]) => !PRIVATE.includes(name.split(":", 1)[0])).map(([name, fact]) => [name, this.wordless(name, fact)]));
    return { state: pack(own, this.map, ROOM), sent: { ...(completed && { completed }), ...(passed && { passed }) } };
  }

  // What became of a typed answer may be told, its words may not.
  wordless(name, fact) {
    const [kind, id] = [name.split(":", 1)[0], name.slice(name.indexOf(":") + 1)];
    if (!fact.value || !["answer", "sat"].includes(kind)) return fact;
    const known = Object.keys(this.map.questions).find(record => id === record || id.endsWith(`/${record}`));
    return TYPED.includes(this.map.questions[known]?.type) ? { ...fact, value: { ...fact.value, lost: true } } : fact;
  }

  // Another device wrote in between: both sets of facts, and whatever either has said.
  merged(other) {
    this.sent = { ...other?.sent, ...this.sent };
    for (const [name, fact] of unpack(other?.state ?? "", this.map).facts) if (!this.store.facts.has(name)) this.store.facts.set(name, fact);
    return this.document();
  }

  // Everything that is still to be said, then the end. Failed comes here, so that a learner who
  // tries again and passes was never failed in the same session.
  leave() {
    if (this.client.over) return this.client.ending;
    if (this.writes) {
      const { score } = this.standing();
      if (this.judged && score !== null && !this.sent.passed && score / 100 < this.mastery) this.verdict("failed", false, score);
      this.keep({ keepalive: true });
    }
    return this.client.terminate();
  }
}
