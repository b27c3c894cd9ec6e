// Taking a quiz beyond practice: which questions are asked and in which order, handing in, the
// clock, attempts, the score that counts. parts/quiz.js asks it:
//   seed              what the learner's orders come from
//   pick(forms)       the forms to ask, in order
//   begin()           after the questions show what is stored
//   happened(question, what)
//   sum(came, now)    [sentence, share] of a finished quiz
//   again()           another attempt begins
//   end               where the last question leads
//
// Its fact: { n: number of the attempt, asked: records, started, more, ended: times, scores }.
import { make, one } from "../dom.js";
import { shuffled } from "../grading/chance.js";
import { drawn } from "../grading/draw.js";
import { words } from "../words/sitting.js";
import { kinds } from "../questions/registry.js";

const MINUTE = 60_000;
const percent = share => Math.round(share * 100);
const recordOf = form => form.dataset.record;

export const sitting = quiz => new Sitting(quiz);

class Sitting {
  constructor(quiz) {
    this.quiz = quiz;
    this.rules = { keep: "best", extension: 0, ...quiz.rules };
    this.fact = quiz.session.get("sitting", quiz.id) ?? { n: 1, scores: [] };
    this.end = quiz.rules.mode === "exam" ? this.makeEnd() : null;
  }

  keep(change) {
    this.fact = { ...this.fact, ...change };
    return this.quiz.session.put("sitting", this.quiz.id, this.fact);
  }

  get seed() {
    return `${this.quiz.seed}:${this.fact.n}`;
  }

  // Questions once asked stay asked for this attempt, also when the pool has changed since.
  pick(forms) {
    const before = (this.fact.asked ?? []).map(record => forms.find(form => recordOf(form) === record));
    const asked = before.length && before.every(Boolean) ? before : this.draw(forms);
    const order = this.rules.shuffle && asked !== before ? shuffled(this.seed, asked, recordOf) : asked;
    for (const form of forms) form.hidden = !order.includes(form);
    const place = forms[0].previousElementSibling;
    place.after(...order);
    order.forEach((form, at) => this.number(form, at + 1, order.length));
    return order;
  }

  draw(forms) {
    const draws = this.rules.draws ?? [];
    let from = forms.length - draws.reduce((all, { size }) => all + size, 0);
    const taken = forms.slice(0, from);
    draws.forEach(({ count, spread, size }, at) => {
      const known = taken.map(recordOf);
      const pool = forms.slice(from, (from += size)).filter(form => !known.includes(recordOf(form)));
      taken.push(...drawn(`${this.seed}:${at}`, pool, count, recordOf, spread ? aim : undefined));
    });
    return taken;
  }

  number(form, n, total) {
    one(".q-count", form).textContent = this.quiz.section.dataset.count.replace("{n}", n).replace("{total}", total);
  }

  begin() {
    const { questions } = this.quiz;
    if (this.rules.confidence) questions.forEach(question => kinds.sure.askHowSure(question));
    this.putHowSure();
    if (this.end) questions.at(-1).form.after(this.end);
    this.show(!this.rules.time_limit || !!this.fact.started);
    if (!this.rules.time_limit || this.fact.ended) return;
    if (this.fact.started) this.runClock();
    else kinds.clock.startPanel(questions[0].form, this.rules, more => this.start(more));
  }

  putHowSure() {
    if (this.rules.confidence) this.quiz.questions.forEach(question => kinds.sure.putHowSure(question));
  }

  // Questions wait until the clock runs.
  show(shown) {
    for (const { form } of this.quiz.questions) form.hidden = !shown;
    if (this.end) this.end.hidden = !shown || !!this.fact.ended;
  }

  start(more) {
    this.keep({ started: Date.now(), more, asked: this.asked() });
    this.show(true);
    this.runClock();
    this.quiz.questions[0].focus();
  }

  asked() {
    return this.quiz.questions.map(({ form }) => recordOf(form));
  }

  // A clock set back may not give time: what has passed since the page was opened counts at least.
  runClock() {
    const { time_limit: limit, extension } = this.rules;
    const all = limit * MINUTE * (this.fact.more ? 1 + extension / 100 : 1);
    const [opened, before] = [performance.now(), Math.max(0, Date.now() - this.fact.started)];
    const clock = kinds.clock.makeClock(() => all - before - (performance.now() - opened), () => this.handIn(true));
    this.clock = clock;
    this.quiz.questions[0].form.before(clock.element);
    clock.show();
  }

  makeEnd() {
    const said = make("p", { className: "hand-said" });
    said.setAttribute("role", "status");
    const button = make("button", { type: "button", className: "btn" }, words.handIn);
    button.addEventListener("click", () => this.handIn(false));
    return make("div", { className: "hand-in", tabIndex: -1 }, said, button);
  }

  // Handing in with questions open takes a second press.
  handIn(over) {
    const open = this.quiz.questions.flatMap(({ kind, form }, at) => (kind.missing(form) ? [at + 1] : []));
    const said = one(".hand-said", this.end ?? this.quiz.section);
    const warned = open.join();
    if (!over && open.length && this.warned !== warned) {
      this.warned = warned;
      said.textContent = words.open(open);
      return;
    }
    this.clock?.stop();
    this.quiz.questions.forEach(question => question.settle());
    this.quiz.summarise(true);
    if (over) one(".result-line", this.quiz.result).prepend(`${kinds.clock.timeUp} `);
    this.quiz.show(this.quiz.result);
  }

  happened(question, what) {
    this.warned = null;
    if (!this.fact.asked) this.keep({ asked: this.asked() });
    if (what !== "touched") this.putHowSure();
  }

  sum({ earned, points, share }, now) {
    if (now && !this.fact.ended) this.finish(share);
    this.clock?.stop();
    this.putHowSure();
    if (this.end) this.end.hidden = true;
    const left = this.rules.attempts - this.fact.n;
    one(".quiz-reset", this.quiz.section).hidden = left <= 0;
    const ends = this.rules.attempts ? [words.attempts(Math.max(0, left))] : [];
    if (share === null) return [[words.saved, ...ends].join(" "), 1];
    const scored = words.scored(short(earned), points, percent(share));
    return [[scored, ...this.verdict(share), ...ends].join(" "), share];
  }

  // Percent as shown decide, so that "70%" never fails where 70 is needed.
  verdict(share) {
    const best = this.counts([...this.fact.scores, share]);
    const earlier = percent(best) > percent(share) ? [words.best(percent(best))] : [];
    return [this.passes(best) ? words.passed : words.notPassed(this.quiz.section.dataset.pass), ...earlier];
  }

  counts(scores) {
    return this.rules.keep === "best" ? Math.max(...scores) : scores.at(-1);
  }

  passes(share) {
    return percent(share) >= this.quiz.section.dataset.pass;
  }

  finish(share) {
    const scores = share === null ? this.fact.scores : [...this.fact.scores, share];
    this.keep({ ended: Date.now(), asked: this.asked(), scores });
    const counts = scores.length ? this.counts(scores) : null;
    const passed = counts === null || this.passes(counts);
    this.quiz.session.put("result", this.quiz.id, { share: counts, passed, n: this.fact.n });
  }

  again() {
    this.warned = null;
    if (this.end) one(".hand-said", this.end).textContent = "";
    this.keep({ n: this.fact.n + 1, started: undefined, more: undefined, ended: undefined, asked: undefined });
  }
}

const aim = form => (form.dataset.objectives ?? "").split(" ")[0];

const short = value => Number(value.toFixed(2));
