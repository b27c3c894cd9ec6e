// When to write: soon after a change, at once where it matters, less often where the platform is
// slow or does not answer. Several changes make one writing.

const SOON = 700; // milliseconds from a change to its writing
const AT_ONCE = 30; // enough for the page to show what the learner did
const BURST = 4; // writings in a row; after that one a second
const SECOND = 1000;
const SLOW = 500; // milliseconds of one writing from which a platform counts as slow;
const SHARE = 8; // then it gets one part in so many of the time, and half of it for what matters
const LONGEST = 30_000;
const LATER = 400; // milliseconds to the next look at whether the learner is busy,
const PATIENCE = 8000; // and after which a slow platform is written to all the same
const FIRST_RETRY = 1500;
const SLICE = 30; // milliseconds of work between two looks at what the learner does

export class Queue {
  // `make()` gives a generator that writes and returns whether it was taken; `settled(taken)` hears;
  // `busy()` tells whether the learner is doing something, which a slow platform would hold up.
  constructor(make, settled, { clock = () => performance.now(), busy = () => false } = {}) {
    Object.assign(this, { make, settled, clock, busy, since: Infinity, timer: null, due: Infinity, running: null, dirty: false });
    Object.assign(this, { tokens: BURST, filled: clock(), ended: 0, cost: 0, failures: 0, stopped: false });
  }

  touch(urgent) {
    this.dirty = true;
    this.plan(urgent ? AT_ONCE : SOON, urgent ? 1 : SHARE);
  }

  // No sooner than a busy or slow platform bears; whatever is asked for sooner wins.
  plan(wait, share = SHARE) {
    if (this.stopped || this.running) return;
    const now = this.clock();
    const due = Math.max(now + wait, this.ended + Math.min(LONGEST, this.cost * share), now + this.scarce(now));
    if (due >= this.due) return;
    clearTimeout(this.timer);
    this.due = due;
    this.timer = setTimeout(() => this.run(), due - now);
  }

  scarce(now) {
    this.tokens = Math.min(BURST, this.tokens + (now - this.filled) / SECOND);
    this.filled = now;
    return this.tokens >= 1 ? 0 : (1 - this.tokens) * SECOND;
  }

  putOff() {
    const now = this.clock();
    this.since = Math.min(this.since, now);
    if (!this.cost || !this.busy() || now - this.since > PATIENCE) return false;
    this.due = now + LATER;
    this.timer = setTimeout(() => this.run(), LATER);
    return true;
  }

  begin() {
    clearTimeout(this.timer);
    this.due = this.since = Infinity;
    this.dirty = false;
    this.tokens -= 1;
    this.running = { steps: this.make(), spent: 0 };
  }

  async run() {
    if (this.stopped || this.running || this.putOff()) return;
    this.begin();
    const run = this.running;
    for (let done = false; !done && this.running === run; ) {
      done = this.step(run, SLICE);
      if (!done) await new Promise(next => setTimeout(next));
    }
  }

  // Goes on for about `most` milliseconds; true when nothing is left to do.
  step(run, most) {
    const began = this.clock();
    for (;;) {
      const { done, value } = run.steps.next();
      const spent = this.clock() - began;
      if (done) this.end(run.spent + spent, value);
      if (done) return true;
      if (spent >= most) {
        run.spent += spent;
        return false;
      }
    }
  }

  end(spent, taken) {
    this.running = null;
    this.failures = taken ? 0 : this.failures + 1;
    this.ended = this.clock();
    this.cost = spent > SLOW ? spent : 0;
    this.settled(taken);
    if (!taken) this.retry();
    else if (this.dirty) this.plan(SOON);
  }

  retry() {
    this.dirty = true;
    this.plan(Math.min(LONGEST, FIRST_RETRY * 2 ** (this.failures - 1)));
  }

  // What was believed to be taken was not.
  fail() {
    this.failures += 1;
    this.retry();
  }

  // Everything at once: the page is hidden or left, or the line is back.
  now(force = false) {
    if (this.stopped) return;
    if (this.running) this.step(this.running, Infinity);
    if (!this.dirty && !force) return;
    this.begin();
    this.step(this.running, Infinity);
  }

  stop() {
    clearTimeout(this.timer);
    this.stopped = true;
  }
}
