// Makes the rest of a timetable fit the minutes that are left. The rules are those of
// `builder/model/replan.py`, line by line, and a test holds the two together. No DOM here.

export const BREAK = 5;
const KEPT_FREE = 10, MOST_FREE = 25, LONGER = 10;
const SHORTENED = 10, LEFT_OUT = 40, MUST = 15, MISSING_FREE = 8;
const isPause = kind => kind === "break" || kind === "lunch";
const isBuffer = piece => piece.kind === "buffer";
const sum = (pieces, of) => pieces.reduce((total, piece) => total + of(piece), 0);

// The fewest minutes of a piece {id, kind, minutes, short, must}; `short` is null for one that
// cannot be shortened, 0 for one that may be left out.
export function least(piece) {
  const { kind, minutes, must } = piece, short = piece.short ?? null;
  if (kind === "buffer" && short === null && !must) return 0;
  if (short === null || (must && short === 0)) return minutes;
  return Math.min(short, minutes);
}

// {parts: [{id, kind, minutes, form}]} that add up to `minutes`, or {conflict: {why, blocks,
// minutes}}. Nobody works longer than `limit` without a break; `since` were worked before.
export function replan(pieces, minutes, limit, since = 0) {
  if (!pieces.length) return minutes ? conflict("long", [], 0) : { parts: [] };
  const wide = pieces.find(piece => !isPause(piece.kind) && least(piece) > limit);
  if (wide) return conflict("piece", [wide.id], limit);
  const found = search(pieces, minutes, limit, since);
  if (!found) {
    const fixed = pieces.filter(piece => least(piece)).map(piece => piece.id);
    return conflict("short", fixed, shortest(pieces, limit, since));
  }
  const rows = rowsOf(pieces, found);
  const left = spread(pieces, rows, { limit, since, minutes }, minutes - sum(rows, row => row.minutes));
  if (left) return conflict("long", [], minutes - left);
  return { parts: rows.map(({ id, kind, minutes: lasts, form }) => ({ id, kind, minutes: lasts, form })) };
}

const conflict = (why, blocks, minutes) => ({ conflict: { why, blocks, minutes } });

function choices(piece, limit) {
  const shortest = least(piece), lost = piece.minutes - shortest;
  if (isBuffer(piece)) return [[shortest, 0]];
  if (!lost) return [[piece.minutes, 0]];
  const cost = shortest ? SHORTENED + lost : LEFT_OUT + 2 * lost;
  const shorter = [shortest, cost + (piece.must ? MUST : 0)];
  return !isPause(piece.kind) && piece.minutes > limit ? [shorter] : [[piece.minutes, 0], shorter];
}

function search(pieces, minutes, limit, since) {
  let states = new Map([[`0,${since}`, { spent: 0, worked: since, cost: 0, way: null }]]);
  let rest = sum(pieces, least);
  for (const piece of pieces) {
    rest -= least(piece);
    const after = new Map();
    for (const { spent, worked, cost, way } of states.values()) {
      for (const [chosen, price] of choices(piece, limit)) {
        const step = stepOf(piece, chosen, spent, worked, limit);
        const key = `${step.spent},${step.worked}`, known = after.get(key);
        if (step.spent + rest <= minutes && (!known || cost + price < known.cost)) {
          after.set(key, { ...step, cost: cost + price, way: { before: way, minutes: chosen, pause: step.pause } });
        }
      }
    }
    states = after;
  }
  const free = wanted(pieces, minutes);
  let best = null;
  for (const { spent, cost, way } of states.values()) {
    const total = cost + MISSING_FREE * Math.max(0, free - (minutes - spent));
    if (!best || total < best.total) best = { total, way };
  }
  return best?.way ?? null;
}

function stepOf(piece, chosen, spent, worked, limit) {
  if (!chosen) return { spent, worked, pause: false };
  if (isPause(piece.kind)) return { spent: spent + chosen, worked: 0, pause: false };
  if (worked + chosen > limit) return { spent: spent + BREAK + chosen, worked: chosen, pause: true };
  return { spent: spent + chosen, worked: worked + chosen, pause: false };
}

function wanted(pieces, minutes) {
  const buffers = pieces.filter(isBuffer);
  const planned = sum(buffers, buffer => buffer.minutes);
  return Math.max(0, Math.min(planned, Math.ceil((minutes * KEPT_FREE) / 100)) - sum(buffers, least));
}

function shortest(pieces, limit, since) {
  let spent = 0, worked = since;
  for (const piece of pieces) ({ spent, worked } = stepOf(piece, least(piece), spent, worked, limit));
  let longer = spent;
  while (longer > 0 && search(pieces, longer - 1, limit, since)) longer -= 1;
  return longer;
}

function rowsOf(pieces, found) {
  const ways = [];
  for (let way = found; way; way = way.before) ways.unshift(way);
  return pieces.flatMap((piece, at) => {
    const { minutes, pause } = ways[at];
    const form = minutes === piece.minutes ? "full" : minutes ? "short" : "out";
    const row = { id: piece.id, kind: piece.kind, minutes, full: piece.minutes, form };
    return pause ? [addedRow("break", BREAK), row] : [row];
  });
}

const addedRow = (kind, minutes) => ({ id: "", kind, minutes, full: 0, form: "added" });

// Gives out the minutes that are left, and returns those that found no place.
function spread(pieces, rows, { limit, since, minutes }, spare) {
  const growing = minutes > sum(pieces, piece => piece.minutes);
  const planned = sum(pieces.filter(isBuffer), piece => piece.minutes);
  const free = () => sum(rows.filter(isBuffer), row => row.minutes);
  const give = (row, most) => {
    const given = Math.max(0, isPause(row.kind) ? most : Math.min(most, room(rows, row, limit, since)));
    row.minutes += given;
    if (given && row.form !== "added") row.form = row.full > 0 && row.minutes >= row.full ? "full" : "short";
    return given;
  };
  const buffers = rows.filter(isBuffer).reverse();
  let left = spare;
  for (const row of buffers) left -= give(row, Math.min(left, row.full - row.minutes));
  for (const row of rows) {
    if (row.form === "short" && !isBuffer(row)) left -= give(row, Math.min(left, row.full - row.minutes));
  }
  const most = growing ? Math.max(planned, Math.floor((minutes * MOST_FREE) / 100)) : minutes;
  for (const row of buffers) left -= give(row, Math.min(left, most - free()));
  if (growing) {
    for (const row of rows) if (isPause(row.kind) && row.minutes) left -= give(row, Math.min(left, LONGER));
  }
  return left ? extra(rows, left, { limit, since, most: most - free(), growing }) : 0;
}

// By how many minutes the stretch of work around a row may grow.
function room(rows, row, limit, since) {
  let worked = since, found = false;
  for (const other of rows) {
    if (isPause(other.kind) && other.minutes) {
      if (found) break;
      worked = 0;
    } else worked += other.minutes;
    found ||= other === row;
  }
  return limit - worked;
}

// What is left goes before the closing: as a buffer, or as a break where that would be too long.
function extra(rows, left, { limit, since, most, growing }) {
  const place = rows.at(-1)?.kind === "close" ? rows.length - 1 : rows.length;
  const buffer = addedRow("buffer", 0);
  rows.splice(place, 0, buffer);
  const given = Math.min(left, room(rows, buffer, limit, since), most);
  if (given > 0 && (given === left || growing)) {
    buffer.minutes = given;
    return left - given;
  }
  rows.splice(place, 1);
  if (growing) return left;
  rows.splice(place, 0, addedRow("break", left));
  return 0;
}
