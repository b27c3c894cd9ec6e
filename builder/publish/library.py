"""How a publisher gets at the texts of a course, one lesson at a time."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from builder.model.lesson import Lesson
from builder.model.quiz import Quiz
from builder.render.body import Body


class Text(NamedTuple):
    """A lesson with its rendered body and the digest of the file both came from."""

    lesson: Lesson
    body: Body


class Words(NamedTuple):
    """A lesson's part of the search data, as JSON: `head` are the members `s` (summary) and `h`
    (pairs of anchor and heading), `text` a list with the text before the first heading and
    under each."""

    head: str = '"s":"","h":[]'
    text: str = "[]"


NO_WORDS = Words()


class Library(Protocol):
    """Hands out lessons, quizzes and page texts by path; a key changes when its text does.

    A whole course of texts is never in memory at once: publishers ask for what they print.
    """

    def lesson(self, path: str) -> Text:
        """The lesson at `path` with its rendered body."""

    def quiz(self, quiz_id: str) -> Quiz | None:
        """The quiz of that id, None when there is none."""

    def page(self, path: str) -> Body:
        """The rendered text of a page that is no lesson."""

    def words(self, path: str) -> Words:
        """A lesson's part of the search data."""

    def key(self, path: str) -> bytes:
        """A digest that changes when the text at `path` does."""
