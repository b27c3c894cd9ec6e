// The review page: one card at a time, its answer, and how well it was known.
import { ankiFile } from "../anki.js";
import { every, longDate, make, one } from "../dom.js";
import { download } from "../download.js";
import { begun, dueNow, nextDue, rated } from "../deck.js";
import { AGAIN } from "../fsrs.js";
import { returns, words } from "../words/learner.js";
import { lessonsWith, makeWork } from "./work.js";

export async function startDeck(session) {
  const { base } = document.body.dataset;
  const work = makeWork(base);
  const deck = new Deck(one(".deck"), session, base);
  try {
    await work.open();
    await work.bring(id => session.get("seen", id) || session.get("done", id));
  } catch {
    return (one(".deck-count").textContent = words.offline);
  }
  deck.cards = begun(session, lessonsWith(work));
  return deck.start(dueNow(session, deck.cards, Date.now()));
}

const list = rows => (rows.length ? `<ul>${rows.map(row => "<li>" + row + "</li>").join("")}</ul>` : "");

class Deck {
  constructor(root, session, base) {
    Object.assign(this, { root, session, base, cards: [], queue: [], seen: 0 });
    this.flip = one(".flip", root);
    this.flip.addEventListener("click", () => this.answer());
    one(".grades", root).addEventListener("click", ({ target }) => this.rate(target.closest("button")));
    one(".practise", root).addEventListener("click", () => this.practise());
    one(".anki", root).addEventListener("click", () => this.save());
  }

  start(queue) {
    Object.assign(this, { queue, seen: 0 });
    this.next();
  }

  practise() {
    this.start(this.cards);
    one("h2", this.root).focus();
  }

  next() {
    const [card] = this.queue;
    one(".flash", this.root).hidden = !card;
    one(".own-empty", this.root).hidden = !!card;
    one(".deck-count", this.root).textContent = card ? words.left(this.queue.length) : "";
    if (card) this.show(card);
    else this.rest();
  }

  show(card) {
    one(".flash-from", this.root).textContent = card.lesson.t;
    this.fill(one("#_flash-front"), card.q, card);
    this.fill(one(".flash-ask", this.root), card.x ?? "", card);
    one(".flash-rows", this.root).replaceChildren(...card.rows.map(row => this.fill(make("li"), row, card)));
    this.fill(one(".flash-back .key", this.root), card.a, card);
    const link = one(".flash-back a", this.root);
    link.href = new URL(card.s[0] || "#_main", this.home(card));
    for (const part of every(".flash-back, .grades", this.root)) part.hidden = true;
    this.flip.hidden = false;
  }

  home(card) {
    return new URL(`${this.base}/${card.lesson.u}`, document.baseURI);
  }

  // Addresses in a card are as its lesson's page would have them.
  fill(element, html, card) {
    element.innerHTML = html;
    for (const name of ["href", "src"]) {
      for (const part of every(`[${name}]`, element)) part.setAttribute(name, new URL(part.getAttribute(name), this.home(card)));
    }
    return element;
  }

  answer() {
    const now = Date.now();
    for (const button of every("[data-rating]", this.root)) {
      const { due } = rated(this.session, this.queue[0], +button.dataset.rating, now);
      one("small", button).textContent = +button.dataset.rating === AGAIN ? words.again : returns(due, now, longDate);
    }
    const back = one(".flash-back", this.root);
    back.hidden = one(".grades", this.root).hidden = false;
    this.flip.hidden = true;
    back.focus();
  }

  rate(button) {
    if (!button) return;
    const card = this.queue.shift();
    const rating = +button.dataset.rating;
    this.session.put("card", card.k, rated(this.session, card, rating, Date.now()));
    if (rating === AGAIN) this.queue.push(card);
    this.seen += 1;
    this.next();
    one(this.queue.length ? "#_flash-front" : ".own-empty h2", this.root).focus();
  }

  rest() {
    const [head, line] = this.said();
    const box = one(".own-empty", this.root);
    one("h2", box).textContent = head;
    one("p", box).textContent = line;
    one(".practise", box).hidden = !this.cards.length;
  }

  said() {
    if (!this.cards.length) return [words.emptyHead, words.emptyLine];
    const now = Date.now();
    const due = nextDue(this.session, this.cards, now);
    const line = due ? words.restLine(returns(due, now, longDate)) : words.noneLine;
    return [this.seen ? words.doneHead : words.restHead, line];
  }

  save() {
    const { course } = document.body.dataset;
    const status = one(".own-status", this.root);
    // A text file carries no pictures.
    const texts = this.cards.map(card => [card.q + (card.x ?? "") + list(card.rows), card.a, card.lesson.id])
      .filter(([front, back]) => !/<(img|svg)/.test(front + back));
    if (!texts.length) return (status.textContent = words.noCards);
    download(`${course}-anki.txt`, ankiFile(one(".home span").textContent, texts));
    status.textContent = words.ankiSaved(texts.length, this.cards.length - texts.length);
    return status;
  }
}
