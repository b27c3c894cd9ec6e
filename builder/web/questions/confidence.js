// Confidence: a single choice, and how sure one is of it.
import { copies, every, make, one } from "../dom.js";
import { under } from "../grading/answers.js";
import { calibration, markConfidence } from "../grading/confidence.js";
import { allOrNothing } from "../grading/outcome.js";
import { words } from "../words/ungraded.js";
import { besideKey } from "./aside.js";
import { single } from "./choice.js";

const sure = form => Number(one(".certainty input:checked", form)?.value) || null;
const answer = form => ({ option: single.answer(form), sure: sure(form) });

export const confidence = {
  ...single,
  mark: markConfidence,
  score: allOrNothing,
  answer,
  put,
  missing: form => single.missing(form) ?? (sure(form) ? null : { text: words.chooseSure, field: one(".certainty input", form) }),
  solution: key => ({ option: single.solution(key) ?? null }),
  verdict,
};

// The right answer says nothing of how sure one was: that stays as it is.
function put(form, given) {
  single.put(form, under(given, "option"));
  const known = under(given, "sure");
  if (known) every(".certainty input", form).forEach(input => (input.checked = input.value === String(known)));
}

function verdict({ right }, key, form) {
  const came = calibration(answer(form), right);
  const own = came && besideKey(form, `[data-outcome="${came}"]`);
  return own ? make("span", {}, ...copies(own)) : words[came] ?? "";
}
