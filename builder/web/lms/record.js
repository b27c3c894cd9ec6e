// What is written to a learning platform, and when it was taken. Knows no page and no clock.
//
// Writing is a generator that stops after each call, so that a slow platform holds up nobody for
// longer than one call takes.
import { standing } from "./standing.js";
import { word } from "./spell.js";
import { pack } from "./state.js";

const ROOM = 3800; // characters of saved state that every platform takes
const TRIES = 3; // times an element is offered again that the platform did not take
const MOST_OBJECTIVES = 5;
const MOST_INTERACTIONS = 5000; // looked through, where a platform does not count them
const NEEDED = /^cmi\.(core\.lesson|completion)_status$/;

export class Record {
  constructor(map, line, dialect) {
    Object.assign(this, { map, line, dialect, sent: new Map(), refused: new Map(), pending: [] });
    Object.assign(this, { nextInteraction: null, places: new Map(), moved: new Set() });
  }

  // { learner, text: the saved state, location }
  read() {
    const { dialect } = this;
    const get = name => this.line.get(name);
    const mode = get(dialect.mode).toLowerCase();
    this.writes = !["browse", "review"].includes(mode);
    this.judges = this.writes && !["no-credit", "nocredit"].includes(get(dialect.credit).toLowerCase());
    this.before = dialect.before(get);
    this.before.known.forEach(([name, value]) => this.sent.set(name, value));
    const [text, location, learner] = [dialect.state, dialect.location, dialect.learner].map(get);
    this.sent.set(dialect.state, text).set(dialect.location, location);
    return { learner, text, location: named(location) };
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
    if (this.judges) this.moved.add(quiz);
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
    yield* this.writeObjectives(facts);
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

  *writeObjectives(facts) {
    for (const quiz of [...this.moved]) {
      const id = `quiz.${quiz.replaceAll("/", ".")}`;
      const at = (this.map.objectives ?? []).findIndex(objective => objective.id === id);
      const result = facts.get(`result:${quiz}`)?.value;
      this.moved.delete(quiz);
      if (at < 0 || !result) continue;
      const n = yield* this.placeOf(id, at);
      if (n === null) return;
      yield* this.put(this.changed(this.dialect.objective(n, this.outcome(id, quiz, result))));
    }
  }

  outcome(id, quiz, { share }) {
    const score = typeof share === "number" ? Math.round(share * 100) : null;
    const pass = this.map.assessments.find(known => known.quiz === quiz)?.pass ?? null;
    return { id, score, passed: score === null || pass === null ? null : score >= pass, complete: true };
  }

  // The number under which an objective is kept: mostly its place in the package, else looked for.
  *placeOf(id, expected) {
    if (this.places.has(id)) return this.places.get(id);
    const there = n => this.line.get(`cmi.objectives.${n}.id`) === id;
    const count = Number(this.line.get("cmi.objectives._count") || NaN);
    yield;
    let n = Number.isInteger(count) ? count : null;
    for (const at of n ? [Math.min(expected, n - 1), ...Array(n).keys()] : []) {
      const found = there(at);
      yield;
      if (!found) continue;
      n = at;
      this.sent.set(`cmi.objectives.${n}.id`, id);
      break;
    }
    if (n !== null) this.places.set(id, n);
    return n;
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
    const quiz = `quiz.${interaction.quiz.replaceAll("/", ".")}`;
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
