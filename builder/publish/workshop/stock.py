"""The texts a plan needs, taken from the course's library."""

from __future__ import annotations

from builder.model.catalogue import shown_quiz
from builder.model.workshop import Workshop
from builder.publish.publisher import Source
from builder.render.workshop.stock import LessonText, Stock, lessons_of, quizzes_of


def stock_of(source: Source, plan: Workshop) -> Stock:
    """Every lesson and quiz that a plan names, in any of its modes."""
    course, library = source.course, source.library
    quizzes = {quiz.id: quiz for quiz in course.quizzes}
    shows = {
        entry.id: quiz.id for _, entry in course.lessons() if (quiz := shown_quiz(entry, quizzes))
    }
    wanted = quizzes_of(plan)
    names = set(lessons_of(plan, course))
    names |= {lesson for lesson, quiz in shows.items() if quiz in wanted}
    texts: dict[str, LessonText] = {}
    for _, entry in course.lessons():
        if entry.id in names:
            lesson, body = library.lesson(entry.path)
            texts[entry.id] = LessonText(entry, lesson, body)
    found = {name: full for name in wanted if (full := library.quiz(name))}
    shown = {quiz: lesson for lesson, quiz in reversed(shows.items()) if quiz in found}
    return Stock(texts, found, shown)
