// One question. Rules that hold for every kind:
// - "Check answer" is never disabled and never disappears; only its label changes.
// - Fields stay in the page after a check, so every answer can be read again.
// - Changing an answer after a check clears the marks. That is the retry.
// - The verdict is a status message; focus moves only when the learner moves it.
import { every, make, one } from "../dom.js";
import { outcome } from "../grading/outcome.js";
import { words } from "../words/quiz.js";
import { clearError, clearMarks, showError, showMarks, showVerdict } from "./face.js";
import { takeKey } from "./key.js";

const DOUBLE_PRESS = 450; // milliseconds in which a second press is taken for a slip
const TRIES_BEFORE_ANSWER = 2;

export class Question {
  // `memory` is { get(), put(record), drop() }; `happened(question, what)` hears of
  // "checked", "told", and "next" (the button was pressed on a finished question).
  constructor(form, kind, memory, happened) {
    Object.assign(this, { form, kind, memory, happened });
    this.key = takeKey(form);
    this.button = one("[type=submit]", form);
    this.reveal = one(".reveal", form);
    this.reread = one(".reread", form);
    this.tries = 0;
    this.state = "open";
    this.last = false;
    this.listen();
    kind.start?.(form, () => this.touched());
  }

  listen() {
    const on = (target, name, handler) => target.addEventListener(name, handler);
    on(this.form, "submit", event => this.submit(event));
    on(this.form, "change", () => this.touched());
    on(this.form, "keydown", event => (event.ctrlKey || event.metaKey) && event.key === "Enter" && this.submit(event));
    on(this.reveal, "click", () => this.tell());
  }

  submit(event) {
    event.preventDefault();
    const now = performance.now();
    if (now - (this.pressed ?? -DOUBLE_PRESS) < DOUBLE_PRESS) return;
    this.pressed = now;
    if (this.state === "done") this.happened(this, "next");
    else this.check();
  }

  check() {
    const problem = this.kind.missing(this.form) ?? this.unchanged();
    if (problem) return showError(this.form, problem);
    clearError(this.form);
    this.checked = JSON.stringify(this.kind.answer(this.form));
    this.tries += 1;
    const result = this.judge();
    this.keep({ right: result.right, first: result.right && this.tries === 1, told: false });
    if (result.right) this.finish();
    else this.offerHelp();
    this.happened(this, "checked");
  }

  // Checking the same answer again would cost a try and teach nothing.
  unchanged() {
    const same = this.checked === JSON.stringify(this.kind.answer(this.form));
    return same ? { text: words.changeFirst, field: this.kind.chosen(this.form) ?? this.button } : null;
  }

  // Marks the answer as it stands and says how it went.
  judge() {
    const marks = this.kind.mark(this.key.rows, this.kind.answer(this.form));
    const result = outcome(marks, this.key.rows, this.kind.score);
    showMarks(this.form, this.kind, this.key, marks);
    showVerdict(this.form, result.right ? "ok" : "try", this.head(result), this.reasons(marks, result));
    this.button.textContent = words.checkAgain;
    return result;
  }

  head({ right, good }) {
    if (right) return this.tries > 1 ? words.headWorked : words.headRight;
    return good ? words.headNearly : words.headNotYet;
  }

  // The verdict's paragraphs: why this row, how many fit, and what holds for the whole question.
  reasons(marks, result) {
    const sentence = this.kind.verdict(result, this.key.rows, this.form);
    const whole = result.right ? this.key.whole() : [];
    return [this.key.why(this.kind.why(marks, result)), sentence ? [sentence] : [], whole];
  }

  offerHelp() {
    this.state = "try";
    if (this.reread) this.reread.hidden = false;
    this.reveal.hidden = this.tries < TRIES_BEFORE_ANSWER;
  }

  tell() {
    this.kind.put(this.form, this.kind.solution(this.key.rows));
    clearError(this.form);
    this.showTold(words.headTold);
    this.keep({ right: false, first: false, told: true });
    this.button.focus();
    this.finish();
    this.happened(this, "told");
  }

  showTold(head) {
    const marks = this.kind.mark(this.key.rows, this.kind.answer(this.form));
    showMarks(this.form, this.kind, this.key, marks);
    const why = this.key.why(this.kind.why(marks));
    const rows = this.kind.why(marks) === null && this.hasRowReasons() ? [words.eachRow] : [];
    showVerdict(this.form, "told", head, [why, rows, this.key.whole()]);
  }

  hasRowReasons() {
    return every(".fb:not([hidden])", this.form).length > 0;
  }

  finish() {
    this.state = "done";
    this.reveal.hidden = true;
    if (this.reread) this.reread.hidden = true;
    this.button.textContent = this.last ? words.finish : words.next;
  }

  touched() {
    clearError(this.form);
    if (this.state === "open") return;
    clearMarks(this.form);
    this.button.textContent = words.check;
    if (this.state === "done") this.state = "again";
  }

  reset() {
    this.kind.reset(this.form);
    clearError(this.form);
    clearMarks(this.form);
    Object.assign(this, { tries: 0, checked: null, record: undefined, state: "open" });
    this.reveal.hidden = true;
    if (this.reread) this.reread.hidden = true;
    this.button.textContent = words.check;
    this.memory.drop();
  }

  keep(result) {
    this.record = { ...result, answer: this.kind.answer(this.form), tries: this.tries };
    this.memory.put(this.record);
  }

  // Shows what was stored; a finished question comes back with its marks.
  restore() {
    this.record = this.memory.get();
    if (!this.record) return;
    this.kind.put(this.form, this.record.answer);
    this.tries = this.record.tries;
    if (this.record.told) this.showTold(words.headHelped);
    else if (this.record.right) this.judge();
    if (this.record.told || this.record.right) this.finish();
  }

  sayChanged() {
    one("legend", this.form).after(make("p", { className: "q-changed" }, words.changed));
  }

  focus() {
    one("legend", this.form).focus({ preventScroll: true });
    this.form.scrollIntoView({ block: "start" });
  }
}
