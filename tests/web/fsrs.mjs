// Reads histories [[[rating, time], ...], ...] and writes the cards they lead to, one per review.
import { readFileSync } from "node:fs";
import { review } from "../../builder/web/fsrs.js";

function cards(history) {
  let card = null;
  return history.map(([rating, time]) => (card = review(card, rating, time)));
}

process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0)).map(cards)));
