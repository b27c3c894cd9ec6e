// How far a learner is, on four levels. No DOM, no storage: `session` answers get(kind, id).
//
// A section counts as read when the learner has scrolled past its beginning; a lesson is done when
// the learner says so and not before; a module or the course is done when all its lessons are.

// "done", "started" or "".
export function lessonState(session, lesson) {
  if (session.get("done", lesson)) return "done";
  return session.get("seen", lesson) ? "started" : "";
}

// { state, done, total } of any lessons: those of a module, or of the course. `lessons`: [{ id }].
export function tally(session, lessons) {
  const states = lessons.map(lesson => lessonState(session, lesson.id));
  const done = states.filter(state => state === "done").length;
  const all = lessons.length > 0 && done === lessons.length;
  return { state: all ? "done" : states.some(Boolean) ? "started" : "", done, total: lessons.length };
}

// The ids of the sections of a lesson that were read.
export function sectionsRead(session, lesson) {
  const start = `${lesson}#`;
  return session.all("read").map(([id]) => id).filter(id => id.startsWith(start)).map(id => id.slice(start.length));
}

// Where to go on: the lesson last read when it is not done, else the first that is not, else null.
export function nextLesson(session, lessons) {
  const open = lessons.filter(lesson => !session.get("done", lesson.id));
  const last = session.get("place", "last")?.lesson;
  return open.find(lesson => lesson.id === last) ?? open[0] ?? null;
}

// Marks a lesson as begun, once.
export function begin(session, lesson) {
  if (!session.get("seen", lesson)) session.put("seen", lesson, Date.now());
}
