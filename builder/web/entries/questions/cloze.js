import { cloze } from "../../questions/cloze.js";
export const kinds = { cloze };
