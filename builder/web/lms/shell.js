// The page that a learning platform starts: it stays for the whole session, keeps the record, and
// shows the lessons in a frame.
import { one } from "../dom.js";
import { startPreferences } from "../parts/preferences.js";
import { nextLesson } from "../progress.js";
import { openSession } from "../session.js";
import { shellWords } from "../words/lms.js";
import { Desk } from "./desk.js";
import { findApi, hasNeighbours, waitForApi } from "./find.js";
import { Line } from "./line.js";
import { Screen } from "./screen.js";

const PATIENCE = 6000; // milliseconds for an API that comes late
const BRIEF = 4000; // milliseconds a good notice stays

export async function startShell(dialect) {
  const map = readMap();
  const shell = new Shell(map, dialect);
  const look = () => findApi(dialect.api, dialect.calls.open);
  const found = look() ?? (hasNeighbours() ? await shell.wait(look) : null);
  if (found) await shell.connect(found);
  else await shell.alone(shellWords.alone);
}

// Lessons carry their address as seen from this page.
function readMap() {
  const map = JSON.parse(one("#_lms").textContent);
  const { base } = document.body.dataset;
  return { ...map, lessons: map.lessons.map(lesson => ({ ...lesson, address: `${base}/${lesson.url}` })) };
}

class Shell {
  constructor(map, dialect) {
    Object.assign(this, { map, dialect, desk: null, brief: null });
    this.screen = new Screen(map, (lesson, first) => this.arrive(lesson, first));
    startPreferences();
    one("#_prefs")?.addEventListener("change", () => this.dress());
  }

  async wait(look) {
    const late = setTimeout(() => this.screen.notice(shellWords.connecting), 400);
    const found = await waitForApi(look, PATIENCE);
    clearTimeout(late);
    this.screen.notice("");
    return found;
  }

  // Without a platform the pages keep their progress as on the site.
  async alone(notice) {
    const session = await openSession(this.map.course);
    await this.open(session);
    this.screen.notice(session.persistent ? notice : shellWords.blocked);
    addEventListener("focus", () => this.screen.paint());
  }

  async connect({ api, win }) {
    const { map, dialect } = this;
    const line = new Line(api, dialect.calls);
    if (!line.open(dialect.mode)) return this.alone(shellWords.refused);
    this.desk = new Desk(map, line, dialect, state => this.told(state));
    const { location, damaged, dropped } = await this.desk.read();
    globalThis.coursewright = { tracker: () => this.desk.store.tracker() };
    this.attend();
    this.notice();
    await this.open(await openSession(map.course, [() => this.desk.store.tracker()]), location);
    this.desk.start(`${document.body.dataset.base}/assets/icon.svg`, win);
    if (damaged) this.screen.notice(shellWords.damaged);
    else if (dropped) this.screen.notice(shellWords.dropped(dropped));
    else if (!this.desk.record.writes) this.screen.notice(shellWords.preview);
    return this.offerExit();
  }

  // Shows where the learner was, else the first lesson that is not done.
  async open(session, location = "") {
    const { screen, map } = this;
    this.session = screen.session = session;
    session.listen(() => screen.paint());
    const last = session.get("place", "last");
    const there = id => map.lessons.find(lesson => lesson.id === id);
    const lesson = there(last?.lesson) ?? there(location) ?? nextLesson(session, map.lessons) ?? map.lessons[0];
    const part = last?.lesson === lesson.id && last.part ? `#${encodeURIComponent(last.part)}` : "";
    screen.paint();
    screen.begin(lesson.address + part);
  }

  arrive(lesson, first) {
    const { session } = this;
    this.desk?.arrive(lesson.id);
    if (session.get("place", "last")?.lesson === lesson.id) return;
    const { id, title, url } = lesson;
    session.put("place", "last", { lesson: id, title, url, part: "", name: "" });
    if (!first) this.screen.paint();
  }

  told(state) {
    const { screen, desk } = this;
    clearTimeout(this.brief);
    if (state === "failing") screen.notice(!desk.copy.works ? shellWords.unsafe : navigator.onLine ? shellWords.failing : shellWords.offline);
    if (state !== "back") return;
    screen.notice(shellWords.back);
    this.brief = setTimeout(() => screen.notice(""), BRIEF);
  }

  // The ways a session is interrupted or ends. A learner who cancels leaving goes on as before.
  attend() {
    const { desk } = this;
    addEventListener("pagehide", () => {
      this.settle();
      desk.part();
    });
    addEventListener("pageshow", event => event.persisted && this.screen.close(shellWords.relaunch, shellWords.relaunchLine));
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden || !desk.line.isOpen) return;
      this.settle();
      desk.flush();
    });
    addEventListener("storage", ({ key }) => key === desk.copy.key && desk.line.isOpen && desk.join());
    addEventListener("online", () => desk.failing && desk.queue.now(true));
    addEventListener("offline", () => this.screen.notice(shellWords.offline));
  }

  // Keys and presses here and in the lesson, so that a slow platform is not asked in between.
  notice() {
    const touched = () => (this.desk.touched = performance.now());
    const attend = part => ["pointerdown", "keydown", "input"].forEach(name => part.addEventListener(name, touched, { capture: true, passive: true }));
    attend(document);
    this.screen.frame.addEventListener("load", () => {
      try {
        attend(this.screen.frame.contentDocument);
      } catch {
        // From elsewhere: then only the shell tells.
      }
    });
  }

  // What is still being typed in the lesson is handed over before the page goes.
  settle() {
    try {
      this.screen.frame.contentWindow.dispatchEvent(new Event("pagehide"));
    } catch {
      // Nothing to be had from there.
    }
  }

  offerExit() {
    const button = one("#_exit");
    button.hidden = false;
    button.addEventListener("click", () => {
      button.querySelector("span").textContent = shellWords.saving;
      setTimeout(() => this.leave(), 30);
    }, { once: true });
  }

  leave() {
    const { desk, map } = this;
    this.settle();
    const { complete, done, total } = desk.record.standing(desk.store.facts);
    const saved = desk.leave(complete && map.preset?.exit === "normal");
    this.screen.frame.remove();
    const line = saved ? shellWords.kept : desk.copy.works ? shellWords.unkept : shellWords.lost;
    const rest = complete ? "" : ` ${shellWords.again}`;
    this.screen.close(shellWords.closed, line, `${shellWords.done(done, total)}.${rest}`);
    if (map.preset?.window === "popup") globalThis.top.close();
  }

  // Theme and type size hold for the lesson too.
  dress() {
    try {
      const [own, inner] = [document.documentElement, this.screen.frame.contentDocument.documentElement];
      for (const name of ["data-theme", "data-size", "data-face"]) {
        if (own.hasAttribute(name)) inner.setAttribute(name, own.getAttribute(name));
        else inner.removeAttribute(name);
      }
    } catch {
      // The next page takes them up.
    }
  }
}
