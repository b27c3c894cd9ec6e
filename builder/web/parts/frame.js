// What every page has: reading settings, the way to search, printing.
import { every } from "../dom.js";
import { startOpener } from "./opener.js";
import { startPreferences } from "./preferences.js";

export function startFrame() {
  startPreferences();
  startOpener();
  for (const button of every("[data-print]")) button.addEventListener("click", () => print());
}
