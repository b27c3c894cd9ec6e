"""The same metadata as SCORM 1.2 writes it (IMS Learning Resource Meta-data 1.2.1)."""

from __future__ import annotations

from collections.abc import Iterable

from builder.publish.lms.lom import Facts, vcard
from builder.publish.lms.xml import Element, element

Parts = Iterable[Element | None]


def lom12(facts: Facts) -> Element:
    """The metadata; every part stands in the order that its schema wants."""
    learning = _group("typicallearningtime", _leaf("datetime", facts.duration))
    return _group(
        "lom",
        _group("general", *_general(facts)),
        _group("lifecycle", *_life(facts)),
        _group("metametadata", _leaf("metadatascheme", "ADL SCORM 1.2"), _leaf("language", "en")),
        _group("technical", _leaf("format", "text/html")),
        _group("educational", learning),
        _rights(facts),
    )


def _general(facts: Facts) -> Parts:
    yield _said("title", facts.title, facts.language)
    entry = _said("entry", facts.entry, facts.language)
    yield _group("catalogentry", _leaf("catalog", "course"), entry)
    yield _leaf("language", facts.language)
    yield _said("description", facts.description, facts.language)
    yield from (_said("keyword", word, facts.language) for word in facts.keywords)
    yield _word("structure", "Hierarchical")
    yield _word("aggregationlevel", str(facts.level))


def _life(facts: Facts) -> Parts:
    yield _said("version", facts.version, facts.language)
    yield _word("status", facts.status.capitalize())
    if facts.authors:
        date = _group("date", _leaf("datetime", facts.date)) if facts.date else None
        people = (_group("centity", _leaf("vcard", vcard(name))) for name in facts.authors)
        yield _group("contribute", _word("role", "Author"), *people, date)


def _rights(facts: Facts) -> Element | None:
    if not facts.licence:
        return None
    said = _said("description", facts.licence, facts.language)
    return _group("rights", _word("copyrightandotherrestrictions", "yes"), said)


def _group(name: str, *parts: Element | None) -> Element:
    return element(f"imsmd:{name}", *parts)


def _leaf(name: str, text: str) -> Element:
    return element(f"imsmd:{name}", text)


def _said(name: str, text: str, language: str) -> Element | None:
    if not text:
        return None
    return _group(name, element("imsmd:langstring", text, attributes={"xml:lang": language}))


def _word(name: str, value: str) -> Element:
    """A word of the standard's own vocabulary, which is English."""
    return _group(name, _said("source", "LOMv1.0", "en"), _said("value", value, "en"))
