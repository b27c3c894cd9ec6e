// The frame around the lessons: contents, previous and next, notices, the closing page.
import { every, one, ringTo } from "../dom.js";
import { lessonState, tally } from "../progress.js";
import { shellWords } from "../words/lms.js";

export class Screen {
  // `came(lesson)` hears when another lesson is shown.
  constructor(map, came) {
    Object.assign(this, { map, came, frame: one("#_frame"), now: null, session: null, moved: false });
    this.rows = new Map(every("#_contents [data-lesson]").map(row => [row.dataset.lesson, row]));
    addEventListener("message", event => this.hear(event));
    addEventListener("blur", () => this.closeContents());
    document.addEventListener("click", event => this.pressed(event));
    this.frame.addEventListener("load", () => this.settleFocus());
  }

  // Goes to an address without leaving an entry to come back to.
  begin(address) {
    this.frame.contentWindow.location.replace(new URL(address, document.baseURI).href);
  }

  // A link that shows another lesson: the reader goes on there.
  pressed(event) {
    const link = event.target.closest("a[target=lesson]");
    if (!link) return;
    if (link.getAttribute("aria-disabled") === "true") return event.preventDefault();
    this.moved = true;
    this.closeContents();
  }

  closeContents() {
    try {
      one("#_contents").hidePopover();
    } catch {
      // It was not open, or the browser has no such thing.
    }
  }

  // The page in the frame tells which it is: from a folder on disk nobody could look.
  hear({ data, source }) {
    const told = data?.coursewright;
    if (!told || source !== this.frame.contentWindow) return;
    if (told.lesson) this.show(told.lesson);
    else this.showOther(told.title);
  }

  settleFocus() {
    if (!this.moved) return;
    this.moved = false;
    this.frame.focus();
    try {
      one("main", this.frame.contentDocument)?.focus({ preventScroll: true });
    } catch {
      // From a folder on disk the frame itself has the focus.
    }
  }

  show(id) {
    const { lessons } = this.map;
    const at = lessons.findIndex(lesson => lesson.id === id);
    if (at < 0) return;
    const first = this.now === null;
    this.now = lessons[at];
    const said = shellWords.position(at + 1, lessons.length, this.now.title);
    this.mark(this.rows.get(id));
    this.step("#_previous", lessons[at - 1]);
    this.step("#_next", lessons[at + 1]);
    this.name(this.now.title, shellWords.frame(this.now.title));
    one("#_position").textContent = shellWords.place(at + 1, lessons.length);
    if (!first) one("#_said").textContent = said;
    this.came(this.now, first);
    this.paint();
  }

  showOther(title) {
    this.mark(one("#_contents .own"));
    this.name(title, title);
    this.step("#_previous", this.now);
    one("#_position").textContent = title;
    one("#_said").textContent = title;
  }

  name(title, frame) {
    document.title = `${title} · ${this.map.title}`;
    this.frame.title = frame;
  }

  mark(row) {
    for (const link of every("#_contents [aria-current]")) link.removeAttribute("aria-current");
    const link = row && one("a", row);
    if (!link) return;
    link.setAttribute("aria-current", "page");
    const fold = row.closest("details");
    if (fold) fold.open = true;
    const list = one("#_contents");
    const { top, bottom } = link.getBoundingClientRect();
    const seen = list.getBoundingClientRect();
    if (top < seen.top || bottom > seen.bottom) list.scrollTop += top - seen.top - list.clientHeight / 3;
  }

  step(selector, lesson) {
    const link = one(selector);
    link.setAttribute("aria-disabled", !lesson);
    one(".t", link).textContent = lesson?.title ?? "";
    if (lesson) link.href = new URL(lesson.address, document.baseURI).href;
    else link.removeAttribute("href");
  }

  // Progress, as far as the session knows it.
  paint() {
    const { session, map } = this;
    if (!session) return;
    const all = tally(session, map.lessons);
    ringTo(one(".bar .ring"), all.total ? all.done / all.total : 1);
    one("#_progress").textContent = shellWords.done(all.done, all.total);
    one("#_share").textContent = `${all.done}/${all.total}`;
    for (const [id, row] of this.rows) this.paintRow(row, lessonState(session, id));
    every("#_contents [data-module]").forEach((fold, at) => this.paintModule(fold, at));
    one("#_next").classList.toggle("ready", !!this.now && lessonState(session, this.now.id) === "done");
  }

  // Rows that stay as they are cost nothing, also where there are hundreds.
  paintRow(row, state) {
    if (row.dataset.now === state) return;
    row.dataset.now = state;
    row.classList.toggle("done", state === "done");
    row.classList.toggle("started", state === "started");
    one("[data-state]", row).textContent = shellWords.states[state];
  }

  paintModule(fold, at) {
    const { done, total } = tally(this.session, this.map.lessons.filter(({ module }) => module === at));
    one(".m-share", fold).textContent = `${done}/${total}`;
    fold.classList.toggle("done", done === total);
  }

  notice(text) {
    const strip = one("#_strip");
    if (strip.textContent !== text) strip.textContent = text;
  }

  // Nothing of the course can be used any more.
  close(head, line, note = "") {
    const page = one("#_closed");
    one("h1", page).textContent = head;
    one(".closed-line", page).textContent = line;
    one(".closed-note", page).textContent = note;
    document.body.classList.add("over");
    page.hidden = false;
    document.title = `${head} · ${this.map.title}`;
    this.notice("");
    one("h1", page).focus();
  }
}
