// Where the learning platform's API is. Frames of other origins refuse every access, so each step
// stands alone; only the name of the package's own version is ever asked for.

const DEPTH = 60; // frames on the way up; no platform nests deeper
const OPENERS = 5; // windows that opened one another

// { api, win } or null. `works` is the name of a function it must have: a window also hands out
// elements by their id.
export function findApi(name, works, start = globalThis) {
  let from = start;
  for (let step = 0; step < OPENERS && from; step += 1) {
    const found = upwards(from, win => apiOf(win, name, works));
    if (found) return found;
    from = upwards(from, openerOf);
  }
  return null;
}

// The first thing that `look` finds in a window or those around it.
function upwards(start, look) {
  let at = start;
  for (let step = 0; step < DEPTH; step += 1) {
    const found = look(at);
    if (found) return found;
    const above = parentOf(at);
    if (!above || above === at) return null;
    at = above;
  }
  return null;
}

function apiOf(win, name, works) {
  try {
    const api = win[name];
    return api && works in Object(api) ? { api, win } : null;
  } catch {
    return null;
  }
}

function parentOf(win) {
  try {
    return win.parent;
  } catch {
    return null;
  }
}

function openerOf(win) {
  try {
    return win.opener;
  } catch {
    return null;
  }
}

// Whether there is any window beside this one in which an API could be.
export const hasNeighbours = (start = globalThis) => parentOf(start) !== start || !!openerOf(start);

// Some platforms install their API late. Resolves to null when `patience` milliseconds have passed.
export async function waitForApi(look, patience, pause = ms => new Promise(done => setTimeout(done, ms))) {
  for (let waited = 0; waited <= patience; waited += STEP) {
    const found = look();
    if (found) return found;
    await pause(STEP);
  }
  return null;
}

const STEP = 100;
