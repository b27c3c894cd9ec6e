// A workshop under way: which part is on, how long each will be, and how that stands to the plan.
// Every function takes the time of day in milliseconds; nothing here asks a clock or a page.
import { least, replan } from "./fit.js";

const MINUTE = 60_000;
const NEAR = 120 * MINUTE;
const SLIP = 15;

// `rows` are the parts as they run: {id, kind, minutes}, 0 minutes for one that is left out, no id
// for one that re-planning added. `at` is -1 before the start and the number of rows after the end.
// `since` is when the part on began, moved on by its pauses; `due` is when the workshop should end.
export function fresh(plan) {
  const rows = plan.blocks.map(({ id, kind, minutes }) => ({ id, kind, minutes }));
  return { at: -1, begun: null, since: null, paused: null, due: null, ended: null, over: 0, rows };
}

export const running = state => state.at >= 0 && state.ended === null;

export function start(state, plan, now) {
  const planned = plan.start ? Date.parse(plan.start) : NaN;
  const from = Math.abs(planned - now) <= NEAR ? planned : now;
  return enter({ ...state, begun: now, due: from + plan.minutes * MINUTE }, 0, now);
}

export function toggle(state, plan, now) {
  if (state.at < 0) return start(state, plan, now);
  if (!running(state)) return state;
  if (state.paused === null) return { ...state, paused: now };
  return { ...state, since: state.since + now - state.paused, paused: null };
}

// The next part that is not left out; after the last, the end.
export function forward(state, plan, now) {
  if (!running(state)) return state;
  const next = following(state);
  if (next < 0) return { ...state, at: state.rows.length, ended: now, paused: null };
  return enter(state, next, now);
}

export function back(state, plan, now) {
  const before = state.rows.findLastIndex((row, at) => at < state.at && row.minutes > 0);
  if (before < 0) return state;
  return fitted(enter({ ...state, ended: null }, before, now), plan, now);
}

// A minute more or less for the part on, never less than what it has had.
export function change(state, plan, now, by) {
  if (!running(state)) return state;
  const row = state.rows[state.at];
  const had = by < 0 ? Math.min(Math.ceil(elapsed(state, now) / MINUTE), row.minutes) : 1;
  const rows = state.rows.with(state.at, { ...row, minutes: Math.max(1, had, row.minutes + by) });
  return fitted({ ...state, rows }, plan, now);
}

export const skip = (state, plan, now) => (running(state) ? fitted(forward(state, plan, now), plan, now) : state);

// The rest of the plan in the time until the end that is due. Time in hand goes first, since now is
// what it was kept for; then the plan's own rules hold. The rest never grows: time to spare is
// shown, not used up.
export function fitted(state, plan, now) {
  if (!running(state)) return state;
  const gone = new Set(state.rows.slice(0, state.at + 1).map(row => row.id));
  const rest = plan.blocks.filter(block => !gone.has(block.id)).map(piece);
  const wanted = sum(rest);
  const there = Math.floor((state.due - now - Math.max(0, left(state, now))) / MINUTE + 1e-9);
  const found = fromHand(rest, wanted - there) ?? replan(rest, Math.max(0, there), plan.limit + SLIP, worked(state)).parts;
  const rows = found ?? rest.map(one => ({ ...one, minutes: there < wanted ? least(one) : one.minutes }));
  return {
    ...state,
    rows: [...state.rows.slice(0, state.at + 1), ...rows.map(({ id, kind, minutes }) => ({ id, kind, minutes }))],
    over: Math.max(0, sum(rows) - there),
  };
}

// What to show: milliseconds from now, and how many minutes late (negative: early) it will end.
export function view(state, plan, now) {
  const remaining = running(state) ? left(state, now) : 0;
  const end = state.ended ?? now + Math.max(0, remaining) + sum(state.rows.slice(state.at + 1)) * MINUTE;
  return {
    left: remaining,
    share: running(state) ? Math.min(1, elapsed(state, now) / (state.rows[state.at].minutes * MINUTE)) : 0,
    end,
    drift: state.at < 0 ? 0 : Math.round((end - state.due) / MINUTE),
    starts: starts(state, now + Math.max(0, remaining)),
  };
}

// What will be shorter than planned, left out or added in the parts to come.
export function cuts(state, plan) {
  const blocks = new Map(plan.blocks.map(block => [block.id, block]));
  return state.rows.slice(state.at + 1)
    .map(row => ({ row, block: blocks.get(row.id) }))
    .filter(({ row, block }) => !block || row.minutes < block.minutes);
}

export const elapsed = (state, now) => (state.paused ?? now) - state.since;
const left = (state, now) => state.rows[state.at].minutes * MINUTE - elapsed(state, now);
const enter = (state, at, now) => ({ ...state, at, since: now, paused: state.paused === null ? null : now });
const following = state => state.rows.findIndex((row, at) => at > state.at && row.minutes > 0);
const sum = rows => rows.reduce((all, row) => all + row.minutes, 0);
const piece = ({ id, kind, minutes, must, short }) => ({ id, kind, minutes, must, short: short?.minutes ?? null });

// The rest with so many minutes taken from the time in hand, the latest first; undefined when that
// is not enough.
function fromHand(rest, minutes) {
  let needed = Math.max(0, minutes);
  const rows = rest.map(row => ({ ...row }));
  for (const row of rows.filter(one => one.kind === "buffer").reverse()) {
    const given = Math.min(needed, row.minutes - least(row));
    row.minutes -= given;
    needed -= given;
  }
  return needed ? undefined : rows;
}

// Minutes worked since the last break, the part on included.
function worked(state) {
  const done = state.rows.slice(0, state.at + 1);
  return sum(done.slice(done.findLastIndex(row => row.kind === "break" || row.kind === "lunch") + 1));
}

// When each part to come begins.
function starts(state, from) {
  let time = from;
  return state.rows.map(({ minutes }, at) => {
    if (at <= state.at) return null;
    const begins = time;
    time += minutes * MINUTE;
    return begins;
  });
}
