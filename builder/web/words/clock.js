// What a quiz with a clock says.
import { count } from "./count.js";

export const words = {
  start: "Start",
  more: (minutes, instead) => `I need more time: ${count(minutes, "minute")} instead of ${instead}`,
  rules: minutes => `You have ${count(minutes, "minute")}. The clock starts when you press Start. Your answers are saved as you give them, and handed in when the time is up.`,
  left: minutes => `${count(minutes, "minute")} left`,
  seconds: seconds => `${count(seconds, "second")} left`,
  timeUp: "The time is up. Your answers are saved and handed in.",
};
