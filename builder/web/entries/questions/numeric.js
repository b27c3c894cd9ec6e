import { numeric } from "../../questions/numeric.js";
export const kinds = { numeric };
