// How a quiz went: the ring, a sentence, and where to read again.
import { copies, every, make, one, ringTo } from "../dom.js";

// `sentence` and `share` are the quiz's own way to say it.
export function showResult({ section, result, questions }, sentence, share) {
  ringTo(one(".ring", result), share);
  one(".result-line", result).textContent = sentence;
  one(".result-list", result).replaceChildren(...goals(section, questions), ...loose(questions));
}

// One line for each objective, with the sections behind what was missed.
function goals(section, questions) {
  const named = one("template.goals", section);
  return every("[data-goal]", named?.content ?? section).flatMap(goal => {
    const mine = questions.filter(question => goalsOf(question).includes(goal.dataset.goal) && question.record.score !== null);
    const right = mine.filter(reached).length;
    const links = toRead(mine);
    if (!mine.length) return [];
    return [make("li", {}, make("b", {}, `${right} of ${mine.length}: `), ...copies(goal), ...links.flatMap(link => [" ", link]))];
  });
}

// The sections behind missed questions that aim at no objective.
const loose = questions => toRead(questions.filter(question => !goalsOf(question).length)).map(link => make("li", {}, link));

const goalsOf = ({ form }) => (form.dataset.objectives ?? "").split(" ").filter(Boolean);

// In practice the first try tells; an exam has only one.
const reached = ({ record }) => record.first;

// Each section once.
function toRead(questions) {
  const links = questions.filter(question => !reached(question) && question.record.score !== null && question.reread);
  const sections = new Map(links.map(({ reread }) => [reread.getAttribute("href"), reread.textContent]));
  return [...sections].map(([href, text]) => make("a", { href }, text));
}
