"""The block step: only those block processors are asked that can have a say.

Python-Markdown asks some twenty processors about each block, most of them with a regular
expression that looks through the whole block. Nearly all need a certain character at the start of
a line, and those characters are found once for all.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor, build_block_parser

if TYPE_CHECKING:
    from markdown import Markdown

_STARTS = {
    "admonition": "! ",
    "markdown_block": "\x02",
    "details": "? ",
    "tabbed": "= ",
    "empty": "\n",
    "indent": " ",
    "defindent": " ",
    "code": " ",
    "table": "|",
    "hashheader": "#",
    "setextheader": "=-",
    "hr": "-_*",
    "olist": "0",
    "ulist": "*+-",
    "deflist": ":",
    "quote": ">",
    "footnote": "[",
    "abbr": "*",
    "reference": "[",
}
"""What a block must begin with for a processor to take it, one of these: with a space for an
indented block, a line feed for an empty one, 0 for any digit. Most processors also take a block
of which a later line begins so, after blanks; for a table a bar anywhere counts."""

_SIGNS = frozenset("".join(_STARTS.values()))


class SwiftParser(BlockParser):
    """Python-Markdown's block parser that passes over processors whose sign is absent."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self._chosen: dict[str, tuple[BlockProcessor, ...]] = {}

    def parseBlocks(self, parent: Element, blocks: list[str]) -> None:  # noqa: N802 - the base class's name
        """Turn blocks of text into children of `parent`; `blocks` is empty afterwards."""
        chosen = self._chosen
        while blocks:
            signs = _signs(blocks[0])
            if signs not in chosen:
                chosen[signs] = tuple(self._choose(signs))
            for processor in chosen[signs]:
                taken = processor.test(parent, blocks[0])
                if taken and processor.run(parent, blocks) is not False:
                    break

    def _choose(self, signs: str) -> Iterator[BlockProcessor]:
        """The processors to ask. One that we do not know is always asked."""
        processors = self.blockprocessors
        starts = {processors[name]: s for name, s in _STARTS.items() if name in processors}
        for processor in processors:
            wanted = starts.get(processor)
            if wanted is None or set(wanted) & set(signs):
                yield processor


def swift_parser(md: Markdown) -> SwiftParser:
    """The library's block parser with its own processors, made swift."""
    stock, parser = build_block_parser(md), SwiftParser(md)
    parser.blockprocessors = stock.blockprocessors
    for processor in parser.blockprocessors:
        processor.parser = parser
    return parser


def _signs(block: str) -> str:
    """The characters of a block that processors look for, in order and each once."""
    if "\n" in block:
        heads = {line.lstrip(" ")[:1] for line in block.split("\n")}
        heads.add(block[0])
    else:
        heads = {block[:1] or "\n", block.lstrip(" ")[:1]}
    if "|" in block:
        heads.add("|")
    if any(map(str.isdecimal, heads)):
        heads.add("0")
    return "".join(sorted(heads & _SIGNS))
