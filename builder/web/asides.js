// Which kept answer belongs to which question, after an author changed the quiz. No DOM.
import { stillFits } from "./grading/outcome.js";

const quizOf = id => id.slice(0, id.lastIndexOf("/") + 1);

// `questions`: [{ kind, id, fingerprint }], all that are on the page. An answer stays with the
// question it answers, also when that question got another name within its quiz. An answer to a
// question that is no longer there as it was is put aside. Returns the `kind:id` of the questions
// whose answer was put aside, so that the learner can be told.
export function settle(session, questions) {
  const changed = new Set();
  const open = questions.filter(({ kind, id, fingerprint }) => !fits(session.get(kind, id), fingerprint));
  const loose = open.length ? strays(session, questions, open) : [];
  const moves = open.map(question => [question, take(loose, question)]).filter(([, found]) => found);
  for (const [, { kind, id }] of moves) session.drop(kind, id);
  for (const { kind, id, record } of loose.filter(({ kind, id }) => open.some(other => other.kind === kind && other.id === id))) {
    session.put("aside", `${id}/${record.of}`, record);
    session.drop(kind, id);
    changed.add(`${kind}:${id}`);
  }
  for (const [{ kind, id }, { record }] of moves) {
    session.put(kind, id, record);
    changed.delete(`${kind}:${id}`);
  }
  return changed;
}

const fits = (record, fingerprint) => !!record && stillFits(record, fingerprint);

// The answers that no question on the page holds as its own.
function strays(session, questions, open) {
  const held = new Set(questions.filter(question => !open.includes(question)).map(({ kind, id }) => `${kind}:${id}`));
  const kinds = [...new Set(open.map(({ kind }) => kind))];
  return kinds.flatMap(kind => session.all(kind).map(([id, record]) => ({ kind, id, record })))
    .filter(({ kind, id }) => !held.has(`${kind}:${id}`));
}

// The stray that answers this question, taken out of the list.
function take(loose, { kind, id, fingerprint }) {
  const at = loose.findIndex(stray => stray.kind === kind && quizOf(stray.id) === quizOf(id) && stray.record.of === fingerprint);
  return at < 0 ? null : loose.splice(at, 1)[0];
}
