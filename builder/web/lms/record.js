// What is written to a learning platform, and when it was taken. Knows no page and no clock.
//
// Writing is a generator that stops after each call, so that a slow platform holds up nobody for
// longer than one call takes.
import { Objectives, objectiveOf } from "./objectives.js";
import { word } from "./spell.js";
import { standing } from "./standing.js";
import { pack } from "./state.js";

const ROOM = 3800; // characters of saved state that every platform takes
const TRIES = 3; // times an element is offered again that the platform did not take
const MOST_OBJECTIVES = 5;
const MOST_INTERACTIONS = 5000; // looked through, where a platform does not count them
const NEEDED = /^cmi\.(core\.lesson|completion)_status$/;

export class Record {
  constructor(map, line, dialect) {
    Object.assign(this, { map, line, dialect, sent: new Map(), refused: new Map(), pending: [] });
    Object.assign(this, { nextInteraction: null, objectives: new Objectives(this) });
  }

  // { learner, text: the saved state }. One call at a time, so that a slow platform does not stop
  // the page for longer than one of them takes.
  async read(pause) {
    const { dialect, line } = this;
    const scored = this.map.pass === null ? [] : [dialect.raw];
    const values = new Map();
    for (const name of [dialect.mode, dialect.credit, ...dialect.statuses, ...scored, dialect.state, dialect.learner]) {
      values.set(name, line.get(name));
      if (line.slow) await pause();
    }
    const get = name => values.get(name) ?? "";
    this.writes = !["browse", "review"].includes(get(dialect.mode).toLowerCase());
    this.judges = this.writes && !["no-credit", "nocredit"].includes(get(dialect.credit).toLowerCase());
    this.before = dialect.before(get);
    this.before.known.forEach(([name, value]) => this.sent.set(name, value));
    this.sent.set(dialect.state, get(dialect.state));
    return { learner: get(dialect.learner), text: get(dialect.state) };
  }

  // The lesson the platform has on record, for when the saved state does not tell.
  location() {
    const text = this.line.get(this.dialect.location);
    this.sent.set(this.dialect.location, text);
    return named(text);
  }

  // The first commit: a session that ends at any moment from now on is one to go on with.
  *open() {
    const first = [[this.dialect.exit, "suspend"], [this.dialect.time, this.dialect.span(0)]];
    if (this.judges && !this.before.complete) {
      const none = { complete: false, passed: null, score: null, progress: 0 };
      first.push(this.dialect.standing(none, this.before)[0]);
    }
    yield* this.put(first);
    return yield* this.commit();
  }

  // Interactions wait until the next writing.
  add(found) {
    if (this.judges) this.pending.push(...found);
  }

  // A quiz has a new result.
  move(quiz) {
    if (this.judges) this.objectives.moved.add(quiz);
  }

  // The platform may have lost what it took: everything is written again next time.
  forget() {
    this.sent.clear();
    this.refused.clear();
  }

  // Writes whatever has changed. Returns whether the platform took it.
  *write(facts, spent, commits = true) {
    let taken = true;
    const judged = this.judges ? this.changed(this.dialect.standing(this.standing(facts), this.before)) : [];
    if (judged.length) {
      taken = yield* this.put(judged);
      if (commits) taken = (yield* this.commit()) && taken;
    }
    const rest = this.writes ? this.changed(this.place(facts)) : [];
    taken = (yield* this.put([...rest, [this.dialect.time, this.dialect.span(spent)]])) && taken;
    yield* this.objectives.write(facts);
    yield* this.writeInteractions();
    return commits ? (yield* this.commit()) && taken : taken;
  }

  // A score that stood here before never sinks, unless the author lets the last attempt count.
  standing(facts) {
    const now = standing(facts, this.map);
    const last = this.map.assessments.some(({ keep }) => keep === "last");
    const score = now.score === null || last ? now.score : Math.max(now.score, this.before.score ?? 0);
    return { ...now, score, passed: score === null ? null : score >= this.map.pass };
  }

  place(facts) {
    const lesson = facts.get("place:last")?.value?.lesson;
    const known = this.map.lessons.some(({ id }) => id === lesson);
    const at = known ? encodeURIComponent(lesson) : "";
    return [...(at && at.length <= 255 ? [[this.dialect.location, at]] : []), [this.dialect.state, pack(facts, this.map, ROOM)]];
  }

  // What differs from what was sent; the parts of a score go together.
  changed(wanted) {
    const differs = ([name, value]) => this.sent.get(name) !== value && (this.refused.get(name) ?? 0) < TRIES;
    const scored = wanted.some(pair => pair[0].includes("score.") && differs(pair));
    return wanted.filter(pair => differs(pair) || (scored && pair[0].includes("score.")));
  }

  // Not every platform knows every element; only state and status are worth a word to the learner.
  *put(pairs) {
    let taken = true;
    for (const [name, value] of pairs) {
      const ok = this.line.set(name, value);
      yield;
      if (ok) this.sent.set(name, value);
      else if (name === this.dialect.state || NEEDED.test(name)) taken = false;
      if (!ok) this.refused.set(name, (this.refused.get(name) ?? 0) + 1);
    }
    return taken;
  }

  *commit() {
    const taken = this.line.commit();
    yield;
    return taken;
  }

  // Where the next interaction goes, -1 for a platform without any. One that counts nothing and
  // finds no fault with the question keeps whatever it is given, as Open edX: then the first number
  // is looked for that is not taken.
  *countInteractions() {
    const count = this.line.get("cmi.interactions._count");
    yield;
    if (/^\d+$/.test(count)) return Number(count);
    if (count !== "" || this.line.code() !== "0") return -1;
    let n = 0;
    for (; n < MOST_INTERACTIONS && this.line.get(`cmi.interactions.${n}.id`); n += 1) yield;
    return n;
  }

  // Appended to what is there. A platform without interactions is no trouble.
  *writeInteractions() {
    if (this.pending.length && this.nextInteraction === null) this.nextInteraction = yield* this.countInteractions();
    while (this.pending.length && this.nextInteraction >= 0) {
      const [head, ...rest] = this.dialect.interaction(this.nextInteraction, this.aimed(this.pending[0]), this.map);
      const ok = this.line.set(...head);
      yield;
      if (!ok) this.nextInteraction = -1;
      else {
        for (const pair of rest) {
          this.line.set(...pair);
          yield;
        }
        this.nextInteraction += 1;
        this.pending.shift();
      }
    }
    if (this.nextInteraction === -1) this.pending = [];
  }

  // The objective of the quiz, where the package declares it, then the author's own.
  aimed(interaction) {
    const declared = (this.map.objectives ?? []).map(({ id }) => id);
    const quiz = objectiveOf(interaction.quiz);
    const own = interaction.objectives.map(id => word(id.replaceAll(".", "_")));
    const ids = [...(declared.includes(quiz) ? [quiz] : []), ...own];
    return { ...interaction, objectives: [...new Set(ids)].slice(0, MOST_OBJECTIVES) };
  }

  // The last values before the session is closed by the learner.
  *leave(ended) {
    const { dialect } = this;
    yield* this.put([[dialect.exit, ended ? dialect.ended : "suspend"], ...dialect.leaving(ended)]);
  }
}

// Damaged percent signs come from elsewhere: then the text is taken as it is.
function named(location) {
  try {
    return decodeURIComponent(location);
  } catch {
    return location;
  }
}
