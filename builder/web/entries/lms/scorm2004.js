// The shell of a SCORM 2004 package.
import { startShell } from "../../lms/shell.js";
import { scorm2004 } from "../../trackers/scorm2004.js";

startShell(scorm2004);
