"""What `course.yml` says about packages for learning platforms."""

from __future__ import annotations

import re

from builder.model.course import Exit, Lms, MultiSco, Scored
from builder.read.yaml_shapes import WRONG_VALUE
from builder.read.yaml_value import Fields

_DATE = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")


def lms_settings(fields: Fields) -> Lms:
    """The keys below `lms`."""
    left = fields.choice("exit", tuple(Exit), "What a finished course says when it is left; "
                         "default: what suits the platform.")  # fmt: skip
    return Lms(
        multi_sco=MultiSco(fields.choice("multi_sco", tuple(MultiSco), "One item in the package, "
                                         "or one for each module.", default=MultiSco.COURSE)),
        score=Scored(fields.choice("score", tuple(Scored), "What the score comes from.",
                                   default=Scored.ASSESSMENTS)),
        base_iri=fields.address("base_iri", "What cmi5 identifiers begin with; default: url. "
                                "Never change it: results are kept under it."),
        date=_date(fields),
        keywords=fields.texts("keywords", "Words to find the course by in a catalogue."),
        exit=Exit(left) if left else None,
    )  # fmt: skip


def _date(fields: Fields) -> str:
    date = fields.text("date", "When this version was made, such as 2026-11-25.")
    if not date or _DATE.fullmatch(date):
        return date
    message = f"{date!r} is not a date"
    fields.complain(WRONG_VALUE, "date", message, "use a date such as 2026-11-25")
    return ""
