// A checked answer as an xAPI statement's object and result. No DOM here.
//
// What a learner typed stays with the learner: such answers are told without their words.
import { isoSpan } from "./cmi5.js";
import { patterns } from "./patterns.js";
import { word } from "./spell.js";

const ACTIVITIES = "http://adlnet.gov/expapi/activities/";
const TYPED = ["fill-in", "long"];

// Ids stand for themselves, but for what is no id.
const names = ids => new Map(ids.map(id => [id, /^[\w.-]+$/.test(id) ? id : word(id)]));

// [result, { object, activities }] of an interaction (attempts.js) with `question` from the map.
// `course` is the address that the publisher's names of objectives begin with.
export function answered({ activity, course, language }, quiz, question, asked) {
  const { type, result, latency } = asked;
  const typed = TYPED.includes(type);
  const spelled = patterns(type, asked, names);
  const told = {
    ...(!typed && spelled.response && { response: spelled.response }),
    ...(["correct", "wrong"].includes(result) && { success: result === "correct" }),
    duration: isoSpan(latency),
  };
  const test = `${activity}/test/${encodeURIComponent(quiz)}`;
  const own = asked.id.startsWith(quiz + "/") ? asked.id.slice(quiz.length + 1) : asked.id;
  const id = `${test}/question/${encodeURIComponent(own)}`;
  const definition = {
    type: `${ACTIVITIES}cmi.interaction`, name: { [language]: asked.text || asked.id }, interactionType: spelled.type,
    ...(!typed && spelled.right.length && { correctResponsesPattern: spelled.right }),
    ...components(type, asked, question.key ?? {}, language),
  };
  const goals = asked.objectives.map(goal => thing(`${course}/objective/${encodeURIComponent(goal)}`, "objective", goal, language));
  const activities = { parent: [thing(test, "assessment", quiz, language), ...goals] };
  return [told, { object: { objectType: "Activity", id, definition }, activities }];
}

const thing = (id, type, name, language) =>
  ({ objectType: "Activity", id, definition: { type: ACTIVITIES + type, name: { [language]: name } } });

// What there was to choose from, by the property that the type of interaction has for it.
function components(type, { options, choices }, key, language) {
  const said = new Map([...(key.options ?? []), ...(key.choices ?? [])]);
  const list = ids => ids.map(id => ({ id: names([id]).get(id), description: { [language]: said.get(id) ?? id } }));
  if (type === "choice" || type === "sequencing") return { choices: list(options) };
  if (type === "likert") return { scale: list(options) };
  return type === "matching" ? { source: list(options), target: list(choices) } : {};
}
