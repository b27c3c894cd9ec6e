// What the learner's own pages say.
import { count } from "./count.js";

const DAY = 86_400_000;

export const words = {
  left: n => `${count(n, "card")} left.`,
  again: "once more today",
  doneHead: "That is all for today",
  restHead: "Nothing is due today",
  emptyHead: "No cards yet",
  emptyLine: "Cards arrive when you start a lesson that has a quiz.",
  restLine: when => `The next card returns ${when}. You can also go through all of them now.`,
  noneLine: "You can go through all cards whenever you like.",
  offline: "The cards could not load. Check your connection, then reload the page.",
  noCards: "There are no cards to download yet.",
  ankiSaved: (n, left) => `${count(n, "card")} saved to your downloads. In Anki, choose File, then Import.` + (left ? ` Left out, as they show pictures: ${left}.` : ""),
  saved: "Saved to your downloads.",
  nameFirst: "Type your name first, then print.",
  notYet: "Not yet",
  toGo: n => `${count(n, "lesson")} to go. This is a preview.`,
  steps: (done, total) => `${done} of ${total} steps done`,
  aside: "An earlier answer. The question has changed since, so it is kept here and no longer counts.",
  gone: "From an earlier version of this course",
  downloaded: day => `Saved on ${day}`,
};

// "tomorrow", "in 5 days", and from two months on the date.
export function returns(due, now, longDate) {
  const days = Math.max(1, Math.round((due - now) / DAY));
  if (days === 1) return "tomorrow";
  return days < 60 ? `in ${days} days` : `on ${longDate(due)}`;
}
