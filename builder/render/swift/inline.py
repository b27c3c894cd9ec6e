"""The inline step of Python-Markdown without its idle work.

Python-Markdown tries each of some twenty patterns on each piece of text. Most pieces hold the
first character of two or three of them at most, so asking for that character first saves
about a third of the whole conversion and cannot change the result.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element

from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString

from builder.render.swift.phrases import phrase

if TYPE_CHECKING:
    from markdown import Markdown

_TRIGGERS = {
    "backtick": ("`", ""),
    "escape": ("\\", ""),
    "footnote": ("[^", ""),
    "reference": ("[", ""),
    "link": ("[", ""),
    "image_link": ("![", ""),
    "image_reference": ("![", ""),
    "short_reference": ("[", ""),
    "short_image_ref": ("![", ""),
    "autolink": ("<", ""),
    "automail": ("<", ""),
    "linebreak": ("  \n", ""),
    "html": ("<", ""),
    "entity": ("&", ""),
    "em_strong": ("*", "_"),
    "em_strong2": ("_", ""),
}
"""What a piece of text must hold, one of the two, for a pattern to match. An empty string stands
in every text."""

_Step = tuple[int, Any, str, str]
_Waiting = tuple[Element, list[str]]
"""An element whose children are still to be worked on, with the tags around and of it."""


class SwiftInline(InlineProcessor):
    """Python-Markdown's inline processor that skips patterns whose trigger is absent."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self._order: list[_Step] = []

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """Apply the inline patterns to every text of a tree, in place and in the base class's
        order: footnotes are numbered as they are met."""
        if not self._order:
            self._order = self._ordered()
        self.stashed_nodes: dict[str, Element | str] = {}
        queue = deque([(tree, [*(ancestors or ()), tree.tag.lower()])])
        while queue:
            element, self.ancestors = queue.popleft()
            queue.extend(self._children(element))
        return tree

    def _children(self, element: Element) -> list[_Waiting]:
        """Work on the texts in and after an element's children; return what is to be visited."""
        waiting: list[_Waiting] = []
        found: list[tuple[Element, list[Element]]] = []
        for child in element:
            if child.text and not isinstance(child.text, AtomicString):
                self._text(child, waiting, found)
            if child.tail:
                self._tail(child, element)
            if len(child):
                waiting.append((child, [*self.ancestors, child.tag.lower()]))
        # Only now: a child's own new elements come before those it had.
        for child, elements in found:
            child[:0] = elements
        return waiting

    def _text(
        self, child: Element, waiting: list[_Waiting], found: list[tuple[Element, list[Element]]]
    ) -> None:
        text = str(child.text)
        if simple := phrase(text):
            before, elements = simple
            child.text = before or None
        else:
            elements = self._worked(child, text, waiting)
        if elements:
            found.append((child, elements))

    def _worked(self, child: Element, text: str, waiting: list[_Waiting]) -> list[Element]:
        """The base class's way with a text."""
        self.ancestors.append(child.tag.lower())
        child.text = None
        nodes = self._placed(self._InlineProcessor__handleInline(text), child, True)
        waiting += [(node, [*above, node.tag.lower()]) for node, above in nodes]
        self.ancestors.pop()
        return [node for node, _ in nodes]

    def _tail(self, child: Element, element: Element) -> None:
        tail = self._InlineProcessor__handleInline(child.tail or "")
        holder = Element("d")
        child.tail = None
        nodes = self._placed(tail, holder, False)
        if holder.tail:
            child.tail = holder.tail
        at = list(element).index(child) + 1
        element[at:at] = [node for node, _ in nodes]

    def _placed(self, data: str, parent: Element, is_text: bool) -> list[_Waiting]:
        place = self._InlineProcessor__processPlaceholders  # type: ignore[attr-defined]
        nodes: list[_Waiting] = place(data, parent, is_text)
        return nodes

    def _ordered(self) -> list[_Step]:
        patterns = self.md.inlinePatterns
        at = {patterns.get_index_for_name(n): t for n, t in _TRIGGERS.items() if n in patterns}
        steps = ((i, pattern, *at.get(i, ("", ""))) for i, pattern in enumerate(patterns))
        return [(i, pattern, one, two or one) for i, pattern, one, two in steps]

    # The base class calls this name; should a later version call another, its own method runs
    # and only the saving is lost.
    def _InlineProcessor__handleInline(self, data: str, first: int = 0) -> str:  # noqa: N802
        if isinstance(data, AtomicString):
            return data
        apply = self._InlineProcessor__applyPattern  # type: ignore[attr-defined]
        for index, pattern, one, two in self._order[first:] if first else self._order:
            if one in data or two in data:
                start, matched = 0, True
                while matched:
                    data, matched, start = apply(pattern, data, index, start)
        return data
