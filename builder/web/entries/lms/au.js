// A lesson that a platform launches by itself (cmi5).
import { openLaunched } from "../../lms/launch.js";
import { startLessons } from "../../parts/lesson.js";

startLessons(() => openLaunched());
