"""The map of a course that the scripts of a package read: what there is, and where it is kept."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from builder.model.catalogue import Entry
from builder.model.course import Course
from builder.model.questions import Question
from builder.model.quiz import Reveal
from builder.publish.lms.names import encoded
from builder.publish.lms.presets import Preset
from builder.publish.lms.scos import Assessment, Sco
from builder.publish.lms.slots import Book, Slots
from builder.render.keys import question_key
from builder.render.pages import LessonPage
from builder.render.questions import QuestionView
from builder.render.search import text_of

if TYPE_CHECKING:
    from builder.publish.lms.pages import Pages

LONGEST_TEXT = 250
"""Characters of a question's description that every platform keeps (SCORM 2004 RTE 4.2.9)."""
MOST_OBJECTIVES = 100
"""How many objectives a platform has to keep (SCORM 2004 RTE 4.2.17)."""

Json = dict[str, Any]


def objective_id(assessment: Assessment) -> str:
    """The identifier under which the result of an assessment is kept as an objective."""
    return f"quiz.{encoded(assessment.quiz.id)}"


class Atlas:
    """Makes the maps of a course's parts. `pages` gives what a lesson's page shows."""

    def __init__(self, course: Course, pages: Pages, book: Book) -> None:
        self.course = course
        self.pages = pages
        self.book = book
        self._asked: dict[str, Json] = {}

    def map(self, sco: Sco, form: str, preset: Preset) -> Json:
        """The map of one part, ready for JSON. `form` is the name of the output."""
        modules = [module.id for module in sco.modules]
        slots = self.slots(sco)
        return {
            "course": self.course.id,
            "title": sco.title,
            "version": self.course.version,
            "format": form,
            "sco": sco.id,
            "pass": sco.mark,
            "preset": preset.told(self.course.lms.exit),
            "modules": [{"id": module.id, "title": module.title} for module in sco.modules],
            "lessons": [
                self._lesson(entry, modules.index(module.id), sco, slots)
                for module in sco.modules
                for entry in module.lessons
                if entry in sco.lessons
            ],
            "questions": self._questions(sco, slots),
            "quizzes": slots.quizzes,
            "assessments": [self._assessment(one) for one in sco.assessments],
            "objectives": objectives(sco),
            "retired": slots.retired,
        }

    def slots(self, sco: Sco) -> Slots:
        """Where a learner's record keeps what this part consists of."""
        return self.book.slots(tuple(entry.id for entry in sco.lessons))

    def _lesson(self, entry: Entry, module: int, sco: Sco, slots: Slots) -> Json:
        quiz = self.pages.quiz_of(entry)
        return {
            "id": entry.id,
            "url": self.pages.address(entry.url),
            "title": entry.title,
            "module": module,
            "minutes": entry.minutes,
            "slot": slots.lesson(entry.id),
            "sections": [list(section) for section in entry.sections],
            "quiz": quiz.id if quiz else None,
            "assessment": any(one.lesson.path == entry.path for one in sco.assessments),
            "asks": list(self.asked(entry)),
        }

    def _questions(self, sco: Sco, slots: Slots) -> Json:
        """Every question of this part by the name of its answer."""
        shown: dict[str, list[tuple[str, Json]]] = {}
        for entry in sco.lessons:
            quiz = self.pages.quiz_of(entry)
            for record, facts in self.asked(entry).items():
                shown.setdefault(record, []).append((quiz.id if quiz else "", facts))
        return {
            record: {**slots.question(record), **_merged(record, places)}
            for record, places in shown.items()
        }

    def asked(self, entry: Entry) -> Json:
        """What a lesson may ask, by the name of the learner's answer."""
        if entry.path not in self._asked:
            self._asked[entry.path] = dict(_asked(self.pages.page_of(entry)))
        return self._asked[entry.path]

    def _assessment(self, one: Assessment) -> Json:
        return {
            "quiz": one.quiz.id,
            "lesson": one.lesson.id,
            "pass": one.mark,
            "keep": str(one.keep),
            "points": one.points,
        }


def _merged(record: str, places: list[tuple[str, Json]]) -> Json:
    """A question as its own quiz shows it, else the first that draws it. A quiz that keeps its key
    to itself shows it in another form: then `in` tells the fingerprint there."""
    own = [facts for quiz, facts in places if record.startswith(f"{quiz}/")]
    facts: Json = dict((own or [places[0][1]])[0])
    elsewhere = {quiz: other["of"] for quiz, other in places if other["of"] != facts["of"]}
    return {**facts, "in": elsewhere} if elsewhere else facts


def objectives(sco: Sco) -> list[dict[str, str]]:
    """What a platform keeps a result of besides the whole: each assessment."""
    found = sco.assessments[:MOST_OBJECTIVES]
    return [{"id": objective_id(one), "text": one.quiz.title or one.lesson.title} for one in found]


def _asked(page: LessonPage) -> Iterator[tuple[str, Json]]:
    view = page.quiz_view
    if view is None or page.quiz is None:
        return
    keyless = page.quiz.policy.reveal is Reveal.NEVER
    known = dict(_by_record(page))
    for shown in view.asked:
        yield shown.record, _facts(shown, known[shown.record], page.entry, keyless)


def _facts(shown: QuestionView, question: Question, entry: Entry, keyless: bool) -> Json:
    return {
        "type": shown.type,
        "of": shown.fingerprint,
        "points": question.points,
        "lesson": entry.id,
        "objectives": list(shown.objectives),
        "text": text_of(shown.prompt)[:LONGEST_TEXT],
        "key": question_key(question, keyless=keyless),
    }


def _by_record(page: LessonPage) -> Iterator[tuple[str, Question]]:
    drawn = (quiz for pool in page.pools for quiz in pool.quizzes)
    for quiz in filter(None, (page.quiz, *drawn)):
        for question in quiz.questions:
            yield f"{quiz.id}/{question.id}", question
