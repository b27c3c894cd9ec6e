import { highlight } from "../../questions/highlight.js";
export const kinds = { highlight };
