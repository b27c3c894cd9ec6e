"""A workshop plan as the text of its file, for plans that a command has made."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from textwrap import wrap
from typing import Any

from builder.model.parts import Ref
from builder.model.workshop import Block, QuizUse, SectionRef, Short, Variant, Workshop
from builder.pipeline.yaml_text import scalar

_KEYS = (
    "id", "kind", "title", "minutes", "interact", "modes", "must", "uses", "quiz", "items",
    "takeaway", "part", "objectives", "materials", "instructions", "task", "do", "say", "ask",
    "expect", "screen", "debrief", "tool", "if_short", "room", "online",
)  # fmt: skip
_NAME = re.compile(r"[A-Za-z][\w./-]*")
"""Names that a list in brackets can hold without quotes."""
_WIDTH = 96


def plan_text(plan: Workshop) -> str:
    """The file of a plan: reading it gives the same plan again."""
    return "".join(f"{line}\n" for line in _plan(plan))


def _plan(plan: Workshop) -> Iterator[str]:
    yield "schema: workshop/1"
    yield from _pairs(
        {
            "id": plan.id,
            "title": plan.title,
            "language": plan.language,
            "duration": plan.duration,
            "modes": plan.modes,
        }
    )
    yield f"group: {{min: {plan.group_min}, max: {plan.group_max}, table: {plan.table}}}"
    head = {"audience": plan.audience, "description": plan.description}
    yield from _pairs({**head, "objectives": plan.objectives})
    yield from _list("prework", ({"lesson": p.lesson, "minutes": p.minutes} for p in plan.prework))
    yield from _evaluation(plan)
    yield from _block("certificate", {"attendance": plan.attendance, "score": plan.score})
    yield from _block("setup", {str(mode): text for mode, text in plan.setup})
    yield from _list(
        "materials",
        (
            {"id": m.id, "text": m.text, "per": m.per, "qty": m.qty, "mode": m.mode}
            for m in plan.materials
        ),
    )
    yield from _list("blocks", map(_of_block, plan.blocks))


def _evaluation(plan: Workshop) -> Iterator[str]:
    given = plan.evaluation
    followup = {"days": given.followup_days, "form": given.followup_form}
    values = {
        "pre": given.pre,
        "post": given.post,
        "reaction": given.reaction,
        "followup": followup if given.followup_days else None,
    }
    yield from _block("evaluation", values)


def _of_block(block: Block) -> dict[str, Any]:
    values = {key: getattr(block, key) for key in _KEYS}
    if str(values["interact"]) == "none" and block.kind in ("break", "lunch"):
        values["interact"] = None
    return values


def _pairs(values: Mapping[str, Any], indent: str = "") -> Iterator[str]:
    """Lines for everything that is given: no text, no entries and false are not."""
    for key, value in values.items():
        if value not in (None, "", (), False) and value != 0:
            yield from _pair(key, value, indent)


def _pair(key: str, value: Any, indent: str) -> Iterator[str]:  # noqa: ANN401 - what a plan holds
    inner = _inner(value)
    if inner is not None:
        yield from _block(key, inner, indent)
    elif type(value) is tuple:  # a reference is one, too
        yield from _texts(key, tuple(map(_word, value)), indent)
    elif isinstance(value, str) and "\n" in value:
        yield from _text(key, value, indent)
    elif isinstance(value, str) and len(value) > _WIDTH and _folds(value):
        yield f"{indent}{key}: >-"
        yield from (f"{indent}  {row}" for row in _wrapped(value))
    else:
        yield f"{indent}{key}: {_one(value)}"


def _inner(value: object) -> Mapping[str, Any] | None:
    """The keys of a block inside a block."""
    if isinstance(value, Short):
        return {"minutes": str(value.minutes), "how": value.how}
    if isinstance(value, QuizUse):
        return {"quiz": value.quiz, "items": value.items}
    if isinstance(value, Variant):
        return dict(value.fields)
    return value if isinstance(value, Mapping) else None


def _block(key: str, values: Mapping[str, Any], indent: str = "") -> Iterator[str]:
    lines = list(_pairs(values, f"{indent}  "))
    if lines:
        yield f"{indent}{key}:"
        yield from lines


def _list(key: str, rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    first = True
    for row in rows:
        if first:
            yield f"{key}:"
            first = False
        lines = list(_pairs(row, "    "))
        yield f"  - {lines[0].lstrip()}"
        yield from lines[1:]


def _texts(key: str, words: tuple[str, ...], indent: str) -> Iterator[str]:
    line = f"{indent}{key}: [{', '.join(words)}]"
    if all(_NAME.fullmatch(w) and scalar(w) == w for w in words) and len(line) <= _WIDTH:
        yield line
        return
    yield f"{indent}{key}:"
    yield from (f"{indent}  - {scalar(word)}" for word in words)


def _text(key: str, text: str, indent: str) -> Iterator[str]:
    """A text of several lines: as a block where that is the same text, else in quotes."""
    rows = text.removesuffix("\n").split("\n")
    plain = all(row.isprintable() and row == row.rstrip() for row in rows)
    if plain and rows[0] == rows[0].lstrip() and rows[0] and rows[-1]:
        yield f"{indent}{key}: {'|' if text.endswith(chr(10)) else '|-'}"
        yield from (f"{indent}  {row}" if row else "" for row in rows)
    else:
        yield f"{indent}{key}: {scalar(text)}"


def _folds(text: str) -> bool:
    """Whether a long text can be written over several lines and read back as it was."""
    return text.isprintable() and "  " not in text and text == text.strip()


def _wrapped(text: str) -> list[str]:
    return wrap(text, _WIDTH, break_long_words=False, break_on_hyphens=False)


def _word(value: object) -> str:
    if isinstance(value, SectionRef):
        return f"{value.lesson}#{value.anchor}" if value.anchor else value.lesson
    return value.id if isinstance(value, Ref) else str(value)


def _one(value: object) -> str:
    if isinstance(value, bool):
        return "true"
    if isinstance(value, int | float):
        return f"{value:g}"
    word = _word(value)
    # The minutes of a short form come as a word, since 0 has to be written there.
    return word if word.isdigit() else scalar(word)
