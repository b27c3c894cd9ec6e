// What a question offers beside its fields: the answer, the section to read again, the button.
import { words } from "../words/quiz.js";

const TRIES_BEFORE_ANSWER = 2;

// Whether the right answer may be looked at now.
export function mayTurn({ key, kind, record, rules, state, tries, ended }) {
  if (!key || kind.final || record?.right) return false;
  if (state === "done") return rules.reveal !== "at-end" || ended;
  return state === "try" && rules.reveal === "at-once" && tries >= TRIES_BEFORE_ANSWER;
}

export function offer(question) {
  const { reveal, reread, kind, record, state, showing } = question;
  reveal.hidden = !mayTurn(question);
  reveal.textContent = showing === "key" ? words.showOwn : words.showKey;
  if (reread) reread.hidden = !["try", "done"].includes(state) || !!kind.final || !!record?.right;
}

export function label({ exam, settled, last, key, kind, state }, fresh) {
  if (settled) return last ? words.finish : words.next;
  if (exam && !kind.advance) return last ? words.toEnd : words.next;
  if (kind.label) return kind.label;
  if (!key) return words.save;
  return state === "try" && !fresh ? words.checkAgain : words.check;
}
