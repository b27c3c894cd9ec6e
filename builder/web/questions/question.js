// One question. Rules that hold for every kind:
// - "Check answer" is never disabled and never disappears; only its label changes.
// - Fields stay in the page after a check, so every answer can be read again.
// - Changing an answer after a check clears the marks. That is the retry.
// - The verdict is a status message; focus moves only when the learner moves it.
// - The learner's own answer is what is kept, also after the right one was shown.
import { one } from "../dom.js";
import { isSettled, outcome, worth } from "../grading/outcome.js";
import { words } from "../words/quiz.js";
import { clearError, clearMarks, showError } from "./face.js";
import { label, offer } from "./help.js";
import { takeKey } from "./key.js";
import { listen } from "./press.js";
import { showAnswer, showOwn } from "./verdict.js";

const KEPT_WITHIN = 100; // milliseconds after which a verdict waits no longer for the answer to be on disk
// An answer that nothing is said of: without a key, or kept by a platform without its words (`lost`).
const KEPT = { score: null, right: false, marks: [], kept: true };

export const PRACTICE = { mode: "practice", tries: null, reveal: "at-once" };

export class Question {
  // `memory` is { get(), put(record), drop() }; `happened(question, what)` hears of "checked",
  // "told", "touched", and "next" (the button was pressed on a finished question); `rules` are
  // the quiz's. `extra` adds to the record and `note` to the verdict, where a quiz asks for more.
  constructor(form, kind, memory, happened, rules = PRACTICE) {
    Object.assign(this, { form, kind, memory, happened, rules });
    this.key = takeKey(form);
    this.points = Number(form.dataset.points ?? 1);
    this.button = one("[type=submit]", form);
    this.reveal = one(".reveal", form);
    this.reread = one(".reread", form);
    this.extra = () => ({});
    this.note = () => "";
    this.last = false;
    this.start();
    listen(this);
    kind.start?.(form, () => this.touched());
  }

  get exam() {
    return this.rules.mode === "exam";
  }

  get settled() {
    return this.state === "done";
  }

  get locked() {
    return this.settled && this.rules.mode !== "practice";
  }

  start() {
    Object.assign(this, { tries: 0, checked: null, record: undefined, state: "open", showing: "own", hinted: false, ended: false });
    one("fieldset", this.form).disabled = false;
    this.refresh();
  }

  // `fresh` tells that the answer has been changed since it was checked.
  refresh(fresh) {
    offer(this);
    this.button.textContent = label(this, fresh);
  }

  press() {
    if (!this.settled && this.kind.advance?.(this.form)) this.touched();
    else if (this.settled || this.exam) this.happened(this, "next");
    else this.check();
  }

  async check() {
    const problem = this.kind.missing(this.form) ?? this.unchanged();
    if (problem) return showError(this.form, problem);
    clearError(this.form);
    this.checked = JSON.stringify(this.answer());
    this.tries += 1;
    const result = this.measure();
    const spent = this.tries >= (this.rules.tries ?? Infinity);
    const over = result.right || spent || !this.key || !!this.kind.final;
    const kept = this.keep({ ...worth(result, this.tries, this.record, this.rules.mode), done: over || isSettled(this.record) });
    if (over) this.finish();
    else this.state = "try";
    await Promise.race([kept, new Promise(done => setTimeout(done, KEPT_WITHIN))]);
    if (this.checked !== JSON.stringify(this.answer())) return;
    this.show(result);
    this.happened(this, "checked");
  }

  answer() {
    return this.kind.answer(this.form);
  }

  // Checking the same answer again would cost a try and teach nothing.
  unchanged() {
    const same = this.checked === JSON.stringify(this.answer());
    return same ? { text: words.changeFirst, field: this.kind.chosen(this.form) ?? this.button } : null;
  }

  measure() {
    if (!this.key) return KEPT;
    const marks = this.kind.mark(this.key.rows, this.answer());
    return { ...outcome(marks, this.key.rows, this.kind.score), marks };
  }

  // Shows the answer as it stands with what became of it.
  show(result = this.measure()) {
    this.showing = "own";
    showOwn(this, result);
    this.refresh();
  }

  // "Show the answer" turns between the right answer and the learner's own.
  turn() {
    if (this.showing === "key") {
      this.kind.put(this.form, this.record.answer);
      return this.show();
    }
    const asked = !this.settled;
    if (asked) this.keep({ ...this.record, right: false, first: false, told: true, done: true }, this.record.answer);
    this.finish();
    this.showKey(words.headTold);
    if (!asked) return;
    this.button.focus();
    this.happened(this, "told");
  }

  showKey(head) {
    this.showing = "key";
    this.kind.put(this.form, this.kind.solution(this.key.rows));
    showAnswer(this, head, this.measure());
    this.refresh();
  }

  // The quiz as a whole is finished, which may open the answers.
  end() {
    this.ended = true;
    this.refresh();
  }

  // A kind that asks for no answer to be right may be added to at any time.
  finish() {
    this.state = "done";
    if (!this.locked || (this.kind.drafts && !this.kind.reopens)) return;
    const fields = one("fieldset", this.form);
    if (fields.contains(document.activeElement)) this.button.focus();
    fields.disabled = true;
  }

  get drafts() {
    return this.exam || !!this.kind.drafts;
  }

  touched() {
    clearError(this.form);
    if (this.kind.reopens && isSettled(this.record) && this.kind.missing(this.form)) return this.reopen();
    if (this.drafts) this.draft();
    if (this.state === "open" || this.kind.final || this.exam) return;
    clearMarks(this.form);
    if (this.settled) this.state = "again";
    this.showing = "own";
    this.refresh(true);
  }

  // Another way through it has begun; the one that is kept stays until this one is finished.
  reopen() {
    clearMarks(this.form);
    Object.assign(this, { state: "again", checked: null });
    this.refresh();
  }

  // Every change is kept; a settled answer stays settled.
  draft() {
    if (this.showing === "key" || (this.settled && !this.kind.final)) return;
    this.keep(this.settled ? this.record : { draft: true });
    this.happened(this, "touched");
  }

  // Hands in the answer as it stands.
  settle() {
    if (this.settled) return;
    this.tries = 1;
    const result = this.measure();
    this.keep({ ...worth(result, 1, undefined, this.rules.mode), done: true });
    this.finish();
    this.show(result);
  }

  reset() {
    this.kind.reset(this.form);
    clearError(this.form);
    clearMarks(this.form);
    this.memory.drop();
    this.start();
  }

  // Resolves when the answer is safe.
  keep(result, answer = this.answer()) {
    const hint = this.hinted || this.record?.hint;
    this.record = { ...result, answer, tries: this.tries, ...(hint && { hint }), ...this.extra() };
    return this.memory.put(this.record);
  }

  // Shows what was stored; a finished question comes back with its marks.
  restore() {
    this.record = this.memory.get();
    if (!this.record) return;
    this.kind.put(this.form, this.record.answer);
    this.tries = this.record.tries ?? 0;
    if (!isSettled(this.record)) return;
    this.finish();
    if (this.record.told && this.key) this.showKey(words.headHelped);
    else this.show(this.record.lost ? { ...KEPT, right: !!this.record.right, score: this.record.score } : undefined);
  }

  focus() {
    one("legend", this.form).focus({ preventScroll: true });
    this.form.scrollIntoView({ block: "start" });
  }
}
