import { sorting } from "../../questions/sorting.js";
export const kinds = { matrix: sorting };
