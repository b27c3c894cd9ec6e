// The line to the learning platform: every call in one place, none of which can throw. Arguments
// are texts always; answers may be anything, also null.

const yes = answer => String(answer).toLowerCase() === "true";
const SLOW = 200; // milliseconds of one call from which the platform counts as slow

export class Line {
  // `calls` are the names of the API's functions: { open, close, get, set, commit, error }.
  constructor(api, calls, clock = () => performance.now()) {
    Object.assign(this, { api, calls, clock, isOpen: false, slow: false, error: "0" });
  }

  ask(name, ...texts) {
    const began = this.clock();
    try {
      return this.api[this.calls[name]](...texts);
    } catch {
      return null;
    } finally {
      if (name !== "open") this.slow = this.clock() - began > SLOW || (this.slow && name !== "commit");
    }
  }

  code() {
    this.error = String(this.ask("error") ?? "");
    return this.error;
  }

  // Some platforms say "false" when they were opened before, as after a reload of this frame only.
  open(probe) {
    this.isOpen = yes(this.ask("open", ""));
    if (!this.isOpen) {
      this.ask("get", probe);
      this.isOpen = this.code() === "0" && this.api !== null;
    }
    return this.isOpen;
  }

  // A value as text; "" for whatever is not there.
  get(name) {
    const value = this.isOpen ? this.ask("get", name) : "";
    return value === null || value === undefined ? "" : String(value);
  }

  // "false" without an error is a habit of some platforms and means that it was taken.
  set(name, text) {
    if (!this.isOpen) return false;
    return yes(this.ask("set", name, text)) || this.code() === "0";
  }

  commit() {
    return this.isOpen && yes(this.ask("commit", ""));
  }

  // Once, whatever it answers.
  close() {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.ask("close", "");
  }
}
