// How far a learner is and what it is worth, from the facts of a session. No DOM here.

const percent = share => Math.round(share * 100);

const valueOf = (facts, name) => facts.get(name)?.value ?? undefined;

// { done, total, progress: 0..1, complete, score: whole percent or null, passed: true, false or null }
export function standing(facts, map) {
  const total = map.lessons.length;
  const done = map.lessons.filter(({ id }) => valueOf(facts, `done:${id}`)).length;
  const shares = map.assessments.map(({ quiz }) => shareOf(facts, quiz));
  const taken = shares.filter(share => share !== null).length;
  const complete = done === total && taken === shares.length;
  const score = map.pass !== null && taken ? percent(mean(map.assessments, shares)) : null;
  return { done, total, progress: total ? done / total : 1, complete, score, passed: score === null ? null : score >= map.pass };
}

// What an assessment came to, 0..1; null before it has a result.
export function shareOf(facts, quiz) {
  const share = valueOf(facts, `result:${quiz}`)?.share;
  return typeof share === "number" && share >= 0 && share <= 1 ? share : null;
}

// Weighted by points; what was not taken yet counts as nothing.
function mean(assessments, shares) {
  const points = assessments.map(({ points = 1 }) => points);
  const all = points.reduce((sum, n) => sum + n, 0);
  return all ? shares.reduce((sum, share, at) => sum + (share ?? 0) * points[at], 0) / all : 0;
}

// The result that counts after another one: the better one, unless the author keeps the last.
export function counting(map, quiz, before, now) {
  const assessment = map.assessments.find(known => known.quiz === quiz);
  if (!assessment || assessment.keep === "last" || typeof before?.share !== "number") return now;
  const better = typeof now?.share !== "number" || now.share < before.share;
  return better ? { ...now, share: before.share, ...("passed" in before && { passed: before.passed }) } : now;
}
