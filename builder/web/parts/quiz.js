// A quiz of a lesson: its questions, what is remembered of them, and how it went.
//
// What goes beyond practice (exams, draws, a clock, attempts, confidence) is a script of its own,
// `sitting`, on the pages that need it; see parts/sitting.js for what it is asked to do.
import { settle } from "../asides.js";
import { every, make, one } from "../dom.js";
import { shuffled } from "../grading/chance.js";
import { quizOutcome } from "../grading/outcome.js";
import { whenKnown } from "../questions/kinds.js";
import { PRACTICE, Question } from "../questions/question.js";
import { kinds } from "../questions/registry.js";
import { words } from "../words/quiz.js";
import { showResult } from "./result.js";

export function startQuiz(session, page, element) {
  const section = one(".quiz", element);
  const types = every(".q", section).map(form => form.dataset.type);
  whenKnown([...types, ...(section.dataset.parts ?? "").split(" ").filter(Boolean)], () => new Quiz(section, session).begin());
}

// An answer to another question than the one in the page was put away, and the learner is told.
const sayChanged = form => one("legend", form).after(make("p", { className: "q-changed" }, words.changed));

class Quiz {
  constructor(section, session) {
    Object.assign(this, { section, session, id: section.dataset.quiz, result: one(".result", section) });
    this.rules = { ...PRACTICE, ...JSON.parse(section.dataset.rules ?? "{}") };
    this.seed = seedOf(session);
    this.sitting = section.dataset.parts ? kinds.sitting(this) : null;
    this.forms = every(".q", section);
    this.changed = settle(session, this.forms.map(form => this.known(form)));
    this.all = new Map(this.forms.map(form => [form, this.ask(form)]));
    one(".quiz-reset", section).addEventListener("click", () => this.again());
  }

  ask(form) {
    const { record, fingerprint, type } = form.dataset;
    const [kind, id] = this.place(record);
    const memory = {
      get: () => this.session.get(kind, id),
      put: value => this.session.put(kind, id, { ...value, of: fingerprint }),
      drop: () => this.session.drop(kind, id),
    };
    const question = new Question(form, kinds[type], memory, (asked, what) => this.happened(asked, what), this.rules);
    if (this.changed.has(`${kind}:${id}`)) sayChanged(form);
    return question;
  }

  known({ dataset }) {
    const [kind, id] = this.place(dataset.record);
    return { kind, id, fingerprint: dataset.fingerprint };
  }

  // A question drawn from elsewhere has an answer there, which this quiz must not touch.
  place(record) {
    return record.startsWith(`${this.id}/`) ? ["answer", record] : ["sat", `${this.id}/${record}`];
  }

  begin() {
    const asked = this.sitting?.pick(this.forms) ?? this.forms;
    asked.forEach(form => this.mix(form));
    this.questions = asked.map(form => this.all.get(form));
    this.questions.forEach((question, at) => (question.last = at === asked.length - 1));
    this.questions.forEach(question => this.restore(question));
    this.sitting?.begin();
    this.summarise();
  }

  // Storage and backups may hold anything: what no longer makes an answer is put away, not lost.
  restore(question) {
    try {
      question.restore();
      question.refresh();
    } catch {
      const [kind, id] = this.place(question.form.dataset.record);
      this.session.put("aside", `${id}/damaged`, this.session.get(kind, id));
      question.reset();
    }
  }

  // Options stand in an order of the learner's own, unless the author's has a meaning.
  mix(form) {
    if (!("shuffle" in form.dataset)) return;
    const list = one(".options", form);
    const seed = `${this.sitting?.seed ?? this.seed}/${form.dataset.record}`;
    list.append(...shuffled(seed, [...list.children], row => row.dataset.i));
  }

  happened(question, what) {
    if (what === "next") return this.goOn(question);
    this.sitting?.happened(question, what);
    if (what !== "touched") this.summarise(true);
  }

  // On to the next question, then to any still open, then to the end.
  goOn(question) {
    const next = this.questions[this.questions.indexOf(question) + 1] ?? this.questions.find(other => !other.settled);
    if (next && !(question.exam && question.last && !question.settled)) return next.focus();
    this.show(this.result.hidden ? this.sitting?.end : this.result);
  }

  show(place) {
    place?.focus({ preventScroll: true });
    place?.scrollIntoView({ block: "start" });
  }

  again() {
    this.sitting?.again();
    this.questions.forEach(question => question.reset());
    this.begin();
    this.show(this.questions[0].form.hidden ? this.section : one("legend", this.questions[0].form));
  }

  // `now` tells that the learner has just come to it.
  summarise(now) {
    const came = quizOutcome(this.questions);
    this.result.hidden = !came;
    if (!came) return;
    this.questions.forEach(question => question.end());
    const { first, total, share } = came;
    const [sentence, score] = this.sitting?.sum(came, now) ?? [firstTry(came), total ? first / total : 1];
    showResult(this, sentence, score);
    if (now && !this.sitting) this.session.put("result", this.id, { first, total, share });
  }
}

const firstTry = ({ first, total }) =>
  total ? `${first === total ? "All" : first + " of"} ${total} right on the first try.` : "All your answers are saved.";

// One number for each learner and course, from which every shuffled order comes.
function seedOf(session) {
  if (session.get("seed", "") === undefined) session.put("seed", "", Math.floor(Math.random() * 2 ** 32));
  return session.get("seed", "");
}
