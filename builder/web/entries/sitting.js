import { sitting } from "../parts/sitting.js";
export const kinds = { sitting };
