import { startDrag } from "../../questions/drag.js";
export const kinds = { drag: startDrag };
