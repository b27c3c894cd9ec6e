// A lesson inside the shell: the same parts as on the site; the shell keeps what it remembers.
import { tellFaded } from "../../lms/faded.js";
import { announce, openInside } from "../../lms/inside.js";
import { startLessons } from "../../parts/lesson.js";

const { lesson, title } = document.body.dataset;

announce(lesson, title);
tellFaded();
startLessons(openInside);
