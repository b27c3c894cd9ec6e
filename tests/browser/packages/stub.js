// A small strict learning platform. Options stand in its page's address: `format`, `learner`,
// `mode`, `credit`, `slow` (milliseconds of each call), `late` (milliseconds until there is an API),
// `none` (no API), `plain` (no interactions), `fails` (commits do), `lie` (commits ask for that address
// and say "true").
// `calls` is everything that was said, `platform.kept` what would be there next time.
(() => {
  const query = new URLSearchParams(location.search);
  const option = name => query.get(name);
  const learner = option("learner") ?? "learner-1";
  const slot = `kept:${option("format")}:${learner}`;
  const platform = (window.platform = { kept: JSON.parse(localStorage.getItem(slot) ?? "{}"), slow: Number(option("slow") ?? 0), fails: !!option("fails"), lie: option("lie") });
  const calls = (window.calls = []);
  const data = { ...platform.kept };
  let [open, over, code] = [false, false, "0"];

  const defaults = { learner, mode: option("mode") ?? "normal", credit: option("credit") ?? "credit" };
  const own = {
    "cmi.core.student_id": defaults.learner, "cmi.learner_id": defaults.learner, "cmi.core.lesson_mode": defaults.mode, "cmi.mode": defaults.mode,
    "cmi.core.credit": defaults.credit, "cmi.credit": defaults.credit, "cmi.core.lesson_status": "not attempted", "cmi.completion_status": "unknown", "cmi.success_status": "unknown",
  };

  const keep = () => {
    platform.kept = { ...data };
    localStorage.setItem(slot, JSON.stringify(platform.kept));
    document.cookie = `saved=${calls.length}`;
  };
  const call = (name, work) => (...args) => {
    for (const end = performance.now() + platform.slow; performance.now() < end; );
    code = args.every(arg => typeof arg === "string") && args.length === { get: 1, set: 2 }[name] || !["get", "set"].includes(name) && args.length === 1 && args[0] === "" ? "0" : "201";
    const answer = code === "0" ? work(...args) : "false";
    calls.push({ name, args, answer, code, at: performance.now(), hidden: document.visibilityState });
    return answer;
  };
  const refuse = (number, answer = "false") => {
    code = number;
    return answer;
  };
  const count = name => {
    const start = name.slice(0, -"_count".length);
    return String(new Set(Object.keys(data).filter(key => key.startsWith(start)).map(key => key.slice(start.length).split(".")[0])).size);
  };
  const methods = {
    open: () => {
      if (open || over) return refuse("101");
      open = true;
      return "true";
    },
    close: () => {
      if (!open) return refuse("301");
      [open, over] = [false, true];
      keep();
      return "true";
    },
    get: name => {
      if (!open) return refuse("301", "");
      if (option("plain") && /interactions|objectives/.test(name)) return refuse("401", "");
      return name.endsWith("._count") ? count(name) : data[name] ?? own[name] ?? "";
    },
    set: (name, value) => {
      if (!open || (option("plain") && /interactions|objectives/.test(name))) return refuse("401");
      data[name] = value;
      return "true";
    },
    commit: () => {
      if (!open || platform.fails) return refuse("391");
      const request = new XMLHttpRequest();
      request.open("POST", platform.lie ?? "save", false);
      request.send("{}");
      if (!platform.lie) keep();
      return "true";
    },
  };
  const made = Object.fromEntries(Object.entries(methods).map(([name, work]) => [name, call(name, work)]));
  const { open: begin, close, get, set, commit } = made;
  const error = () => code;
  const install = () => {
    if (option("none")) return;
    if (option("format") === "scorm2004") window.API_1484_11 = { Initialize: begin, Terminate: close, GetValue: get, SetValue: set, Commit: commit, GetLastError: error };
    else window.API = { LMSInitialize: begin, LMSFinish: close, LMSGetValue: get, LMSSetValue: set, LMSCommit: commit, LMSGetLastError: error };
  };
  if (option("late")) setTimeout(install, Number(option("late")));
  else install();
})();
