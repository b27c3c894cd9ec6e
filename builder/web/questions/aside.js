// What a key holds beside its rows: a model answer, what is said of a point or an outcome.
import { one } from "../dom.js";

// The first element of the key that fits the selector; undefined when the page has no key.
export const besideKey = (form, selector) => one("template.key", form)?.content.querySelector(selector);
