"""Leaving out of a joined script what nothing in it uses.

A declaration at the top of a module may go when nothing that stays names it and making it does
nothing else: a function, a class without a base, or a constant whose value calls nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from builder.publish.script_names import Names, Token, name_place


@dataclass(frozen=True, slots=True)
class Statement:
    """A piece of a module: the places of its first and last token, the words it uses, and the
    name it declares; "" for one that must stay."""

    start: int
    end: int
    name: str
    uses: frozenset[str]


def drop_unused(
    modules: Mapping[Path, Names],
    imports: Mapping[Path, Mapping[str, Path]],
    wanted: Iterable[tuple[Path, str]],
) -> None:
    """Blank every declaration that is not wanted and that nothing uses.

    `imports` says for each module where the names come from that it does not declare.
    """
    pieces = {key: list(_statements(names.solid)) for key, names in modules.items()}
    made = {(key, piece.name): piece for key, all_ in pieces.items() for piece in all_}
    waiting = [(key, use) for key, all_ in pieces.items() for use in _needs(all_)]
    waiting += wanted
    used: set[tuple[Path, str]] = set()
    while waiting:
        key, name = waiting.pop()
        home = (imports.get(key, {}).get(name, key), name)
        if home in made and home not in used:
            used.add(home)
            waiting += [(home[0], use) for use in made[home].uses]
    for key, all_ in pieces.items():
        for piece in all_:
            if piece.name and (key, piece.name) not in used:
                _blank(modules[key], piece)


def _needs(pieces: Sequence[Statement]) -> Iterator[str]:
    """What the statements use that must stay."""
    for piece in pieces:
        if not piece.name:
            yield from piece.uses


def _blank(names: Names, piece: Statement) -> None:
    first, last = names.solid[piece.start], names.solid[piece.end]
    inside = False
    for token in names.tokens:
        inside = inside or token is first
        if inside:
            token.text, token.kind, token.word, token.variable = "", "", False, False
        if token is last:
            break
    names.top.pop(piece.name, None)


def _statements(tokens: Sequence[Token]) -> Iterator[Statement]:
    """The statements at the top of a module, in order."""
    at = 0
    while at < len(tokens):
        end, name = _declaration(tokens, at)
        if not name:
            end = _end(tokens, at, ";")
        uses = frozenset(token.text for token in tokens[at : end + 1] if token.variable)
        yield Statement(at, end, name, uses)
        at = end + 1


def _declaration(tokens: Sequence[Token], at: int) -> tuple[int, str]:
    """The end of a declaration that may go, and its name; "" where none begins."""
    first = at + (tokens[at].text == "async")
    kind = tokens[first].text
    if kind == "function" or (kind == "class" and tokens[first + 2].text == "{"):
        return _end(tokens, first, "}"), tokens[name_place(tokens, first)].text
    if kind in ("const", "let") and tokens[first + 2].text == "=":
        end = _end(tokens, first, ";")
        if _does_nothing(tokens, first + 3, end):
            return end, tokens[first + 1].text
    return at, ""


def _end(tokens: Sequence[Token], at: int, sign: str) -> int:
    """The place of the first such sign outside all brackets."""
    for place in range(at, len(tokens)):
        if tokens[place].depth == 0 and tokens[place].text == sign:
            return place
    return len(tokens) - 1


def _does_nothing(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether a value is a function, or is made without a call; one declarator only."""
    if any(t.depth == 0 and t.text == "," for t in tokens[start:end]):
        return False
    head = start + (tokens[start].text == "async")
    close = tokens[head].pair if tokens[head].text == "(" else head
    if tokens[close + 1].text == "=>":
        return True
    return not any(
        t.text in ("(", "`", "new", "delete", "await") or t.piece for t in tokens[start:end]
    )
