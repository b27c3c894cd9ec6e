"""Whether elements stand where a format wants them, and hold what it allows.

A grammar is a text with one line for each element: `name: children | attributes`. Children stand
in their order with `?`, `*` or `+`; `( a b )` is a choice in any order; `...` lets elements of
other namespaces follow. Attributes are `name=type`, required ones `name!=type`; `text=type` is
the type of an element's own text. A name may be given with its parent, `parent/name`. In a list of
words, `;` stands for a comma and `~` for a blank.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from builder.check.package.types import TYPES
from builder.model.package import Node

FOREIGN = "..."
_XML = "{http://www.w3.org/XML/1998/namespace}"
_SCHEMA = "{http://www.w3.org/2001/XMLSchema-instance}"


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute by its name as a Node has it."""

    name: str
    type: str
    required: bool


@dataclass(frozen=True, slots=True)
class Rule:
    """What an element may hold: `limits` are least and most of each child (most 0 = any)."""

    limits: Mapping[str, tuple[int, int]]
    order: re.Pattern[str]
    attributes: Mapping[str, Attribute]
    text: str
    open: bool

    def wanted(self) -> str:
        """The children in their order, for a message."""
        return ", ".join(name for name in self.limits)


Grammar = Mapping[str, Rule]
Fault = tuple[Node, str, str]
"""Where, what, and what kind: "shape" or "value"."""


@lru_cache(maxsize=16)
def grammar(text: str) -> Grammar:
    """The rules of a text, by element."""
    return dict(_rule(line) for line in text.strip().splitlines() if line.strip())


def faults(root: Node, grammars: Mapping[str, Grammar]) -> Iterator[Fault]:
    """Everything that stands where it may not; `grammars` are by namespace. What belongs to a
    namespace that nobody knows is passed over."""
    waiting: list[tuple[Node, str]] = [(root, "")]
    while waiting:
        node, parent = waiting.pop()
        known = grammars.get(node.space)
        if known is None:
            continue
        rule = known.get(f"{parent}/{node.name}") or known.get(node.name)
        if rule is None:
            yield node, f"there is no element {node.name} in this format", "shape"
            continue
        yield from _children(node, rule)
        yield from _attributes(node, rule)
        yield from _text(node, rule)
        waiting += [(child, node.name) for child in node.children]


def _children(node: Node, rule: Rule) -> Iterator[Fault]:
    own = [child for child in node.children if child.space == node.space]
    for child in node.children:
        if child.space != node.space and not rule.open:
            yield child, f"{child.name} has no place in {node.name}", "shape"
    strange = [child for child in own if child.name not in rule.limits]
    for child in strange:
        yield child, f"{child.name} has no place in {node.name}", "shape"
    wrong = False
    for name, (least, most) in rule.limits.items():
        found = [child for child in own if child.name == name]
        if len(found) < least:
            wrong = True
            yield node, f"{node.name} has no {name}", "shape"
        if most and len(found) > most:
            wrong = True
            yield found[most], f"{node.name} has more than one {name}", "shape"
    sequence = "".join(f"{c.name} " if c.space == node.space else "~ " for c in node.children)
    if not (strange or wrong) and not rule.order.fullmatch(sequence):
        yield node, f"the parts of {node.name} stand in another order: {rule.wanted()}", "shape"


def _attributes(node: Node, rule: Rule) -> Iterator[Fault]:
    for attribute in rule.attributes.values():
        if attribute.required and attribute.name not in node.attributes:
            yield node, f"{node.name} has no attribute {shown(attribute.name)}", "shape"
    for name, value in node.attributes.items():
        known = rule.attributes.get(name)
        if known is None:
            if not name.startswith("{") or name.startswith(_XML):
                yield node, f"{node.name} has an unknown attribute {shown(name)}", "shape"
        elif why := TYPES(known.type, value):
            yield node, f"{shown(name)} of {node.name} {why}", "value"


def _text(node: Node, rule: Rule) -> Iterator[Fault]:
    if rule.text:
        if why := TYPES(rule.text, node.text.strip()):
            yield node, f"{node.name} {why}", "value"
    elif node.text.strip():
        yield node, f"{node.name} holds text where only elements may stand", "shape"


def shown(name: str) -> str:
    """An attribute's name for a message."""
    return f"xml:{name.removeprefix(_XML)}" if name.startswith(_XML) else name.rpartition("}")[2]


def _rule(line: str) -> tuple[str, Rule]:
    name, _, rest = line.partition(":")
    children, _, attributes = rest.partition("|")
    limits, order = _content(children.split())
    pairs = [_attribute(word) for word in attributes.split()]
    text = next((one.type for one in pairs if one.name == "text"), "")
    known = {one.name: one for one in pairs if one.name != "text"}
    schema = f"{_SCHEMA}schemaLocation"
    known[schema] = Attribute(schema, "any", required=False)
    pattern = re.compile(order)
    return name.strip(), Rule(limits, pattern, known, text, open=FOREIGN in children)


def _content(words: list[str]) -> tuple[dict[str, tuple[int, int]], str]:
    limits: dict[str, tuple[int, int]] = {}
    order = ""
    choice: list[str] | None = None
    for word in words:
        if word == "(":
            choice = []
        elif word == ")":
            order += f"(?:{'|'.join(choice or ())})*"
            choice = None
        elif word == FOREIGN:
            order += "(?:~ )*"
        else:
            name, mark = (word[:-1], word[-1]) if word[-1] in "?*+" else (word, "")
            limits[name] = (int(mark in ("", "+")), int(mark in ("", "?")))
            if choice is None:
                order += f"(?:{name} ){mark}"
            else:
                choice.append(f"{name} ")
    return limits, order


def _attribute(word: str) -> Attribute:
    name, _, kind = word.partition("=")
    required = name.endswith("!")
    plain = name.rstrip("!")
    if plain.startswith("xml:"):
        plain = _XML + plain.removeprefix("xml:")
    return Attribute(_with_namespace(plain), kind, required)


_PREFIXES = {
    "adlcp12:": "{http://www.adlnet.org/xsd/adlcp_rootv1p2}",
    "adlcp:": "{http://www.adlnet.org/xsd/adlcp_v1p3}",
    "adlseq:": "{http://www.adlnet.org/xsd/adlseq_v1p3}",
}


def _with_namespace(name: str) -> str:
    for prefix, space in _PREFIXES.items():
        if name.startswith(prefix):
            return space + name.removeprefix(prefix)
    return name
