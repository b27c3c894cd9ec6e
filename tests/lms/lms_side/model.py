"""The data models of SCORM 1.2 and SCORM 2004 4th Edition, as narrow as the narrowest LMS.

Each element has an access ("r", "w", "rw") and a test of the values that may be written. Where LMSs
differ, the strictest rule that was measured counts: Moodle's for times, identifiers and reals, the
standard's 4,096 characters for suspend_data of 1.2.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

Test = Callable[[str], bool]


class Element(NamedTuple):
    access: str
    test: Test


def matching(pattern: str) -> Test:
    compiled = re.compile(pattern)
    return lambda value: compiled.fullmatch(value) is not None


def words(*allowed: str) -> Test:
    return lambda value: value in allowed


def text(most: int) -> Test:
    """At most so many characters, none of them a control character."""
    return lambda value: (
        len(value) <= most and not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", value)
    )


def line(most: int) -> Test:
    """Text without a line break, which Moodle refuses."""
    return lambda value: text(most)(value) and "\n" not in value and "\r" not in value


def within(low: float, high: float, decimals: int = 7) -> Test:
    number = matching(rf"-?\d{{1,10}}(\.\d{{1,{decimals}}})?")
    return lambda value: number(value) and low <= float(value) <= high


def printable(most: int) -> Test:
    """Printable ASCII, which every LMS hands back as it came."""
    signs = matching(r"[\x20-\x7e]*")
    return lambda value: len(value) <= most and signs(value)


def never(value: str) -> bool:
    return False


ANY_NUMBER = within(-1e9, 1e9)
PERCENT = within(0, 100)
READ = Element("r", never)


def _times(value: str, hours: int) -> bool:
    found = re.fullmatch(rf"(\d{{2,{hours}}}):(\d\d):(\d\d)(\.\d{{1,2}})?", value)
    return bool(found) and int(found[2]) < 60 and int(found[3]) < 60


def span12(value: str) -> bool:
    """HHHH:MM:SS.SS."""
    return _times(value, 4)


def clock12(value: str) -> bool:
    """HH:MM:SS.SS."""
    return _times(value, 2) and int(value[:2]) < 24


ID12 = matching(r"[A-Za-z0-9_.-]{1,255}")
STATUS12 = words("passed", "completed", "failed", "incomplete", "browsed")
RESULT12 = words("correct", "wrong", "unanticipated", "neutral")

OLD: dict[str, Element] = {
    "cmi.core._children": READ,
    "cmi.core.student_id": READ,
    "cmi.core.student_name": READ,
    "cmi.core.lesson_location": Element("rw", text(255)),
    "cmi.core.credit": READ,
    "cmi.core.lesson_status": Element("rw", STATUS12),
    "cmi.core.entry": READ,
    "cmi.core.score._children": READ,
    "cmi.core.score.raw": Element("rw", PERCENT),
    "cmi.core.score.min": Element("rw", PERCENT),
    "cmi.core.score.max": Element("rw", PERCENT),
    "cmi.core.total_time": READ,
    "cmi.core.lesson_mode": READ,
    # "logout" ends the learner's session with the LMS itself, "time-out" is not ours to say.
    "cmi.core.exit": Element("w", words("suspend", "")),
    "cmi.core.session_time": Element("w", span12),
    "cmi.suspend_data": Element("rw", printable(4096)),
    "cmi.launch_data": READ,
    "cmi.comments": Element("rw", text(4096)),
    "cmi.comments_from_lms": READ,
    "cmi.objectives._children": READ,
    "cmi.objectives._count": READ,
    "cmi.objectives.n.id": Element("rw", ID12),
    "cmi.objectives.n.score._children": READ,
    "cmi.objectives.n.score.raw": Element("rw", PERCENT),
    "cmi.objectives.n.score.min": Element("rw", PERCENT),
    "cmi.objectives.n.score.max": Element("rw", PERCENT),
    "cmi.objectives.n.status": Element("rw", STATUS12),
    "cmi.student_data._children": READ,
    "cmi.student_data.mastery_score": READ,
    "cmi.student_data.max_time_allowed": READ,
    "cmi.student_data.time_limit_action": READ,
    "cmi.interactions._children": READ,
    "cmi.interactions._count": READ,
    "cmi.interactions.n.id": Element("w", ID12),
    "cmi.interactions.n.objectives._count": READ,
    "cmi.interactions.n.objectives.n.id": Element("w", ID12),
    "cmi.interactions.n.time": Element("w", clock12),
    "cmi.interactions.n.type": Element(
        "w",
        words(
            "true-false", "choice", "fill-in", "matching", "performance", "sequencing", "likert",
            "numeric",
        ),
    ),
    "cmi.interactions.n.correct_responses._count": READ,
    "cmi.interactions.n.correct_responses.n.pattern": Element("w", text(255)),
    "cmi.interactions.n.weighting": Element("w", ANY_NUMBER),
    "cmi.interactions.n.student_response": Element("w", text(255)),
    "cmi.interactions.n.result": Element("w", lambda v: RESULT12(v) or ANY_NUMBER(v)),
    "cmi.interactions.n.latency": Element("w", span12),
}  # fmt: skip

ID04 = matching(r"(urn:[A-Za-z0-9-]{1,31}:)?[A-Za-z0-9._~:/#%@+-]{1,4000}")
SHORT = r"[A-Za-z0-9_.]{1,250}"
STAMP04 = matching(
    r"20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2}Z?)?"
)
SPAN04 = matching(r"P(?!$)(\d+D)?(T(?!$)(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?)?")
LANGUAGE = r"(\{lang=[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*\})?"
SUCCESS = words("passed", "failed", "unknown")
COMPLETION = words("completed", "incomplete", "not attempted", "unknown")
RESULT04 = words("correct", "incorrect", "unanticipated", "neutral")


def described(value: str) -> bool:
    return line(250)(re.sub("^" + LANGUAGE, "", value)) and bool(value)


def _score(base: str) -> dict[str, Element]:
    return {
        f"{base}.score._children": READ,
        f"{base}.score.scaled": Element("rw", within(-1, 1)),
        f"{base}.score.raw": Element("rw", ANY_NUMBER),
        f"{base}.score.min": Element("rw", ANY_NUMBER),
        f"{base}.score.max": Element("rw", ANY_NUMBER),
    }


NEW: dict[str, Element] = {
    **dict.fromkeys(
        (
            "cmi._version", "cmi.completion_threshold", "cmi.credit", "cmi.entry",
            "cmi.launch_data", "cmi.learner_id", "cmi.learner_name", "cmi.max_time_allowed",
            "cmi.mode", "cmi.scaled_passing_score", "cmi.time_limit_action", "cmi.total_time",
            "cmi.interactions._children", "cmi.interactions._count",
            "cmi.interactions.n.objectives._count", "cmi.interactions.n.correct_responses._count",
            "cmi.objectives._children", "cmi.objectives._count", "cmi.learner_preference._children",
            "cmi.comments_from_learner._count", "cmi.comments_from_lms._count",
            "adl.nav.request_valid.continue", "adl.nav.request_valid.previous",
        ),
        READ,
    ),
    "cmi.completion_status": Element("rw", COMPLETION),
    "cmi.success_status": Element("rw", SUCCESS),
    "cmi.exit": Element("w", words("suspend", "normal")),
    "cmi.location": Element("rw", text(255)),
    "cmi.progress_measure": Element("rw", within(0, 1, 4)),
    **_score("cmi"),
    "cmi.session_time": Element("w", SPAN04),
    "cmi.suspend_data": Element("rw", printable(4096)),
    "cmi.comments_from_learner.n.comment": Element("rw", line(4000)),
    "cmi.comments_from_learner.n.location": Element("rw", text(250)),
    "cmi.comments_from_learner.n.timestamp": Element("rw", STAMP04),
    "cmi.interactions.n.id": Element("rw", ID04),
    "cmi.interactions.n.type": Element(
        "rw",
        words(
            "true-false", "choice", "fill-in", "long-fill-in", "matching", "performance",
            "sequencing", "likert", "numeric", "other",
        ),
    ),
    "cmi.interactions.n.objectives.n.id": Element("rw", ID04),
    "cmi.interactions.n.timestamp": Element("rw", STAMP04),
    "cmi.interactions.n.correct_responses.n.pattern": Element("rw", line(4000)),
    "cmi.interactions.n.weighting": Element("rw", ANY_NUMBER),
    "cmi.interactions.n.learner_response": Element("rw", line(4000)),
    "cmi.interactions.n.result": Element("rw", lambda v: RESULT04(v) or ANY_NUMBER(v)),
    "cmi.interactions.n.latency": Element("rw", SPAN04),
    "cmi.interactions.n.description": Element("rw", described),
    "cmi.objectives.n.id": Element("rw", ID04),
    **_score("cmi.objectives.n"),
    "cmi.objectives.n.success_status": Element("rw", SUCCESS),
    "cmi.objectives.n.completion_status": Element("rw", COMPLETION),
    "cmi.objectives.n.progress_measure": Element("rw", within(0, 1, 4)),
    "cmi.objectives.n.description": Element("rw", described),
    "adl.nav.request": Element("rw", words("suspendAll", "exitAll", "exit")),
}  # fmt: skip


def _several(part: str, between: str, fewest: int = 1) -> Test:
    """Parts with delimiters between them, each part at most once."""
    one = re.compile(part)

    def test(value: str) -> bool:
        parts = value.split(between) if value else []
        if len(parts) < fewest:
            return False
        return all(one.fullmatch(p) for p in parts) and len(set(parts)) == len(parts)

    return test


def _pairs04(value: str) -> bool:
    return _several(rf"{SHORT}\[\.\]{SHORT}", "[,]", 0)(value)


def _range04(value: str) -> bool:
    low, found, high = value.partition("[:]")
    both = [part for part in (low, high) if part]
    if not found or not all(ANY_NUMBER(part) for part in both):
        return False
    return len(both) < 2 or float(low) <= float(high)


def _fills(most: int) -> Test:
    return lambda value: all(line(most)(part) for part in value.split("[,]"))


RESPONSE12: dict[str, Test] = {
    "true-false": words("t", "f"),
    "choice": _several("[0-9a-z]", ",", 0),
    "fill-in": line(255),
    "numeric": ANY_NUMBER,
    "likert": matching("[0-9a-z]?"),
    "matching": _several(r"[0-9a-z]\.[0-9a-z]", ",", 0),
    "performance": line(255),
    "sequencing": _several("[0-9a-z]", ",", 0),
}
RESPONSE04: dict[str, Test] = {
    "true-false": words("true", "false"),
    "choice": _several(SHORT, "[,]", 0),
    "fill-in": _fills(250),
    "long-fill-in": line(4000),
    "numeric": ANY_NUMBER,
    "likert": matching(SHORT),
    "matching": _pairs04,
    "performance": _several(rf"({SHORT})?(\[\.\].{{0,250}})?", "[,]"),
    "sequencing": _several(SHORT, "[,]", 0),
    "other": line(4000),
}
PATTERN12 = RESPONSE12
PATTERN04 = RESPONSE04 | {
    "numeric": _range04,
    "fill-in": lambda v: _fills(250)(re.sub(r"^(\{(case|order)_matters=(true|false)\})*", "", v)),
}


def name_of(element: str) -> str:
    """The element with every index as `n`."""
    return re.sub(r"\.\d+(?=\.)", ".n", element)


def model(standard: str) -> dict[str, Element]:
    return OLD if standard == "1.2" else NEW
