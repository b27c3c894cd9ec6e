// What a quiz says that goes beyond practice.
import { count } from "./count.js";

export const words = {
  start: "Start",
  more: (minutes, instead) => `I need more time: ${count(minutes, "minute")} instead of ${instead}`,
  rules: minutes => `You have ${count(minutes, "minute")}. The clock starts when you press Start. Your answers are saved as you give them, and handed in when the time is up.`,
  left: minutes => `${count(minutes, "minute")} left`,
  seconds: seconds => `${count(seconds, "second")} left`,
  handIn: "Hand in",
  open: numbers => `Not answered yet: ${numbers.join(", ")}. Press again to hand in all the same.`,
  timeUp: "The time is up. Your answers are saved and handed in.",
  saved: "All your answers are saved.",
  scored: (earned, points, percent) => `${earned} of ${count(points, "point")}, ${percent}%.`,
  passed: "You passed.",
  notPassed: mark => `${mark}% is needed to pass.`,
  best: percent => `Your best so far: ${percent}%.`,
  attempts: left => (left ? `You can take it ${left === 1 ? "once" : left + " times"} more.` : "This was the last time you can take it."),
  sure: "How sure are you?",
  levels: ["Guessing", "Fairly sure", "Sure"],
  calibrated: { "1true": "You were guessing and got it right: read why.", "1false": "You were not sure, and you noticed it.", "3true": "You were sure, and rightly so.", "3false": "You were sure. This is one to read again." },
};
