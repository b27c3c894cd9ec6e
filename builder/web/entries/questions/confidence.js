import { confidence } from "../../questions/confidence.js";
export const kinds = { confidence };
