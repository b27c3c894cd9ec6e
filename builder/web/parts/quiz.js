// A quiz of a lesson: its questions, what is remembered of them, and how it went.
import { every, make, one, ringTo } from "../dom.js";
import { quizOutcome, stillFits } from "../grading/outcome.js";
import { kinds, whenKnown } from "../questions/kinds.js";
import { Question } from "../questions/question.js";

export function startQuiz(section, session) {
  const forms = every(".q", section);
  whenKnown(forms.map(form => form.dataset.type), () => begin(section, forms, session));
}

function begin(section, forms, session) {
  const quiz = { section, result: one(".result", section), questions: [] };
  quiz.questions = forms.map(form => startQuestion(quiz, form, session));
  if (!forms.length) return;
  quiz.questions.at(-1).last = true;
  quiz.questions.forEach(question => question.restore());
  one(".quiz-reset", section).addEventListener("click", () => again(quiz));
  summarise(quiz);
}

function startQuestion(quiz, form, session) {
  const { record: id, fingerprint } = form.dataset;
  const memory = {
    get: () => session.get("answer", id),
    put: record => session.put("answer", id, { ...record, of: fingerprint }),
    drop: () => session.drop("answer", id),
  };
  const question = new Question(form, kinds[form.dataset.type], memory, (asked, what) => happened(quiz, asked, what));
  setAside(question, id, fingerprint, session);
  return question;
}

// An answer to another question than the one in the page is put away, and the learner is told.
function setAside(question, id, fingerprint, session) {
  const record = session.get("answer", id);
  if (!record || stillFits(record, fingerprint)) return;
  session.put("aside", `${id}/${record.of}`, record);
  session.drop("answer", id);
  question.sayChanged();
}

function happened(quiz, question, what) {
  if (what === "next") goOn(quiz, question);
  else summarise(quiz);
}

// On to the next question, then to any still open, then to the result.
function goOn({ questions, result }, question) {
  const next = questions[questions.indexOf(question) + 1] ?? questions.find(other => other.state !== "done");
  if (next) return next.focus();
  result.focus({ preventScroll: true });
  result.scrollIntoView({ block: "start" });
}

function again({ questions, result }) {
  questions.forEach(question => question.reset());
  result.hidden = true;
  questions[0].focus();
}

function summarise({ questions, result }) {
  const came = quizOutcome(questions.map(question => question.record));
  result.hidden = !came;
  if (!came) return;
  const { first, total } = came;
  ringTo(one(".ring", result), first / total);
  const part = first === total ? "All" : `${first} of`;
  one(".result-line", result).textContent = `${part} ${total} right on the first try.`;
  one(".result-list", result).replaceChildren(...toRead(questions));
}

// The sections behind questions that took more than one try, each once.
function toRead(questions) {
  const links = questions.filter(question => !question.record.first && question.reread).map(question => question.reread);
  const sections = new Map(links.map(link => [link.getAttribute("href"), link.textContent]));
  return [...sections].map(([href, text]) => make("li", {}, make("a", { href }, text)));
}
