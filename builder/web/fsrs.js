// When a card comes back: FSRS-6 (free spaced repetition scheduler) with its published weights,
// whole days, no steps of minutes, no chance. No DOM, no storage.
//
// A card is { stability, difficulty, last, due }: the days after which it is remembered with nine
// chances in ten, how hard it is (1 to 10), and two times in milliseconds.

export const AGAIN = 1;
export const HARD = 2;
export const GOOD = 3;
export const EASY = 4;

const DAY = 86_400_000;
const LONGEST = 36_500; // days
const LEAST_STABLE = 0.001;
const RETENTION = 0.9;
const W = [
  0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629,
  1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
];
const DECAY = -W[20];
const FACTOR = 0.9 ** (1 / DECAY) - 1;

const within = (least, most, value) => Math.min(most, Math.max(least, value));
const isNumber = Number.isFinite;

// Whether a stored value is a card that can be reckoned with.
export const isCard = card => isNumber(card?.due) && isNumber(card.last) && card.stability >= LEAST_STABLE && card.stability < 1e9
  && within(1, 10, card.difficulty) === card.difficulty;

// A new card is due at once. A card whose last review lies ahead was made by a clock that ran fast.
export const isDue = (card, now) => !card || card.due <= now || card.last > now + DAY;

// The card after a review; `card` is null the first time.
export function review(card, rating, now) {
  const stability = Math.max(LEAST_STABLE, card ? nextStability(card, rating, now) : W[rating - 1]);
  const difficulty = within(1, 10, card ? nextDifficulty(card.difficulty, rating) : firstDifficulty(rating));
  return { stability, difficulty, last: now, due: now + interval(stability) * DAY };
}

const interval = stability => within(1, LONGEST, Math.round((stability / FACTOR) * (RETENTION ** (1 / DECAY) - 1)));

const firstDifficulty = rating => W[4] - Math.exp(W[5] * (rating - 1)) + 1;

function nextDifficulty(difficulty, rating) {
  const damped = difficulty + ((10 - difficulty) * -W[6] * (rating - 3)) / 9;
  return W[7] * firstDifficulty(EASY) + (1 - W[7]) * damped;
}

function nextStability(card, rating, now) {
  const days = Math.floor((now - card.last) / DAY);
  if (days < 1) return sameDay(card.stability, rating);
  const recall = (1 + (FACTOR * days) / card.stability) ** DECAY;
  return rating === AGAIN ? forgotten(card, recall) : remembered(card, rating, recall);
}

function sameDay(stability, rating) {
  const growth = Math.exp(W[17] * (rating - 3 + W[18])) * stability ** -W[19];
  return stability * (rating === AGAIN ? growth : Math.max(1, growth));
}

function forgotten({ stability, difficulty }, recall) {
  const long = W[11] * difficulty ** -W[12] * ((stability + 1) ** W[13] - 1) * Math.exp((1 - recall) * W[14]);
  return Math.min(long, stability / Math.exp(W[17] * W[18]));
}

function remembered({ stability, difficulty }, rating, recall) {
  const gain = Math.exp(W[8]) * (11 - difficulty) * stability ** -W[9] * (Math.exp((1 - recall) * W[10]) - 1);
  return stability * (1 + gain * ({ [HARD]: W[15], [EASY]: W[16] }[rating] ?? 1));
}
