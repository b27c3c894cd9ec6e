// The page review.html.
import { startDeck } from "../parts/deck.js";
import { startNotice } from "../parts/notice.js";
import { openSession } from "../session.js";

openSession(document.body.dataset.course).then(session => {
  startNotice(session);
  startDeck(session);
});
