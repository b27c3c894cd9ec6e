import { ordering } from "../../questions/ordering.js";
export const kinds = { ordering };
