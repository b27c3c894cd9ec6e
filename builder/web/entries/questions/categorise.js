import { sorting } from "../../questions/sorting.js";
export const kinds = { categorise: sorting };
