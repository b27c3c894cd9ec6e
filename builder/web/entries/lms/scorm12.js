// The shell of a SCORM 1.2 package.
import { startShell } from "../../lms/shell.js";
import { scorm12 } from "../../trackers/scorm12.js";

startShell(scorm12);
