"""Small steps that look first whether there is anything for them to do."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from markdown.extensions.attr_list import AttrListTreeprocessor
from markdown.preprocessors import NormalizeWhitespace
from markdown.treeprocessors import UnescapeTreeprocessor
from markdown.util import ETX, STX

if TYPE_CHECKING:
    from markdown import Markdown


class _Whitespace(NormalizeWhitespace):
    def run(self, lines: list[str]) -> list[str]:
        """Hand over to the library where a text has more than plain lines."""
        source = "\n".join(lines) + "\n"
        if any(sign in source for sign in (STX, ETX, "\r", "\t", " \n")):
            return super().run(lines)
        # The library parts the text again after adding an empty line; these are the same lines.
        return [*lines, "", ""]


class _Unescape(UnescapeTreeprocessor):
    def unescape(self, text: str) -> str:
        """Called for each text and attribute; few hold an escaped character."""
        return super().unescape(text) if STX in text else text


class _Attributes(AttrListTreeprocessor):
    def run(self, doc: Element) -> None:
        """Look for attribute lists where there is a brace at all."""
        if "{" in "".join(doc.itertext()):
            super().run(doc)


def swift_steps(md: Markdown) -> None:
    """Put our own steps in the place of the library's; each keeps its name and rank."""
    md.preprocessors.register(_Whitespace(md), "normalize_whitespace", 30)
    md.treeprocessors.register(_Unescape(md), "unescape", 0)
    md.treeprocessors.register(_Attributes(md), "attr_list", 8)
    # Asked for each element several times; a list is searched from its start.
    md.block_level_elements = frozenset(md.block_level_elements)  # type: ignore[assignment]
