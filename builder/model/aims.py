"""What questions aim at: sections that teach and objectives, in whichever lesson they are.

A question says `section: ANCHOR` and `objective: NAME` of the lesson that shows its quiz, or
`LESSON#ANCHOR` and `LESSON.NAME` of any lesson. The first form belongs to the quiz the question
stands in, wherever it is drawn; a bank is shown by no lesson, so it needs the second.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from builder.model.catalogue import Entry, QuizEntry, shown_quiz
from builder.model.parts import Objective


class Aim(NamedTuple):
    """What a ref names: a part of the lesson with this id, or, with "", of the quiz's own."""

    lesson: str
    name: str


def section_aim(ref: str) -> Aim:
    """`LESSON#ANCHOR` or `ANCHOR`."""
    lesson, mark, anchor = ref.partition("#")
    return Aim(lesson, anchor) if mark else Aim("", ref)


def objective_aim(ref: str) -> Aim:
    """`LESSON.NAME` or `NAME`."""
    lesson, mark, name = ref.partition(".")
    return Aim(lesson, name) if mark else Aim("", ref)


class Aims:
    """Looks up what refs name. Of two lessons with one id the first in reading order counts."""

    def __init__(self, lessons: Iterable[Entry], quizzes: Mapping[str, QuizEntry]) -> None:
        self.lessons: dict[str, Entry] = {}
        self.shown: dict[str, list[Entry]] = {}
        for entry in lessons:
            self.lessons.setdefault(entry.id, entry)
            quiz = shown_quiz(entry, quizzes)
            if quiz:
                self.shown.setdefault(quiz.id, []).append(entry)

    def owners(self, quiz: str) -> tuple[Entry, ...]:
        """The lessons that show a quiz."""
        return tuple(self.shown.get(quiz, ()))

    def section(self, quiz: str, ref: str) -> tuple[Entry, str] | None:
        """The lesson and the anchor that a question of the quiz names; None for nothing known."""
        aim = section_aim(ref)
        for entry in self._meant(quiz, aim):
            if aim.name in entry.anchors:
                return entry, aim.name
        return None

    def objective(self, quiz: str, ref: str) -> tuple[Entry, Objective] | None:
        """The lesson and the objective that a question of the quiz names."""
        found = self.objectives(quiz, ref)
        return found[0] if found else None

    def objectives(self, quiz: str, ref: str) -> list[tuple[Entry, Objective]]:
        """The same where several lessons show the quiz: each that has the objective."""
        for aim in (Aim("", ref), objective_aim(ref)):
            found = [
                (entry, objective)
                for entry in self._meant(quiz, aim)
                for objective in entry.objectives
                if objective.id == aim.name
            ]
            if found:
                return found
        return []

    def of_lesson(self, entry: Entry, ref: str) -> tuple[Entry, Objective] | None:
        """The lesson and the objective that a part of the lesson itself names."""
        aim = objective_aim(ref)
        other = self.lessons.get(aim.lesson)
        for lesson, name in ((entry, ref), (other, aim.name)):
            for objective in lesson.objectives if lesson else ():
                if objective.id == name and lesson:
                    return lesson, objective
        return None

    def _meant(self, quiz: str, aim: Aim) -> tuple[Entry, ...]:
        if not aim.lesson:
            return self.owners(quiz)
        entry = self.lessons.get(aim.lesson)
        return (entry,) if entry else ()
