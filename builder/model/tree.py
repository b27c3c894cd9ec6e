"""What lies in the course folder: names and sizes, no contents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Tree:
    """The files of a course, by path relative to its root with forward slashes.

    `content` is the folder of lessons ("content", or "" for a bare folder of Markdown) and
    `quizzes` that of quizzes ("quizzes", or "" when there is none). `files` maps every file below
    both to its size in bytes, symlinks excluded; `refused` lists the paths that were left out
    (symlinks, special files, names no page can have) with the reason.

    `plans` are the files of the folder of workshop plans, which no site is made from and which
    `files` therefore does not hold.
    """

    content: str
    quizzes: str
    files: Mapping[str, int] = field(default_factory=dict)
    refused: tuple[tuple[str, str], ...] = ()
    plans: Mapping[str, int] = field(default_factory=dict)
