"""The registry of ids: `ids.yml` in the folder of lessons.

The file is YAML, so that editors and other programs can read it, but only this program writes
it: each line has one form, and a line of any other form is a mistake with its place. That makes
reading it fast and strict, and a merge that went wrong is noticed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from builder.diagnostics import Diagnostic, Level, Span, code
from builder.model.registry import Fate, Kind, Known, Registry, Slot
from builder.model.result import Result
from builder.read.text import decode

LINE = code(
    "registry-line",
    Level.ERROR,
    "A line of ids.yml cannot be read",
    "`ids.yml` says which part of learners' saved state belongs to what. coursewright writes it, "
    "one line for each id. Why it matters: a line that is read wrongly would show a learner's "
    "answer under another question. How to fix it: restore the line from git "
    "(`git log -p content/ids.yml` shows every version of it).",
)
MERGE = code(
    "registry-merge",
    Level.ERROR,
    "A merge in ids.yml is not finished",
    "Two branches added ids, and git could not tell which come first. How to fix it: keep the "
    "lines of both sides and delete the lines that begin with <<<<<<<, ======= and >>>>>>>. "
    "`coursewright ids` then tells which numbers stand twice.",
)
SLOT_TWICE = code(
    "slot-twice",
    Level.ERROR,
    "A number stands twice in ids.yml",
    "Two branches gave the same number to different things. Why it matters: a learner's answer "
    "could be shown under the wrong question. How to fix it: one of the two lines is in a package "
    "that learners have used already; keep that one. Delete the other line: the next build gives "
    "it a new number. If both were in use, keep the one with more learners.",
)
ID_TWICE = code(
    "id-twice",
    Level.ERROR,
    "An id stands twice in ids.yml",
    "Two lines that are in use have the same id, usually after a merge. How to fix it: keep the "
    "line that is in a package which learners have used already, else the one with the lower "
    "number, and delete the other.",
)

_MARKS = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")
_KIND = "|".join(Kind)
_FATE = "|".join(fate for fate in Fate if fate)
_NUMBER = "0|[1-9][0-9]{0,6}"
_CODE = r"z|[a-z][0-9.]*(?:/[0-9]+)?\*[0-9]+[a-z]*"
_ROW = re.compile(
    rf"  (?P<number>{_NUMBER}): (?P<kind>{_KIND}) (?P<id>\S+)"
    rf"(?: (?P<mark>[0-9a-f]{{12}}))?(?: (?P<code>{_CODE}))?(?: (?P<fate>{_FATE}))?"
)
_COURSE = re.compile(r"course: (?P<id>\S+)")
_KEY = re.compile(r"key: (?P<key>[0-9a-f]{12})")


def read_registry(path: str, data: bytes) -> Result[Registry]:
    """The registry in a file; `path` is relative to the course root. Lines that cannot be read
    are left out and reported."""
    decoded = decode(path, data)
    findings = list(decoded.findings)
    course, key, slots, span = "", "", [], Span(path, 1, 1)
    for number, row in enumerate(decoded.value.split("\n"), 1):
        if not row or row.startswith("#") or row == "slots:":
            continue
        if found := _COURSE.fullmatch(row):
            course, span = unquote(found["id"]), Span(path, number, 1)
        elif found := _KEY.fullmatch(row):
            key = found["key"]
        elif found := _ROW.fullmatch(row):
            slots.append(_slot(found, Span(path, number, 3)))
        else:
            findings.append(_unread(row, Span(path, number, 1)))
    registry = Registry(path, course, key, tuple(slots), span)
    return Result(registry, (*findings, *_repeats(registry)))


def _slot(row: re.Match[str], span: Span) -> Slot:
    known = Known(Kind(row["kind"]), unquote(row["id"]), row["mark"] or "", row["code"] or "")
    return Slot(int(row["number"]), known, span, Fate(row["fate"] or ""))


def _unread(row: str, span: Span) -> Diagnostic:
    if row.startswith(_MARKS):
        hint = "keep the lines of both sides, delete those that git has added"
        return MERGE.at(span, "a merge is not finished here", hint)
    hint = "restore the line from git; coursewright writes this file itself"
    return LINE.at(span, "this line cannot be read", hint)


def _repeats(registry: Registry) -> Iterator[Diagnostic]:
    numbers: dict[int, Slot] = {}
    live: dict[tuple[Kind, str], Slot] = {}
    for slot in registry.slots:
        first = numbers.setdefault(slot.number, slot)
        name = (slot.known.kind, slot.known.id)
        if first is not slot:
            hint = "keep the line that learners' packages have, delete the other; build again"
            see = ((first.span, "first given here"),)
            yield SLOT_TWICE.at(slot.span, f"the number {slot.number} is given twice", hint, see)
        elif slot.fate is Fate.LIVE and live.setdefault(name, slot) is not slot:
            hint = "keep the line that learners' packages have, else the first; delete the other"
            see = ((live[name].span, "first given here"),)
            message = f"the {name[0]} {name[1]!r} has two numbers"
            yield ID_TWICE.at(slot.span, message, hint, see)
