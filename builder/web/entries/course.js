// Every page: reading settings, the way to search, printing.
import { every } from "../dom.js";
import { startOpener } from "../parts/opener.js";
import { startPreferences } from "../parts/preferences.js";

startPreferences();
startOpener();
for (const button of every("[data-print]")) button.addEventListener("click", () => print());
