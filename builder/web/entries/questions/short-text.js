import { shortText } from "../../questions/short-text.js";
export const kinds = { "short-text": shortText };
