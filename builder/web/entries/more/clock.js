import { makeClock } from "../../parts/clock.js";
import { startPanel } from "../../parts/panel.js";
import { words } from "../../words/clock.js";
export const kinds = { clock: { makeClock, startPanel, timeUp: words.timeUp } };
