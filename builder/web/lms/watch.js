// Whether the platform really keeps what it says it has kept. Its API answers "true" also when the
// learner's session has ended and a login page came back, so two things are looked at: what became
// of the requests it sent, and whether a small file of this package can still be had.

const AFTER = 400; // milliseconds after a commit by which its requests are known
const SMALL = 200; // bytes of an answer that is no page for people
const PAUSE = 3000; // between two looks at the file
const REQUESTS = ["xmlhttprequest", "fetch", "beacon"];

export class Watch {
  // `file` is the address of the file, `around` the window that holds the API. `lost()` hears.
  constructor(file, around, lost, clock = () => performance.now()) {
    Object.assign(this, { file, around, lost, clock, known: null, last: -PAUSE, seen: [], usual: null, timer: null });
    this.observe();
    this.ready = this.fetchText().then(text => (this.known = text));
  }

  // A frame of another origin tells nothing of its requests.
  observe() {
    try {
      const { PerformanceObserver: Observer, location } = this.around;
      const own = globalThis.location.origin;
      if (location.origin !== own) return;
      new Observer(list => this.note(list.getEntries())).observe({ type: "resource" });
    } catch {
      // An older browser: the file alone tells.
    }
  }

  note(entries) {
    const asked = entries.filter(({ initiatorType, name }) => REQUESTS.includes(initiatorType) && !name.includes(this.file));
    this.seen.push(...asked);
  }

  // Call after a commit that was said to be taken.
  check() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.look(), Math.max(AFTER, this.last + PAUSE - this.clock()));
    setTimeout(() => this.weigh(), AFTER);
  }

  weigh() {
    const bad = this.seen.splice(0).map(entry => this.refused(entry)).some(Boolean);
    if (bad) this.lost();
  }

  // A status that refuses, or a page where data came before. Some platforms answer every saving
  // with a few signs that they call a page: then its size tells.
  refused({ responseStatus, contentType, redirectStart, decodedBodySize: size = 0 }) {
    if (responseStatus >= 400) return true;
    const page = /html/.test(contentType ?? "");
    const usual = this.usual ?? (page ? { page, size: SMALL } : { page, size });
    const odd = page && (redirectStart > 0 || !usual.page || size > usual.size * 4 + SMALL);
    if (!odd) this.usual = { page, size };
    return odd;
  }

  // Asked twice before it counts as gone: a request is given up, too, when the page is left.
  async look() {
    this.last = this.clock();
    if (await this.back()) return;
    await new Promise(next => setTimeout(next, AFTER));
    if (!(await this.back())) this.lost();
  }

  // Whether the file is there again.
  async back() {
    return this.known === null || (await this.fetchText()) === this.known;
  }

  // null when it cannot be had.
  async fetchText() {
    if (!/^https?:/.test(globalThis.location.protocol)) return null;
    try {
      const answer = await fetch(this.file, { cache: "no-store", credentials: "same-origin" });
      return answer.ok ? await answer.text() : null;
    } catch {
      return null;
    }
  }

  stop() {
    clearTimeout(this.timer);
    this.lost = () => {};
  }
}
