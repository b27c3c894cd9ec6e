// A lesson that a platform launches by itself (cmi5).
import { tellFaded } from "../../lms/faded.js";
import { openLaunched } from "../../lms/launch.js";
import { startLessons } from "../../parts/lesson.js";

tellFaded();
startLessons(() => openLaunched());
