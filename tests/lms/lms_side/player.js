// The LMS's page. `setup` (from setup.js) says what to launch, with which data and which troubles.
// Between the API of scorm-again and the SCO stands a recorder; what it saw goes to the server.

const OLD = {
  Initialize: "LMSInitialize", Terminate: "LMSFinish", GetValue: "LMSGetValue",
  SetValue: "LMSSetValue", Commit: "LMSCommit", GetLastError: "LMSGetLastError",
  GetErrorString: "LMSGetErrorString", GetDiagnostic: "LMSGetDiagnostic",
};
const calls = [];
let number = 0;
let leaving = false;
const last = { SetValue: -1, Commit: -1 }; // the number of the last call of each kind

/** Hand the calls seen so far to the server; survives that this page goes away. */
function hand_over() {
  if (!navigator.onLine && !leaving) return; // it would be lost
  if (calls.length) navigator.sendBeacon("calls", JSON.stringify(calls.splice(0)));
}
setInterval(hand_over, 40);
addEventListener("pagehide", () => { leaving = true; hand_over(); });

function busy(ms) {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

/** What this LMS does with a call before scorm-again sees it: undefined, or an answer and a code. */
function trouble(name, args) {
  const value = String(args[1]);
  if (name === "SetValue" && setup.suspendLimit && args[0] === "cmi.suspend_data"
    && value.length > setup.suspendLimit) return ["false", "405"];
  if (name === "GetValue" && setup.noInteractions && /interactions/.test(args[0])) return ["", "401"];
  if (name === "SetValue" && setup.noInteractions && /interactions/.test(args[0])) {
    return ["false", "401"];
  }
  if (name === "Commit" && setup.failCommits) return ["false", setup.failCommits];
  if (name === "Initialize" && setup.failInitialize) return ["false", "101"];
  return undefined;
}

/** The API as the SCO sees it: everything it is asked for is written down. */
function recorded(real, standard) {
  const api = {};
  let code = null;
  for (const [name, old] of Object.entries(OLD)) {
    const known = standard === "1.2" ? old : name;
    api[known] = function (...args) {
      const began = performance.now();
      let result;
      if (name === "GetLastError" && code !== null) result = code;
      else {
        const own = trouble(name, args);
        if (!/^Get(LastError|ErrorString|Diagnostic)$/.test(name)) code = own ? own[1] : null;
        if (name === "Commit" && setup.slow) busy(setup.slow);
        result = own ? own[0] : real[known](...args);
      }
      last[name] = number;
      calls.push({
        n: number++, name, known, standard,
        args: args.map(a => String(a)), types: args.map(a => typeof a),
        result: String(result), code: String(code ?? real[standard === "1.2" ? "LMSGetLastError" : "GetLastError"]()),
        at: Math.round(began), ms: Math.round((performance.now() - began) * 10) / 10,
        hidden: document.visibilityState === "hidden", leaving,
      });
      if (leaving) hand_over();
      return result;
    };
  }
  return api;
}

function lms(standard) {
  const Api = standard === "1.2" ? window.Scorm12API : window.Scorm2004API;
  const real = new Api({
    lmsCommitUrl: "commit", dataCommitFormat: "json", logLevel: 5, uninitializedGetLogLevel: 5,
    scoItemIds: [], strict_errors: true,
  });
  real.loadFromJSON(structuredClone(setup.cmi));
  return recorded(real, standard);
}

function offer(where) {
  if (setup.missing) return;
  const both = setup.both ? ["1.2", "2004"] : [setup.standard];
  for (const standard of both) {
    const api = lms(standard);
    where[standard === "1.2" ? "API" : "API_1484_11"] = api;
  }
}

/** The frame for the SCO, below as many frames as asked for. */
function stage() {
  let home = document;
  for (let depth = 0; depth < (setup.nest || 0); depth++) {
    const frame = home.createElement("iframe");
    home.body.append(frame);
    const style = frame.contentDocument.createElement("style");
    style.textContent = "html,body,iframe{width:100%;height:100%;margin:0;border:0}";
    frame.contentDocument.head.append(style);
    home = frame.contentDocument;
  }
  const frame = home.createElement("iframe");
  frame.name = "sco";
  frame.id = "sco";
  home.body.append(frame);
  return frame;
}

/** Called by the SCO's window before its own handlers: from now on browsers refuse commits. */
window.scoLeaves = () => { leaving = true; hand_over(); };

if (setup.late) setTimeout(() => offer(window), setup.late);
else offer(window);
if (setup.popup) window.launched = open(setup.launch, "sco", "width=1000,height=800");
else window.frameOfSco = stage();
if (window.frameOfSco) window.frameOfSco.src = setup.launch;
