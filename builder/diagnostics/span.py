"""A place in a file that an author wrote."""

from typing import NamedTuple


class Span(NamedTuple):
    """Where something stands: `path` relative to the course root (forward slashes).

    `line` and `column` count from 1; the column counts characters, not bytes, so it agrees
    with what editors show. Line 0 means the file as a whole.
    """

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.path}:{self.line or 1}:{self.column or 1}"
