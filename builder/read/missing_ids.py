"""Writing down the ids that are only derived so far, without touching anything else in the file.

A derived id changes when its text is reworded, and with it goes what learners have answered under
it. Once written down it stays. Each change is an insertion at the place of the block it belongs
to; a file in which one would change what is read keeps as it is there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from builder.diagnostics import Span
from builder.model.outline import Outline
from builder.model.urls import slug
from builder.read.front_matter import split
from builder.read.lesson import read_lesson
from builder.read.questions.base import short_id
from builder.read.quiz import read_quiz
from builder.read.text import decode
from builder.read.yaml_nodes import ListNode, MapNode, Node, Scalar, parse

_LINE_END = re.compile(r"(\r\n|\r|\n)")
_SPAN = re.compile(r"Span\(path='[^']*', line=\d+, column=\d+\)")


class Addition(NamedTuple):
    """An id that was written: its place in the file as it was, and the words."""

    span: Span
    text: str


class Named(NamedTuple):
    """A file with its ids written down, and what was added to it."""

    data: bytes
    added: tuple[Addition, ...]


class _Meaning(NamedTuple):
    """What is read from a file: the ids that may be written down, and everything else."""

    ids: tuple[str, ...]
    rest: str


class _Place(NamedTuple):
    """Where an id goes: before a `text` that needs one, or as the first key of a block."""

    node: Node
    name: str


Find = Callable[[str, str], Sequence[_Place]]
Meaning = Callable[[str, bytes], _Meaning]


def name_questions(path: str, data: bytes) -> Named:
    """A quiz file in which every question has its id written down."""
    return _named(path, data, _question_places, _quiz_meaning)


def name_objectives(path: str, data: bytes) -> Named:
    """A lesson in which every objective has its id written down."""
    return _named(path, data, _objective_places, _lesson_meaning)


def _named(path: str, data: bytes, find: Find, meaning: Meaning) -> Named:
    decoded = decode(path, data)
    if decoded.findings or "\ufeff" in data.decode("utf-8")[1:]:
        return Named(data, ())
    before = meaning(path, data)

    def keeps_meaning(places: Sequence[_Place]) -> bool:
        return _agree(before, meaning(path, _inserted(data, places)), places)

    good: Sequence[_Place] = find(decoded.value, path)
    if not keeps_meaning(good):
        good = [place for place in good if keeps_meaning((place,))]
    if not good or not keeps_meaning(good):
        return Named(data, ())
    added = (Addition(Span(path, p.node.line, p.node.column), f"id: {p.name}") for p in good)
    return Named(_inserted(data, good), tuple(added))


def _agree(before: _Meaning, after: _Meaning, places: Sequence[_Place]) -> bool:
    """Whether a file reads the same afterwards, but for ids that were written down because two
    parts had the same."""
    written = {place.name for place in places}
    if before.rest != after.rest or len(before.ids) != len(after.ids):
        return False
    return all(a == b or b in written for a, b in zip(before.ids, after.ids, strict=True))


def _inserted(data: bytes, places: Iterable[_Place]) -> bytes:
    parts = _LINE_END.split(data.decode("utf-8"))
    rows, ends = parts[0::2], [*parts[1::2], ""]
    mark = "\ufeff" if rows[0].startswith("\ufeff") else ""
    rows[0] = rows[0].removeprefix("\ufeff")
    for node, name in sorted(places, key=lambda p: (p.node.line, p.node.column), reverse=True):
        row, at = rows[node.line - 1], node.column - 1
        end = ends[node.line - 1] or ends[0] or "\n"
        rows[node.line - 1] = row[:at] + _with_id(node, row[at:], name, f"{end}{' ' * at}")
    return (mark + "".join(map("".join, zip(rows, ends, strict=True)))).encode()


def _with_id(node: Node, rest: str, name: str, next_row: str) -> str:
    if isinstance(node, Scalar):
        return f"{name}: {rest}"
    if rest.startswith("{"):
        return f"{{id: {name}, {rest[1:].lstrip()}"
    return f"id: {name}{next_row}{rest}"


def _question_places(text: str, path: str) -> list[_Place]:
    root, findings = parse(text, path)
    listed = root.entries.get("questions") if isinstance(root, MapNode) else None
    if findings or not isinstance(listed, ListNode):
        return []
    blocks = [block for block in listed.items if isinstance(block, MapNode)]
    taken = {_text(block, "id") for block in blocks}
    found = []
    for block in blocks:
        prompt = _text(block, "prompt")
        if "id" not in block.entries and prompt.strip():
            name = _free(short_id(prompt), taken)
            taken.add(name)
            found.append(_Place(block, name))
    return found


def _objective_places(text: str, path: str) -> list[_Place]:
    root, findings = parse(split(text, path).yaml, path, 2)
    listed = root.entries.get("objectives") if isinstance(root, MapNode) else None
    if findings or not isinstance(listed, ListNode):
        return []
    found = []
    for node in listed.items:
        words = node.entries.get("text") if isinstance(node, MapNode) else node
        named = isinstance(node, MapNode) and "id" in node.entries
        if isinstance(words, Scalar) and words.text.strip() and not named:
            found.append(_Place(node, slug(words.text)[:40].strip("-")))
    return found


def _text(block: MapNode, key: str) -> str:
    node = block.entries.get(key)
    return node.text if isinstance(node, Scalar) else ""


def _free(name: str, taken: set[str]) -> str:
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name}-{number}"
    return free


def _quiz_meaning(path: str, data: bytes) -> _Meaning:
    quiz = read_quiz(path, data).value
    bare = tuple(replace(question, id="") for question in quiz.questions)
    ids = tuple(question.id for question in quiz.questions)
    # Two equal ids make a quiz incomplete until one of them is written down as another.
    return _Meaning(ids, _without_places(replace(quiz, questions=bare, incomplete=False)))


def _lesson_meaning(path: str, data: bytes) -> _Meaning:
    lesson = read_lesson(path, data).value
    ids = tuple(objective.id for objective in lesson.objectives)
    bare = tuple(objective._replace(id="") for objective in lesson.objectives)
    kept = replace(lesson, objectives=bare, body_line=0, outline=Outline())
    return _Meaning(ids, _without_places(kept))


def _without_places(value: object) -> str:
    return _SPAN.sub("", repr(value))
