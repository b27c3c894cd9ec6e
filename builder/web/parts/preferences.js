// Reading settings: theme, size and typeface, kept for every course this browser reads.
import { every, one } from "../dom.js";

// The head of every page reads the same keys before anything is drawn.
const keyOf = name => `coursewright:${name}`;

export function startPreferences() {
  const panel = one("#_prefs");
  if (!panel) return;
  for (const input of every("input", panel)) input.checked = stored(input.name) === input.value;
  panel.addEventListener("change", ({ target }) => apply(target.name, target.value));
}

const stored = name => document.documentElement.getAttribute(`data-${name}`) ?? "";

function apply(name, value) {
  const root = document.documentElement;
  if (value) root.setAttribute(`data-${name}`, value);
  else root.removeAttribute(`data-${name}`);
  try {
    if (value) localStorage.setItem(keyOf(name), value);
    else localStorage.removeItem(keyOf(name));
  } catch {
    // Blocked storage: the setting holds for this page.
  }
}
