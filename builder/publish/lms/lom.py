"""Metadata of learning objects (IEEE 1484.12.1) as SCORM 1.2 and SCORM 2004 write it.

Everything comes from the course; what its author left out is left out here, too. Dates are the
author's: a build at another time must not make another package.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from builder.model.course import Course
from builder.publish.lms.scos import Sco
from builder.publish.lms.xml import Element, element
from builder.render.markup import plain

_MOST_WORDS = 10
_LONGEST = 2000
_CATALOG = "course"
Parts = Iterable[Element | None]


@dataclass(frozen=True, slots=True)
class Facts:
    """What is said of a course or a part of it; `minutes` of study, `level` 3 for a course and 2
    for a part of one."""

    entry: str
    title: str
    language: str
    description: str
    keywords: tuple[str, ...]
    version: str
    authors: tuple[str, ...]
    date: str
    minutes: int
    licence: str
    level: int

    @property
    def status(self) -> str:
        """A version that begins with 0 or names a stage after a hyphen is not final."""
        return "draft" if self.version.startswith("0") or "-" in self.version else "final"

    @property
    def duration(self) -> str:
        """The time of study as ISO 8601 writes it."""
        hours, minutes = divmod(self.minutes, 60)
        return f"PT{hours}H{minutes}M" if hours else f"PT{minutes}M"


def course_facts(course: Course, parts: Iterable[Sco]) -> Facts:
    """What is said of the whole course."""
    text = course.description or course.subtitle
    seconds = sum(sco.seconds for sco in parts)
    return _facts(course, course.id, course.title, text, seconds, 3)


def part_facts(course: Course, sco: Sco) -> Facts:
    """What is said of a module that is tracked by itself."""
    text = next((module.description for module in sco.modules), "")
    return _facts(course, f"{course.id}/{sco.id}", sco.title, text, sco.seconds, 2)


def _facts(course: Course, entry: str, title: str, text: str, seconds: float, level: int) -> Facts:
    labels = (tag.label for tag in course.tags)
    words = course.lms.keywords or tuple(labels)
    return Facts(
        entry,
        title,
        course.language,
        one_line(plain(text), _LONGEST),
        tuple(dict.fromkeys(words))[:_MOST_WORDS],
        course.version,
        course.authors,
        course.lms.date,
        max(1, round(seconds / 60)),
        plain(course.licence),
        level,
    )


def one_line(text: str, longest: int) -> str:
    """A text without line breaks, cut with an ellipsis where it is too long."""
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}\u2026"


def lom(facts: Facts) -> Element:
    """The metadata as SCORM 2004 writes it (IEEE 1484.12.3, strict vocabulary)."""
    return _group(
        "lom",
        _group("general", *_general(facts)),
        _group("lifeCycle", *_life(facts)),
        _group("metaMetadata", _leaf("metadataSchema", "LOMv1.0"), _leaf("language", "en")),
        _group("technical", _leaf("format", "text/html")),
        _group("educational", _group("typicalLearningTime", _leaf("duration", facts.duration))),
        _rights(facts),
        prefix=True,
    )


def _general(facts: Facts) -> Parts:
    yield _group("identifier", _leaf("catalog", _CATALOG), _leaf("entry", facts.entry))
    yield _said("title", facts.title, facts)
    yield _leaf("language", facts.language)
    yield _said("description", facts.description, facts)
    yield from (_said("keyword", word, facts) for word in facts.keywords)
    yield _word("structure", "hierarchical")
    yield _word("aggregationLevel", str(facts.level))


def _life(facts: Facts) -> Parts:
    yield _said("version", facts.version, facts)
    yield _word("status", facts.status)
    if facts.authors:
        date = _group("date", _leaf("dateTime", facts.date)) if facts.date else None
        people = (_leaf("entity", vcard(name)) for name in facts.authors)
        yield _group("contribute", _word("role", "author"), *people, date)


def _rights(facts: Facts) -> Element | None:
    if not facts.licence:
        return None
    said = _said("description", facts.licence, facts)
    return _group("rights", _word("copyrightAndOtherRestrictions", "yes"), said)


def _group(name: str, *parts: Element | None, prefix: bool = False) -> Element:
    head = {"xmlns:lom": "http://ltsc.ieee.org/xsd/LOM"} if prefix else None
    return element(f"lom:{name}", *parts, attributes=head)


def _leaf(name: str, text: str) -> Element:
    return element(f"lom:{name}", text)


def _said(name: str, text: str, facts: Facts) -> Element | None:
    if not text:
        return None
    return _group(name, element("lom:string", text, attributes={"language": facts.language}))


def _word(name: str, value: str) -> Element:
    return _group(name, _leaf("source", "LOMv1.0"), _leaf("value", value))


def vcard(name: str) -> str:
    """A person's or an organization's name as vCard 3.0."""
    escaped = name.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    line = " ".join(escaped.split())
    return f"BEGIN:VCARD\nVERSION:3.0\nN:{line};;;;\nFN:{line}\nEND:VCARD"
