// Reads cases {pieces, minutes, limit, since} from standard input and writes what the browser's
// code makes of each.
import { readFileSync } from "node:fs";
import { replan } from "../../builder/web/workshop/fit.js";

const cases = JSON.parse(readFileSync(0, "utf8"));
const made = cases.map(({ pieces, minutes, limit, since }) => replan(pieces, minutes, limit, since));
process.stdout.write(JSON.stringify(made));
