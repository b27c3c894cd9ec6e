"""Runs of a workshop: YAML files in `content/workshops/cohorts/`."""

from __future__ import annotations

from builder.diagnostics import Span
from builder.model.parts import Ref
from builder.model.result import Result
from builder.model.urls import slug
from builder.model.workshop import Cohort, Mode, Variant
from builder.read.order import stem
from builder.read.text import decode
from builder.read.workshop_blocks import LONGEST, override
from builder.read.yaml_value import Fields, read_yaml

SCHEMA = "cohort/1"
ROLES = ("lead", "co-lead", "producer", "assistant", "observer")
"""Roles of those who run a workshop. A file in git holds nobody's name."""


def read_cohort(path: str, data: bytes) -> Result[Cohort]:
    """The run in a YAML file; its id is the file's name."""
    decoded = decode(path, data)
    found = read_yaml(decoded.value, path, cohort)
    return Result(found.value, (*decoded.findings, *found.findings))


def cohort(fields: Fields) -> Cohort:
    """The keys of a run."""
    fields.choice("schema", (SCHEMA,), "The form of this file.", required=True)
    fields.require_one_of("workshop")
    duration, changes = fields.nested("overrides", _overrides, "What differs.") or (None, ())
    people = fields.integer("people", "How many are expected.", low=1, high=1000, required=True)
    mode = fields.choice("mode", tuple(Mode), "Where it is held.", required=True)
    return Cohort(
        id=slug(stem(fields.path)),
        path=fields.path,
        workshop=fields.ref("workshop", "Id of the plan.") or Ref("", fields.span),
        start=fields.text("start", "Local date and time: 2026-12-03T09:30.", required=True),
        tz=fields.text("tz", "The time zone, such as Europe/Berlin.", required=True),
        mode=Mode(mode or Mode.ROOM),
        span=Span(fields.path, 1, 1),
        where=fields.text("where", "The place, or where to find the link."),
        people=people or 0,
        facilitators=fields.choices("facilitators", ROLES, "Who runs it, by role and not by name."),
        duration=duration,
        overrides=changes,
        incomplete=fields.failed,
    )


def _overrides(fields: Fields) -> tuple[int | None, tuple[tuple[Ref, Variant], ...]]:
    duration = fields.integer("duration", "Minutes of this run.", low=1, high=LONGEST)
    about = "What differs, by the block's id."
    return duration, fields.named("blocks", override, about, short="minutes")
