import { matching } from "../../questions/matching.js";
export const kinds = { matching };
