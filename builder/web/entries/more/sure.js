import { askHowSure, putHowSure } from "../../parts/sure.js";
export const kinds = { sure: { askHowSure, putHowSure } };
