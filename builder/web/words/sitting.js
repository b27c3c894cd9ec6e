// What a quiz says that goes beyond practice.
import { count } from "./count.js";

export const words = {
  handIn: "Hand in",
  open: numbers => `Not answered yet: ${numbers.join(", ")}. Press again to hand in all the same.`,
  saved: "All your answers are saved.",
  scored: (earned, points, percent) => `${earned} of ${count(points, "point")}, ${percent}%.`,
  passed: "You passed.",
  notPassed: mark => `${mark}% is needed to pass.`,
  best: percent => `Your best so far: ${percent}%.`,
  attempts: left => (left ? `You can take it ${left === 1 ? "once" : left + " times"} more.` : "This was the last time you can take it."),
};
