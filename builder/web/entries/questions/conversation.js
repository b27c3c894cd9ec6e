import { conversation } from "../../questions/conversation.js";
export const kinds = { conversation };
