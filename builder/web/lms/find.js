// Where the learning platform's API is. Frames of other origins refuse every access, so each step
// stands alone; only the name of the package's own version is ever asked for.

const DEPTH = 60; // frames on the way up; no platform nests deeper

// The API object, or null. `works` is the name of a function it must have: a window also hands out
// elements by their id.
export function findApi(name, works, start = globalThis) {
  return upwards(name, works, start) ?? fromOpener(name, works, start);
}

function upwards(name, works, start) {
  let at = start;
  for (let step = 0; step < DEPTH; step += 1) {
    const api = apiOf(at, name, works);
    if (api) return api;
    const above = parentOf(at);
    if (!above || above === at) return null;
    at = above;
  }
  return null;
}

// A course in a window of its own: the API is where the window was opened, or above it.
function fromOpener(name, works, start) {
  let at = start;
  for (let step = 0; step < DEPTH && at; step += 1) {
    const opener = openerOf(at);
    if (opener && opener !== at) return upwards(name, works, opener) ?? fromOpener(name, works, opener);
    const above = parentOf(at);
    at = above === at ? null : above;
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
