// A learning platform for tests: strict in what it takes, and as unhelpful as real ones can be.

// `quirks`: { fail(): whether a commit fails, refuse(name): whether an element is refused,
// answers: what calls say instead of "true", missing: nothing there is "null" }
export class Platform {
  constructor(kept = {}, quirks = {}) {
    Object.assign(this, { kept: { ...kept }, data: { ...kept }, quirks, calls: [], open: false, over: false, code: "0" });
  }

  note(name, args, answer) {
    this.calls.push([name, ...args]);
    for (const arg of args) if (typeof arg !== "string") throw new TypeError(`${name} got ${typeof arg}`);
    return answer;
  }

  begin(argument) {
    const fine = !this.open && !this.over && argument === "";
    this.open = this.open || fine;
    this.code = fine ? "0" : "101";
    return this.note("open", [argument], fine ? "true" : "false");
  }

  end(argument) {
    if (!this.open) throw new Error("closed twice");
    this.open = false;
    this.over = true;
    this.kept = { ...this.data };
    return this.note("close", [argument], this.quirks.closed ?? "true");
  }

  get(name) {
    this.code = this.open ? "0" : "301";
    if (name.endsWith("._count")) {
      if (this.quirks.refuse?.(name)) this.code = "401";
      const start = name.slice(0, -"_count".length);
      const found = new Set(Object.keys(this.data).filter(key => key.startsWith(start)).map(key => key.slice(start.length).split(".")[0]));
      return this.note("get", [name], this.code === "0" ? String(found.size) : "");
    }
    const nothing = this.quirks.missing ?? "";
    return this.note("get", [name], this.data[name] ?? nothing);
  }

  set(name, value) {
    const fine = this.open && !this.quirks.refuse?.(name);
    this.code = fine ? "0" : "401";
    if (fine) this.data[name] = value;
    return this.note("set", [name, value], fine ? this.quirks.answer ?? "true" : "false");
  }

  commit(argument) {
    const fails = !this.open || this.quirks.fail?.();
    this.code = fails ? "391" : "0";
    if (!fails) this.kept = { ...this.data };
    return this.note("commit", [argument], fails ? this.quirks.failed ?? "false" : this.quirks.answer ?? "true");
  }

  // The object a course finds, in the words of a version.
  api({ open, close, get, set, commit, error }) {
    return {
      [open]: argument => this.begin(argument), [close]: argument => this.end(argument), [get]: name => this.get(name),
      [set]: (name, value) => this.set(name, value), [commit]: argument => this.commit(argument), [error]: () => this.code,
    };
  }

  named(name) {
    return this.calls.filter(([call]) => call === name);
  }

  sets() {
    return this.named("set").map(([, name, value]) => [name, value]);
  }
}
