// Which cards to show, and when they return. No DOM, no storage.
//
// A card is { k: name of the answer, f: fingerprint, q, x, rows, a: HTML, s: [address, title], lesson };
// what is remembered of it is a fact `card:<k>`, see fsrs.js, with the fingerprint as `of`.
import { isCard, isDue, review } from "./fsrs.js";

const NEW_AT_ONCE = 20;

// The state of a card, null for a new one and for one whose question has changed.
export function stateOf(session, card) {
  const state = session.get("card", card.k);
  return isCard(state) && state.of === card.f ? state : null;
}

// The cards of lessons that were begun, and those met before; each once, where it is first asked.
export function begun(session, lessons) {
  const cards = new Map();
  for (const { id, t, u, cards: made } of lessons) {
    const open = !!(session.get("seen", id) || session.get("done", id));
    for (const card of made) {
      if (!cards.has(card.k) && (open || session.get("card", card.k))) cards.set(card.k, { ...card, lesson: { id, t, u } });
    }
  }
  return [...cards.values()];
}

// What is due: known cards, the most overdue first, then a bearable number of new ones.
export function dueNow(session, cards, now) {
  const known = cards.filter(card => stateOf(session, card) && isDue(stateOf(session, card), now));
  const fresh = cards.filter(card => !stateOf(session, card));
  return [...known.sort((a, b) => stateOf(session, a).due - stateOf(session, b).due), ...fresh.slice(0, NEW_AT_ONCE)];
}

// When the next card returns, null when none will.
export function nextDue(session, cards, now) {
  const times = cards.map(card => stateOf(session, card)?.due).filter(due => due > now);
  return times.length ? Math.min(...times) : null;
}

export const rated = (session, card, rating, now) => ({ ...review(stateOf(session, card), rating, now), of: card.f });
