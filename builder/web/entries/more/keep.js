import { saveNote, saveReminder } from "../../parts/keep.js";
export const kinds = { keep: { saveNote, saveReminder } };
