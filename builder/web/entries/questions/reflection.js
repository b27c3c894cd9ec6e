import { reflection } from "../../questions/reflection.js";
export const kinds = { reflection };
