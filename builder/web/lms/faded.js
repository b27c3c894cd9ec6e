// A platform keeps only so much: of an answer that was typed long ago, what became of it may be all
// that is left. It is told from the record then, since an empty field must not be marked as wrong.
import { isSettled } from "../grading/outcome.js";
import { clearMarks, showVerdict } from "../questions/face.js";
import { Question } from "../questions/question.js";
import { shellWords } from "../words/lms.js";
import { words } from "../words/quiz.js";

export function tellFaded() {
  const { restore } = Question.prototype;
  Object.assign(Question.prototype, {
    restore() {
      restore.call(this);
      const { lost, ...record } = this.record ?? {};
      if (!lost) return;
      this.record = record;
      if (isSettled(record) && !record.told) tell(this);
    },
  });
}

function tell({ form, record, tries }) {
  const { right, score } = record;
  const [tone, head] = score === null ? ["saved", words.headSaved] : right ? ["ok", tries > 1 ? words.headWorked : words.headRight] : ["try", score ? words.headPart : words.headMissed];
  clearMarks(form);
  showVerdict(form, tone, head, [[shellWords.faded]]);
}
