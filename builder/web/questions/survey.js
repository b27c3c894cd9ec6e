// Surveys: a scale for each statement. Whatever is chosen is kept, and nothing is marked.
import { copies, make, one } from "../dom.js";
import { markSurvey } from "../grading/survey.js";
import { words } from "../words/ungraded.js";
import { besideKey } from "./aside.js";
import { place, placed } from "./scale.js";

export const survey = {
  mark: markSurvey,
  score: () => null,
  final: true,
  drafts: true,
  label: words.save,
  ok: "",
  miss: "",
  head: () => words.noted,
  answer: placed,
  put: place,
  reset: form => form.reset(),
  missing: form => (one("input:checked", form) ? null : { text: words.choosePoint, field: one("input", form) }),
  chosen: form => one("input:checked", form),
  solution: () => ({}),
  rowTells: () => true,
  why: () => null,
  verdict: (result, key, form) => said(form),
};

// What is said to whoever picks a certain point of a scale that is asked once.
function said(form) {
  const [point] = Object.values(placed(form));
  const text = point && besideKey(form, `[data-point="${CSS.escape(point)}"]`);
  return text ? make("span", {}, ...copies(text)) : "";
}
