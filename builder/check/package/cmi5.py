"""Rules for cmi5 course structures beyond their schema (cmi5 sections 13 and 14)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from posixpath import normpath
from urllib.parse import parse_qsl, unquote, urlsplit

from builder.check.package.codes import (
    IRI,
    LANGUAGE,
    MOVE_ON,
    REFERENCE,
    SHAPE,
    URL,
    VALUE,
)
from builder.check.package.grammars import grammars
from builder.check.package.shape import faults
from builder.diagnostics import Diagnostic, Span
from builder.model.package import Node, Package

_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+")
_RESERVED = {"endpoint", "fetch", "actor", "registration", "activityid"}
_DECIMALS = 4


def cmi5_rules(package: Package, root: Node) -> Iterator[Diagnostic]:
    """Everything about the structure and its units."""
    space = root.space
    if root.name != "courseStructure":
        yield SHAPE.at(_span(package, root), f"the root is {root.name}, not courseStructure")
        return
    for node, what, kind in faults(root, grammars(package.form)):
        yield (SHAPE if kind == "shape" else VALUE).at(_span(package, node), what)
    nodes = [node for node in root.walk() if node.space == space]
    yield from _identifiers(package, nodes)
    yield from _references(package, root, nodes)
    for node in nodes:
        yield from _texts(package, node)
        if node.name == "au":
            yield from _unit(package, node)
        elif node.name in ("block", "courseStructure") and not (
            node.all("au") or node.all("block")
        ):
            yield SHAPE.at(_span(package, node), f"{node.name} holds neither units nor blocks")


def _span(package: Package, node: Node) -> Span:
    return Span(package.manifest_path, node.line, node.column)


def _identifiers(package: Package, nodes: list[Node]) -> Iterator[Diagnostic]:
    """One identifier for each part, whatever kind of part it is."""
    seen: dict[str, Node] = {}
    for node in nodes:
        if node.name not in ("course", "block", "au", "objective") or "idref" in node.attributes:
            continue
        name = node.attributes.get("id", "")
        if not name and node.name == "objective" and not node.children:
            continue
        if not _ABSOLUTE.fullmatch(name):
            yield IRI.at(_span(package, node), f"the id {name!r} is no absolute IRI")
        elif name in seen:
            other = seen[name]
            message = f"{other.name} in line {other.line} has the same id {name}"
            yield IRI.at(_span(package, node), message)
        seen.setdefault(name, node)


def _references(package: Package, root: Node, nodes: list[Node]) -> Iterator[Diagnostic]:
    declared = root.one("objectives")
    known = {o.attributes.get("id") for o in (declared.all("objective") if declared else ())}
    for node in nodes:
        wanted = node.attributes.get("idref")
        if node.name == "objective" and wanted is not None and wanted not in known:
            yield REFERENCE.at(_span(package, node), f"there is no objective {wanted}")


def _texts(package: Package, node: Node) -> Iterator[Diagnostic]:
    if node.name != "langstring":
        return
    if "lang" not in node.attributes:
        yield LANGUAGE.at(_span(package, node), "this langstring has no lang")
    if not node.text.strip():
        yield LANGUAGE.at(_span(package, node), "this langstring is empty")


def _unit(package: Package, node: Node) -> Iterator[Diagnostic]:
    span = _span(package, node)
    move = node.attributes.get("moveOn")
    if move is None or move == "NotApplicable":
        yield MOVE_ON.at(span, "this unit counts as done before it is begun")
    mark = node.attributes.get("masteryScore", "")
    if _decimals(mark) > _DECIMALS:
        yield VALUE.at(span, f"masteryScore {mark} has more than {_DECIMALS} decimals")
    address = node.one("url")
    if address:
        for why in _address(package, address.text.strip()):
            yield URL.at(_span(package, address), why)


def _decimals(text: str) -> int:
    try:
        exponent = Decimal(text).as_tuple().exponent
    except InvalidOperation:
        return 0
    return -exponent if isinstance(exponent, int) else 0


def _address(package: Package, text: str) -> Iterator[str]:
    """Why a unit's address cannot be launched."""
    if not text or re.search(r"\s", text):
        yield f"the address {text!r} is empty or holds a blank"
        return
    try:
        parts = urlsplit(text)
    except ValueError:
        yield f"{text} is no address"
        return
    if parts.fragment or text.endswith("#"):
        yield f"the address {text} ends in a #fragment, behind which parameters are lost"
    for name, _ in parse_qsl(parts.query, keep_blank_values=True):
        if name.lower() in _RESERVED:
            yield f"the address has a parameter {name}, which the platform sets itself"
    if parts.scheme or parts.netloc:
        return
    yield from _relative(package, parts.path)


def _relative(package: Package, path: str) -> Iterator[str]:
    if package.bare:
        yield f"the address {path} is relative, but the structure comes without a package"
    elif path.startswith("/") or ".." in path.split("/") or "\\" in path:
        yield f"the address {path} leads out of the package"
    elif path.endswith("/"):
        yield f"the address {path} is a folder; name the file in it"
    elif normpath(unquote(path)) not in package.names:
        yield f"there is no file {unquote(path)} in the package"
