// A cmi5 client: launch, session, statements, state. It knows no lesson and no quiz.
//
// One session: the token is fetched once and kept for reloads; `initialized` travels alone and
// first, `terminated` last; statements wait in order and are sent again under the same ids until
// they are taken.

const VERBS = "http://adlnet.gov/expapi/verbs/";
const CMI5 = "https://w3id.org/xapi/cmi5/context/";
const RETRY = [1000, 2000, 5000, 10_000, 30_000];
const MOST = 50; // statements in one request
const MOST_KEPT = 60_000; // characters that a browser sends for a page that has gone
const JSON_TYPE = { "Content-Type": "application/json" };

const PARAMETERS = ["endpoint", "fetch", "actor", "registration", "activityId"];

// The launch parameters, null when the page was not launched.
export function launchOf(search) {
  const query = new URLSearchParams(search);
  return PARAMETERS.every(name => query.get(name)) ? Object.fromEntries(PARAMETERS.map(name => [name, query.get(name)])) : null;
}

export class Cmi5 {
  // `kept` holds texts for the length of the session; `told(state)` hears "failing", "back", "refused".
  constructor(launch, kept, told) {
    Object.assign(this, launch, { kept, told, version: "1.0.3", etag: null, tries: 0, sending: null, saving: Promise.resolve() });
    this.actor = JSON.parse(launch.actor);
    this.endpoint = launch.endpoint.replace(/\/*$/, "/");
    this.session = { queue: [], last: 0, ...JSON.parse(kept.get(launch.fetch) ?? "{}") };
  }

  keep(change) {
    Object.assign(this.session, change);
    this.kept.set(this.fetch, JSON.stringify(this.session));
  }

  // True when nothing may be sent any more: the page was reloaded or come back to after its end.
  get over() {
    return !!this.session.terminated;
  }

  // Everything that must be known before anything may be said. Throws when the platform refuses.
  async open() {
    if (!this.session.token) this.keep({ token: await this.fetchToken(), began: Date.now() });
    const [[data], [preferences], state] = await Promise.all([
      this.read(this.stateUrl("LMS.LaunchData")),
      this.read(this.url("agents/profile", { profileId: "cmi5LearnerPreferences" })).catch(() => []),
      this.load(),
    ]);
    if (!data) throw new Error("no launch data");
    this.data = data;
    this.normal = (data.launchMode ?? "Normal") === "Normal";
    if (!this.session.initialized) this.say("initialized");
    this.keep({ initialized: true });
    return { data, preferences: preferences ?? {}, state };
  }

  async fetchToken() {
    const answer = await fetch(this.fetch, { method: "POST" });
    const { "auth-token": token, "error-text": text } = await answer.json();
    if (!token) throw new Error(text ?? "no token");
    return token;
  }

  url(path, query) {
    return `${this.endpoint}${path}?${new URLSearchParams({ agent: JSON.stringify(this.actor), ...query })}`;
  }

  stateUrl(stateId) {
    const { activityId, registration } = this;
    return this.url("activities/state", { activityId, registration, stateId });
  }

  // Spoken in the version that the platform answers in.
  async ask(url, { headers, ...how } = {}) {
    const { version } = this;
    const own = { Authorization: `Basic ${this.session.token}`, "X-Experience-API-Version": version };
    const answer = await fetch(url, { cache: "no-store", ...how, headers: { ...own, ...headers } });
    if (/^2\./.test(answer.headers.get("X-Experience-API-Version"))) this.version = "2.0.0";
    return answer.status === 400 && version !== this.version ? this.ask(url, { headers, ...how }) : answer;
  }

  // A document and its tag; null when there is none.
  async read(url) {
    const answer = await this.ask(url);
    if (!answer.ok && answer.status !== 404) throw new Error(answer.status);
    return answer.ok ? [JSON.parse((await answer.text()) || "null"), answer.headers.get("ETag")] : [null, null];
  }

  async load() {
    const [state, etag] = await this.read(this.stateUrl("coursewright"));
    Object.assign(this, { etag, stored: !!state });
    return state;
  }

  // One after another, each knowing the one before. `merge` makes one of two when another device
  // has written in between.
  save(state, merge, how = {}) {
    return (this.saving = this.saving.catch(() => {}).then(() => this.store(state, merge, how)));
  }

  async store(state, merge, how) {
    if (this.stored && !this.etag && !how.keepalive) await this.load();
    const match = this.etag ? { "If-Match": this.etag } : this.stored ? {} : { "If-None-Match": "*" };
    const headers = { ...JSON_TYPE, ...match };
    const answer = await this.ask(this.stateUrl("coursewright"), { ...how, method: "PUT", headers, body: JSON.stringify(state) });
    if (answer.status === 412 && merge) return this.store(merge(await this.load()), null, how);
    if (!answer.ok) throw new Error(answer.status);
    this.etag = answer.headers.get("ETag");
    this.stored = true;
    return undefined;
  }

  // Milliseconds of this session.
  spent() {
    return Math.max(0, Date.now() - this.session.began);
  }

  // A statement in the queue. Those that cmi5 defines have no object but the activity itself.
  say(verb, result, { object, extensions, activities, judged, defined = !object } = {}) {
    const { registration, actor, activityId, data } = this;
    const template = data.contextTemplate ?? {};
    const marks = [...(defined ? ["cmi5"] : []), ...(judged ? ["moveon"] : [])];
    const category = marks.map(name => ({ objectType: "Activity", id: `${CMI5}categories/${name}` }));
    const last = Math.max(this.session.last, Date.now());
    this.keep({
      last,
      queue: [...this.session.queue, {
        id: uuid(), actor, timestamp: new Date(last).toISOString(),
        verb: { id: VERBS + verb, display: { en: verb } },
        object: object ?? { objectType: "Activity", id: activityId },
        ...(result && { result }),
        context: {
          ...template, registration,
          contextActivities: joined(template.contextActivities, { ...(category.length && { category }), ...activities }),
          extensions: { ...template.extensions, ...extensions },
        },
      }],
    });
    this.send();
  }

  send() {
    this.sending ??= this.sendAll().finally(() => (this.sending = null));
    return this.sending;
  }

  async sendAll() {
    while (this.session.queue.length && !this.halted) {
      const batch = this.session.queue.slice(0, this.session.alone ? MOST : 1);
      this.flying = batch.length;
      const taken = await this.post(batch);
      this.flying = 0;
      if (this.halted) return;
      if (!taken) await this.pause();
      else {
        this.keep({ alone: true, queue: this.session.queue.slice(batch.length) });
        if (this.tries) this.told("back");
        this.tries = 0;
      }
    }
  }

  pause() {
    if (!this.tries) this.told("failing");
    const wait = RETRY[Math.min(this.tries, RETRY.length - 1)];
    this.tries += 1;
    return new Promise(next => {
      setTimeout(next, wait);
      this.hurry = next;
    });
  }

  // Whether the statements are done with: taken, or refused so that asking again is no use.
  async post(batch) {
    const body = JSON.stringify(batch.length === 1 ? batch[0] : batch);
    const how = { method: "POST", headers: JSON_TYPE, body, keepalive: body.length < MOST_KEPT };
    try {
      const { ok, status } = await this.ask(`${this.endpoint}statements`, how);
      const final = status >= 400 && status < 500 && ![408, 429].includes(status);
      if (final && status !== 409) this.told("refused");
      return ok || final;
    } catch {
      return false;
    }
  }

  // The session ends: what is left goes out together, also while the page is being left.
  terminate() {
    if (this.over || !this.session.initialized || !this.data) return this.ending;
    this.halted = true;
    this.hurry?.();
    const flying = this.flying ?? 0;
    this.say("terminated", { duration: isoSpan(this.spent()) });
    const rest = this.session.queue.slice(flying);
    const first = this.session.alone || flying ? [] : rest.splice(0, 1);
    this.keep({ terminated: true, queue: [] });
    return (this.ending = Promise.all([first, rest].filter(batch => batch.length).map(batch => this.post(batch))));
  }
}

// What the platform gave stays; what is added stands after it.
function joined(given, added) {
  const all = { ...given };
  for (const [kind, list] of Object.entries(added)) all[kind] = [given?.[kind] ?? [], list].flat();
  return all;
}

// A random name also where the browser gives none, as on pages without encryption.
function uuid() {
  if (globalThis.crypto?.randomUUID) return crypto.randomUUID();
  const signs = [..."xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx"];
  return signs.map(sign => (sign === "x" ? Math.floor(Math.random() * 16).toString(16) : sign)).join("");
}

// ISO 8601 with two decimals.
export const isoSpan = ms => `PT${Math.floor(ms / 10) / 100}S`;
