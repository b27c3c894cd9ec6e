"""Workshop plans: YAML files in `content/workshops/`."""

from __future__ import annotations

import re

from builder.diagnostics import Level, Span, code
from builder.model.parts import Ref
from builder.model.result import Result
from builder.model.urls import slug
from builder.model.workshop import Evaluation, Material, Mode, Per, Prework, QuizUse, Workshop
from builder.read.order import stem
from builder.read.questions.base import report_repeats
from builder.read.text import decode
from builder.read.workshop_blocks import LONGEST, block, plain_name
from builder.read.yaml_shapes import WRONG_VALUE
from builder.read.yaml_value import Fields, read_yaml

SCHEMA = "workshop/1"
REACTIONS = ("standard-l1",)
"""Reaction forms that the kit brings."""
FOLLOWUPS = ("transfer-l3-lite",)
"""Forms for some weeks later that the kit brings."""

DUPLICATE_PART = code(
    "duplicate-plan-id",
    Level.ERROR,
    "Two parts of a workshop plan have the same id",
    "Blocks of a plan have different ids, and so have its materials: handouts, slides and "
    "overrides of cohorts are called after them. Give one of the two another id. (Rule W01.)",
)
_NOTHING = ("", "null", "~")
_SHARE = re.compile(r"0(\.[0-9]{1,4})?|1(\.0{1,4})?")


def read_workshop(path: str, data: bytes) -> Result[Workshop]:
    """The plan in a YAML file; `path` is relative to the course root."""
    decoded = decode(path, data)
    found = read_yaml(decoded.value, path, workshop)
    return Result(found.value, (*decoded.findings, *found.findings))


def workshop(fields: Fields) -> Workshop:
    """The keys of a plan."""
    fields.choice("schema", (SCHEMA,), "The form of this file.", required=True)
    name = plain_name(fields, "id", "A name that never changes; default: the file's name.")
    duration = fields.integer(
        "duration", "Minutes from start to end, breaks included.", low=1, high=LONGEST,
        required=True,
    )  # fmt: skip
    modes = fields.choices("modes", tuple(Mode), "Where it can be held; default: room.")
    group = fields.nested("group", _group, "How many people it is made for.") or (1, 24, 4)
    share = fields.nested("certificate", _certificate, "What the certificate asks for.")
    materials = fields.items("materials", _material, "What to bring.")
    blocks = fields.items("blocks", block, "The plan, block by block.", required=True)
    report_repeats(fields, DUPLICATE_PART, ((m.id, m.span) for m in materials if m.id), "material")
    report_repeats(fields, DUPLICATE_PART, ((b.id, b.span) for b in blocks if b.id), "block")
    return Workshop(
        id=name or slug(stem(fields.path)),
        path=fields.path,
        title=fields.text("title", "The workshop's title.", required=True),
        language=fields.text("language", "Its language, as a BCP 47 tag; default: en.") or "en",
        duration=duration or 0,
        span=Span(fields.path, 1, 1),
        description=fields.text("description", "What it is about (Markdown)."),
        modes=tuple(map(Mode, modes)) or (Mode.ROOM,),
        group_min=group[0],
        group_max=group[1],
        table=group[2],
        audience=fields.text("audience", "Who it is for."),
        objectives=fields.refs("objectives", "Promised objectives: LESSON.OBJECTIVE."),
        prework=fields.items("prework", _prework, "Lessons to read before.", short="lesson"),
        evaluation=fields.nested("evaluation", _evaluation, "How it is evaluated.") or Evaluation(),
        attendance=share[0] if share else None,
        score=share[1] if share else None,
        materials=materials,
        setup=fields.nested("setup", _setup, "How the room or the meeting is laid out.") or (),
        blocks=blocks,
        incomplete=fields.failed,
    )


def _group(fields: Fields) -> tuple[int, int, int]:
    least = fields.integer("min", "The fewest people.", low=1, high=1000)
    most = fields.integer("max", "The most people.", low=1, high=1000)
    table = fields.integer("table", "How many sit at a table; default 4.", low=1, high=100)
    return least or 1, most or 24, table or 4


def _certificate(fields: Fields) -> tuple[float | None, float | None]:
    return (
        _share(fields, "attendance", "The share of the time, from 0 to 1."),
        _share(fields, "score", "The share of the test after it, from 0 to 1."),
    )


def _share(fields: Fields, key: str, about: str) -> float | None:
    text = fields.text(key, about)
    if text in _NOTHING:
        return None
    if _SHARE.fullmatch(text):
        return float(text)
    hint = "write a share such as 0.8, or leave the key out"
    fields.complain(WRONG_VALUE, key, f"{key!r} must be from 0 to 1", hint)
    return None


def _prework(fields: Fields) -> Prework:
    lesson = fields.ref("lesson", "Id of the lesson.") or Ref("", fields.span)
    fields.require_one_of("lesson")
    text = fields.text("minutes", "Minutes, or auto for the lesson's reading time (default).")
    if text in (*_NOTHING, "auto"):
        return Prework(lesson=lesson)
    if text.isascii() and text.isdigit() and 0 < int(text[:5]) <= LONGEST:
        return Prework(lesson=lesson, minutes=int(text))
    fields.complain(WRONG_VALUE, "minutes", "'minutes' must be auto or a whole number")
    return Prework(lesson=lesson)


def _evaluation(fields: Fields) -> Evaluation:
    days, form = fields.nested("followup", _followup, "A form some weeks later.") or (None, "")
    return Evaluation(
        pre=fields.nested("pre", _quiz_use, "The test before it."),
        post=fields.nested("post", _quiz_use, "The test after it."),
        reaction=fields.choice("reaction", REACTIONS, "The form at the end."),
        followup_days=days,
        followup_form=form,
    )


def _quiz_use(fields: Fields) -> QuizUse:
    quiz = fields.ref("quiz", "Id of the quiz.") or Ref("", fields.span)
    fields.require_one_of("quiz")
    return QuizUse(quiz=quiz, items=fields.refs("items", "Ids of its questions; default: all."))


def _followup(fields: Fields) -> tuple[int | None, str]:
    days = fields.integer("days", "Days after the workshop.", low=1, high=1000, required=True)
    return days, fields.choice("form", FOLLOWUPS, "The form.", default=FOLLOWUPS[0])


def _material(fields: Fields) -> Material:
    quantity = fields.integer("qty", "How many; default 1.", low=1, high=1000)
    mode = fields.choice("mode", tuple(Mode), "The mode that needs it; default: both.")
    return Material(
        id=plain_name(fields, "id", "A short name, unique in the plan.", required=True),
        text=fields.text("text", "What it is.", required=True),
        span=fields.span,
        per=Per(fields.choice("per", tuple(Per), "Counted by; default: room.", default=Per.ROOM)),
        qty=quantity or 1,
        mode=Mode(mode) if mode else None,
    )


def _setup(fields: Fields) -> tuple[tuple[Mode, str], ...]:
    found = {
        Mode.ROOM: fields.text("room", "Tables, chairs, walls, screen (Markdown)."),
        Mode.ONLINE: fields.text("online", "Rooms, board, polls, roles (Markdown)."),
    }
    return tuple((mode, text) for mode, text in found.items() if text)
