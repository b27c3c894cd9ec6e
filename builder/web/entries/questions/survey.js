import { survey } from "../../questions/survey.js";
export const kinds = { survey };
