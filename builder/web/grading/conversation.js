// Conversations: `answer` is the list of the ids of the replies given so far. The same rules as in
// builder/model/grading/conversation.py. See choice.js.
//
// A row of the key is a reply: spec { turn, to (null where it ends), points, good (loses nothing),
// loop (number of the turn's loop, 0 for none), inside (stays in it) }; the first row's spec also
// holds { full, way }: what the best way earns, and its replies.
import { texts } from "./answers.js";

// The replies that fit, and the turn that still waits for one.
function walk(key, answer) {
  const taken = [];
  let here = key[0]?.spec.turn;
  for (const name of texts(answer)) {
    const reply = key.find(({ id, spec }) => id === name && spec.turn === here);
    if (!reply) break;
    taken.push(reply);
    here = reply.spec.to;
  }
  return { taken, here };
}

export function markConversation(key, answer) {
  const { taken, here } = walk(key, answer);
  const been = new Set(taken.map(({ spec }) => spec.loop));
  return key.map(row => {
    const { turn, points, good, loop, inside } = row.spec;
    const waiting = turn === here;
    const chosen = taken.includes(row);
    const missed = waiting || (points > 0 && inside && been.has(loop));
    return { id: row.id, chosen, ok: chosen ? good && !waiting : !missed };
  });
}

export function conversationScore(key, marks) {
  const full = key[0]?.spec.full;
  if (!full) return null;
  return Math.min(1, earned(key, marks) / full);
}

export const earned = (key, marks) =>
  key.reduce((sum, { spec }, at) => sum + (marks[at].chosen ? spec.points : 0), 0);

export const bestWay = key => key[0]?.spec.way ?? [];
