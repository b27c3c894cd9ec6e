// A lesson, with what every page has: see parts/lesson.js and entries/course.js.
import { startLessons } from "../parts/lesson.js";
import { startFrame } from "../parts/frame.js";
import { openSession } from "../session.js";

startFrame();
startLessons(openSession);
