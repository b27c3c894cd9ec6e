// What hotspot and highlight share: any number of native checkboxes, or one radio, picked.
import { multiple } from "./choice.js";
import { words } from "../words/quiz.js";

export const picking = { ...multiple, verdict };

// Where one place is all there is to find, there is nothing to count.
function verdict(result, key) {
  const { right, good, wrong } = result;
  if (key.filter(row => row.right).length > 1 || good + wrong > 1) return multiple.verdict(result, key);
  return right ? "" : words.lookAgain;
}
