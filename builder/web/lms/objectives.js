// The results of single quizzes, as a platform's objectives.

export const objectiveOf = quiz => `quiz.${quiz.replaceAll("/", ".")}`;

export class Objectives {
  constructor(record) {
    Object.assign(this, { record, moved: new Set(), places: new Map() });
  }

  *write(facts) {
    const { record } = this;
    for (const quiz of [...this.moved]) {
      const id = objectiveOf(quiz);
      const at = (record.map.objectives ?? []).findIndex(objective => objective.id === id);
      const result = facts.get(`result:${quiz}`)?.value;
      this.moved.delete(quiz);
      if (at < 0 || !result) continue;
      const n = yield* this.placeOf(id, at);
      if (n === null) return;
      yield* record.put(record.changed(record.dialect.objective(n, this.outcome(id, quiz, result))));
    }
  }

  outcome(id, quiz, { share }) {
    const score = typeof share === "number" ? Math.round(share * 100) : null;
    const pass = this.record.map.assessments.find(known => known.quiz === quiz)?.pass ?? null;
    return { id, score, passed: score === null || pass === null ? null : score >= pass, complete: true };
  }

  // The number under which an objective is kept: mostly its place in the package, else looked for.
  *placeOf(id, expected) {
    if (this.places.has(id)) return this.places.get(id);
    const { line, sent } = this.record;
    const there = n => line.get(`cmi.objectives.${n}.id`) === id;
    const count = Number(line.get("cmi.objectives._count") || NaN);
    yield;
    let n = Number.isInteger(count) ? count : null;
    for (const at of n ? [Math.min(expected, n - 1), ...Array(n).keys()] : []) {
      const found = there(at);
      yield;
      if (!found) continue;
      n = at;
      sent.set(`cmi.objectives.${n}.id`, id);
      break;
    }
    if (n !== null) this.places.set(id, n);
    return n;
  }
}
