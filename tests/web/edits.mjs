// Replays histories of a quiz: [{ versions: [{ questions: [[id, fingerprint]], answered: [[id, mark]] }] }].
// Writes, for every version, what a learner sees: { shown: {id: mark}, changed: [ids], aside: [marks] }.
import { readFileSync } from "node:fs";
import { settle } from "../../builder/web/asides.js";
import { openSession } from "../../builder/web/session.js";
import { memoryTracker } from "../../builder/web/trackers/memory.js";

async function replay({ versions }) {
  const kept = new Map();
  const seen = [];
  for (const { questions, answered } of versions) {
    const session = await openSession("course", [async () => memoryTracker(kept)]);
    const asked = questions.map(([id, fingerprint]) => ({ kind: "answer", id: `quiz/${id}`, fingerprint }));
    const changed = settle(session, asked);
    const shown = questions.map(([id]) => [id, session.get("answer", `quiz/${id}`)?.answer]).filter(([, mark]) => mark !== undefined);
    const aside = session.all("aside").map(([, record]) => record.answer);
    seen.push({ shown: Object.fromEntries(shown), changed: [...changed].map(name => name.slice("answer:quiz/".length)), aside });
    for (const [id, mark] of answered) {
      const { fingerprint } = asked.find(question => question.id === `quiz/${id}`);
      session.put("answer", `quiz/${id}`, { answer: mark, of: fingerprint });
    }
  }
  return seen;
}

process.stdout.write(JSON.stringify(await Promise.all(JSON.parse(readFileSync(0)).map(replay))));
