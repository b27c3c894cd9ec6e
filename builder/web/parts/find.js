// Ranks the search data against words. No DOM here.
//
// A lesson is { t: title, u: address, m: module number, s: summary, h: [[anchor, heading]], g: tags };
// `texts` maps its address to its text in pieces: before the first heading, then under each.

const LIMIT = 12;

export const fold = text => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

export const terms = query => fold(query).split(/[^\p{L}\p{N}]+/u).filter(Boolean);

// The best places, each { lesson, anchor, heading, text, points }: one per lesson.
export function find(query, lessons, texts) {
  const wanted = terms(query);
  if (!wanted.length) return [];
  const hits = lessons.map(lesson => best(lesson, texts[lesson.u] ?? [], wanted)).filter(Boolean);
  return hits.sort((a, b) => b.points - a.points).slice(0, LIMIT);
}

// All words must occur somewhere in the lesson; where they are densest is where the link leads.
function best(lesson, pieces, wanted) {
  const head = score(lesson.t, wanted, 12) + score(lesson.g.join(" "), wanted, 6) + score(lesson.s, wanted, 3);
  const places = placesOf(lesson, pieces).map(place => ({ ...place, points: placeScore(place, wanted) }));
  const all = fold([lesson.t, lesson.s, ...lesson.g, ...places.map(place => `${place.heading} ${place.text}`)].join(" "));
  if (!wanted.every(word => all.includes(word))) return null;
  const place = places.reduce((top, next) => (next.points > top.points ? next : top));
  const text = holds(place.text, wanted) || !lesson.s ? place.text : lesson.s;
  return { lesson, anchor: place.anchor, heading: place.heading, text, points: head + place.points };
}

// The lesson's beginning counts a little more than a section with as many hits.
function placesOf(lesson, pieces) {
  const start = { anchor: "", heading: "", text: pieces[0] ?? "" };
  return [start, ...lesson.h.map(([anchor, heading], at) => ({ anchor, heading, text: pieces[at + 1] ?? "" }))];
}

const placeScore = ({ heading, text }, wanted) => score(heading, wanted, 6) + Math.min(5, occurrences(text, wanted));

const score = (text, wanted, points) => {
  const folded = fold(text);
  return wanted.filter(word => folded.includes(word)).length * points;
};

function occurrences(text, wanted) {
  const folded = fold(text);
  return wanted.reduce((sum, word) => sum + folded.split(word).length - 1, 0);
}

const holds = (text, wanted) => occurrences(text, wanted) > 0;

// A few words around the first hit, cut between words: [[text, hit?], ...].
export function excerpt(text, query, length = 150) {
  const wanted = terms(query);
  const at = firstHit(text, wanted);
  const from = at < 60 ? 0 : text.indexOf(" ", at - 50) + 1;
  const until = from + length >= text.length ? text.length : text.lastIndexOf(" ", from + length);
  const cut = `${from ? "… " : ""}${text.slice(from, until)}${until < text.length ? " …" : ""}`;
  return marked(cut, wanted);
}

function firstHit(text, wanted) {
  const places = wanted.map(word => fold(text).indexOf(word)).filter(at => at >= 0);
  return places.length ? Math.min(...places) : 0;
}

function marked(text, wanted) {
  const pieces = text.split(/([\p{L}\p{N}\p{M}]+)/u);
  return pieces.filter(Boolean).map(piece => [piece, wanted.some(word => fold(piece).startsWith(word))]);
}
