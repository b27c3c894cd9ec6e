"""Which declaration each variable of a module belongs to, and short names for the local ones."""

from __future__ import annotations

import string
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from builder.publish.script_names import Token, declared_places

_ENDS = (",", ";", ")", "]", "}")


@dataclass(slots=True, eq=False)
class Scope:
    """A part of a module with variables of its own, by the places of its first and last token.

    `outer` are the variables from further out that are named inside, as scope and name; `names`
    gives each own variable its new name.
    """

    start: int
    end: int
    parent: Scope | None = None
    own: dict[str, None] = field(default_factory=dict)
    outer: set[tuple[Scope, str]] = field(default_factory=set)
    names: dict[str, str] = field(default_factory=dict)

    def home(self, name: str) -> Scope | None:
        """The innermost scope around here that declares a name."""
        scope: Scope | None = self
        while scope and name not in scope.own:
            scope = scope.parent
        return scope


def name_locals(tokens: Sequence[Token], taken: Collection[str]) -> set[str]:
    """Give every variable that is not declared at the top its new name, none of those taken.

    Returns the names of variables that no scope around them declares.
    """
    scopes, around = _scopes(tokens)
    for at in declared_places(tokens):
        around[at].own[tokens[at].text] = None
    homes = [
        _note(around[at], token.text) if token.variable else None for at, token in enumerate(tokens)
    ]
    for scope in scopes[1:]:
        used = {home.names[name] for home, name in scope.outer if home.parent}
        short = _letters({*taken, *used})
        scope.names = {name: name if name in taken else next(short) for name in scope.own}
    unknown: set[str] = set()
    for token, home in zip(tokens, homes, strict=True):
        if home and home.parent:
            token.name = home.names[token.text]
        elif token.variable and not home:
            unknown.add(token.text)
    return unknown


def _note(scope: Scope, name: str) -> Scope | None:
    """Where a name belongs; every scope on the way there learns that it is named inside."""
    home = scope.home(name)
    inner: Scope | None = scope
    while home and inner and inner is not home:
        inner.outer.add((home, name))
        inner = inner.parent
    return home


def _letters(taken: Collection[str]) -> Iterator[str]:
    ends = ("", *string.digits)
    made = (letter + end for end in ends for letter in string.ascii_letters)
    yield from (name for name in made if name not in taken)


def _scopes(tokens: Sequence[Token]) -> tuple[list[Scope], list[Scope]]:
    """All scopes, outer ones first, and for each token the innermost around it."""
    root = Scope(-1, len(tokens))
    spans = iter(sorted(_spans(tokens), key=lambda span: (span[0], -span[1])))
    following = next(spans, None)
    scopes, around, scope = [root], [], root
    for at in range(len(tokens)):
        while scope.end < at and scope.parent:
            scope = scope.parent
        while following and following[0] == at:
            scope = Scope(*following, parent=scope)
            scopes.append(scope)
            following = next(spans, None)
        around.append(scope)
    return scopes, around


def _spans(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """The first and last place of every function, loop, `catch` and block."""
    for at, token in enumerate(tokens):
        if token.text == "=>":
            yield _start(tokens, at - 1), _body_end(tokens, at + 1)
        elif token.text == "for":
            yield at + 1, _statement_end(tokens, at)
        elif token.text == "{" and token.kind == "body":
            yield tokens[at - 1].pair, token.pair
        elif token.text == "{" and token.kind == "block" and not _follows_arrow(tokens, at):
            yield at, token.pair


def _follows_arrow(tokens: Sequence[Token], at: int) -> bool:
    return at > 0 and tokens[at - 1].text == "=>"


def _start(tokens: Sequence[Token], at: int) -> int:
    return tokens[at].pair if tokens[at].text == ")" else at


def _body_end(tokens: Sequence[Token], at: int) -> int:
    """The last place of an arrow function's body that begins at `at`."""
    if tokens[at].text == "{":
        return tokens[at].pair
    depth, asked, templates = tokens[at - 1].depth, 0, 0
    for place in range(at, len(tokens)):
        token = tokens[place]
        if token.piece:
            if templates == 0 and token.text.startswith("}"):
                return place - 1
            templates += token.text.endswith("${") - token.text.startswith("}")
        if token.depth > depth or templates or token.piece:
            continue
        asked += (token.text == "?") - (token.text == ":")
        closes = token.text in (")", "]", "}") and token.pair >= at
        if asked < 0 or token.depth < depth or (token.text in _ENDS and not closes):
            return place - 1
    return len(tokens) - 1


def _statement_end(tokens: Sequence[Token], at: int) -> int:
    """The last place of the statement that begins at `at`."""
    if tokens[at].text == "{":
        return tokens[at].pair
    if tokens[at].text in ("if", "for", "while"):
        end = _statement_end(tokens, tokens[at + 1].pair + 1)
        otherwise = tokens[at].text == "if" and end + 1 < len(tokens)
        if otherwise and tokens[end + 1].text == "else":
            return _statement_end(tokens, end + 2)
        return end
    depth = tokens[at].depth
    place = at
    while place < len(tokens) and tokens[place].depth >= depth:
        if tokens[place].text == ";" and tokens[place].depth == depth:
            return place
        place += 1
    return place - 1
