"""Drawings that stand in a page, with their colours written into them.

In a browser the page's style sheet reaches into them. The library that makes PDFs draws each one
by itself, so the rules about fills and strokes are given to it, with every variable worked out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

_SVG = re.compile(r"<svg\b[^>]*>")
_VARIABLE = re.compile(r"var\((--[\w-]+)\)")
_PAINTS = ("fill", "stroke", "color")


def painted(page: str, rules: str) -> str:
    """The page with these rules in each of its drawings."""
    style = f"<style>{rules}</style>"
    return _SVG.sub(lambda tag: tag[0] + style, page) if rules else page


def paint(sheet: str) -> str:
    """The rules of a style sheet that are about fills and strokes."""
    return "".join(_rules(sheet))


def _rules(sheet: str) -> Iterator[str]:
    import tinycss2

    values: dict[str, str] = {}
    rules = list(_qualified(tinycss2.parse_stylesheet(sheet, True, True)))
    for selector, declarations in rules:
        # What stands beside a pair of colours is for older browsers: the one of the light page.
        light = (pair for pair in declarations if "light-dark(" not in pair[1])
        values.update(light if selector == ":root" else ())
    for selector, declarations in rules:
        paints = [
            f"{name}:{_worked_out(value, values)}"
            for name, value in declarations
            if name.startswith(_PAINTS)
        ]
        if paints and ":" not in selector:
            yield f"{selector}{{{';'.join(paints)}}}"


def _qualified(rules: list[Any]) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Every rule outside a media query: paper is neither dark nor narrow."""
    import tinycss2

    for rule in rules:
        if rule.type == "at-rule" and rule.lower_at_keyword == "layer" and rule.content:
            yield from _qualified(tinycss2.parse_rule_list(rule.content, True, True))
        elif rule.type == "qualified-rule":
            found = tinycss2.parse_declaration_list(rule.content, True, True)
            pairs = [
                (d.name, tinycss2.serialize(d.value).strip())
                for d in found
                if d.type == "declaration"
            ]
            yield tinycss2.serialize(rule.prelude).strip(), pairs


def _worked_out(value: str, values: dict[str, str], depth: int = 0) -> str:
    """The value without variables; they may stand for one another, but not for ever."""
    if depth > 8:
        return value
    return _VARIABLE.sub(lambda v: _worked_out(values.get(v[1], "none"), values, depth + 1), value)
