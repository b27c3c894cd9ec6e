// Surveys: `answer` gives each row's id the id of a point of the scale. Nothing is wrong.
// Every row of the key tells the scale: spec { points }. See choice.js.
import { under } from "./answers.js";

export const markSurvey = (key, answer) =>
  key.map(({ id, spec }) => ({ id, chosen: spec.points.includes(under(answer, id)), ok: true }));
