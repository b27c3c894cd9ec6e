"""Code in fences: highlighters made once, and lines without a fence passed over."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from pygments.lexers import get_lexer_by_name
from pymdownx.highlight import Highlight, HighlightExtension
from pymdownx.superfences import SuperFencesBlockPreprocessor

if TYPE_CHECKING:
    from markdown import Markdown

NO_STYLE = ()
"""A style for Pygments without a rule: pages name classes, and what those look like is told in
our own style sheet. Pygments would go through all its rules for each piece of code."""

_FENCES = "fenced_code_block"
_FENCES_PRIORITY = 25


class SwiftHighlightExtension(HighlightExtension):  # type: ignore[misc]
    """The library's highlighting with lexers that are kept."""

    def get_pymdownx_highlighter(self) -> type[Highlight]:
        """What fences highlight with."""
        return _Highlight


class _Highlight(Highlight):  # type: ignore[misc]
    def get_lexer(self, src: str, language: str, inline: bool, stripnl: bool) -> tuple[Any, str]:
        """The lexer for a language and the language's name."""
        if known := _lexer(language, stripnl):
            return known, language
        return super().get_lexer(src, language, inline, stripnl)  # type: ignore[no-any-return]


@lru_cache(maxsize=64)
def _lexer(language: str, stripnl: bool) -> Any:  # noqa: ANN401 - Pygments has no types
    try:
        return get_lexer_by_name(language, stripnl=stripnl)
    except Exception:  # noqa: BLE001 - as the library does: any trouble means plain text
        return None


class _Fences(SuperFencesBlockPreprocessor):  # type: ignore[misc]
    def parse_whitespace(self, line: str) -> str:
        """Called for each line outside fences; only where one begins does the answer matter."""
        if "```" in line or "~~~" in line:
            return super().parse_whitespace(line)  # type: ignore[no-any-return]
        return ""


def swift_fences(md: Markdown) -> None:
    """Put our own way of finding fences in the place of SuperFences'."""
    stock = md.preprocessors[_FENCES]
    fences = _Fences(md)
    fences.config, fences.extension = stock.config, stock.extension  # type: ignore[attr-defined]
    fences.extension.superfences[0]["formatter"] = fences.highlight
    md.preprocessors.register(fences, _FENCES, _FENCES_PRIORITY)
