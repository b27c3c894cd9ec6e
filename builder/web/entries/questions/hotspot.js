import { hotspot } from "../../questions/hotspot.js";
export const kinds = { hotspot };
