"""A course that has been read: its catalogue, what was found wrong, and access to its texts."""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from builder.diagnostics import Report
from builder.model.course import Course
from builder.model.quiz import Quiz
from builder.model.tree import Tree
from builder.pipeline.cache import Stored
from builder.pipeline.options import Options
from builder.publish.library import Text, Words
from builder.read.files import load
from builder.render.body import Body


class Shelf:
    """The library of a read course: unpickles a text when a publisher asks for it."""

    def __init__(self, texts: Mapping[str, Stored], course: Course) -> None:
        self._texts = texts
        self._quizzes = {quiz.id: quiz.path for quiz in course.quizzes}

    def lesson(self, path: str) -> Text:
        """The lesson at `path` with its rendered body."""
        return Text(*self._open(path))

    def quiz(self, quiz_id: str) -> Quiz | None:
        """The quiz of that id, None when there is none."""
        path = self._quizzes.get(quiz_id)
        quiz: Quiz | None = self._open(path) if path else None
        return quiz

    def page(self, path: str) -> Body:
        """The rendered text of a page that is no lesson."""
        body: Body = self._open(path)
        return body

    def words(self, path: str) -> Words:
        """A lesson's part of the search data."""
        return self._texts[path].words

    def key(self, path: str) -> bytes:
        """A digest that changes when the text at `path` does."""
        return self._texts[path].key

    def _open(self, path: str) -> Any:  # noqa: ANN401 - what the unit put in
        return pickle.loads(self._texts[path].blob)  # noqa: S301 - made by this run or its cache


@dataclass(frozen=True, slots=True)
class Project:
    """What `load` returns. `changed` is how many texts had to be read anew.

    `report` holds what is wrong with the course, `plans` what is wrong with workshop plans: a
    mistake there keeps nobody from publishing the site. `stored` is what a later reading can take
    over, by path.
    """

    options: Options
    course: Course
    tree: Tree
    report: Report
    library: Shelf
    changed: int = 0
    plans: Report = field(default_factory=Report)
    stored: Mapping[str, Stored] = field(default_factory=dict)

    @property
    def findings(self) -> Report:
        """Everything that was found, in the course and in its plans."""
        return Report((*self.report, *self.plans))

    def source(self, path: str) -> str | None:
        """The text of an author's file, to show beside a finding; None when it is no text."""
        if path not in self.tree.files and path not in self.tree.plans:
            return None
        data = load(self.options.root, path).value
        return data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
