"""Short text: `answer` is the text as typed.

The most exact agreement decides: a listed answer in the same case before one in another case,
any listed text before a pattern, a pattern before a slip. So a slip never makes a listed wrong
answer right, and an answer as close to a wrong one as to a right one is not accepted.
"""

from __future__ import annotations

from collections.abc import Iterable

from builder.model.grading.base import Answer, Mark
from builder.model.grading.patterns import matches
from builder.model.grading.spelling import FAR, distance, folds, forgiven, pointed_out, tidy
from builder.model.questions import ShortText, TextKey, Variant

FIELD = "text"
"""The id of the one field."""


def mark(question: ShortText, answer: Answer) -> tuple[Mark, ...]:
    """One mark."""
    return (judge(FIELD, question.key, answer),)


def solution(question: ShortText) -> Answer:
    """The first listed answer."""
    return question.key.variants[0].text if question.key.variants else ""


def judge(field: str, key: TextKey, answer: Answer) -> Mark:
    """The mark of what was typed into the field `field`."""
    typed = answer if isinstance(answer, str) else ""
    if not tidy(typed):
        return taken(field, None)
    found = _listed(key, typed) or _patterned(key, typed)
    return taken(field, found) if found else _slip(field, key, typed)


def taken(field: str, found: Variant | None, note: str = "") -> Mark:
    """The mark for an answer that is the listed one `found`, or none of those listed."""
    if found is None:
        return Mark(field, chosen=True, ok=False, credit=0.0, note=note)
    why = f"{field}/{found.id}"
    return Mark(field, chosen=True, ok=found.correct, credit=found.credit, why=why, note=note)


def _folds(key: TextKey, text: str) -> tuple[str, ...]:
    return folds(text, case=key.case, accents=key.accents)


def _texts(key: TextKey) -> list[Variant]:
    return [variant for variant in key.variants if not variant.pattern]


def _listed(key: TextKey, typed: str) -> Variant | None:
    listed = [(variant, _folds(key, variant.text)) for variant in _texts(key)]
    for way, text in enumerate(_folds(key, typed)):
        for variant, ways in listed:
            if ways[way] == text:
                return variant
    return None


def _patterned(key: TextKey, typed: str) -> Variant | None:
    ways = _folds(key, typed)
    for variant in key.variants:
        if variant.pattern and any(matches(variant.text, way, case=key.case) for way in ways):
            return variant
    return None


def _slip(field: str, key: TextKey, typed: str) -> Mark:
    text = _folds(key, typed)[-1]
    far, right, slips = _closest(key, text, (v for v in _texts(key) if v.credit))
    wrong_far, wrong, wrong_slips = _closest(key, text, (v for v in _texts(key) if not v.credit))
    if wrong and wrong_far < far and wrong_far <= forgiven(wrong_slips):
        return taken(field, wrong)
    if right is None or far > wrong_far or key.typos == "wrong":
        return taken(field, None)
    if key.typos == "accept" and far < wrong_far and far <= forgiven(slips):
        return taken(field, right, note="spelling")
    return taken(field, None, note="spelling" if far <= pointed_out(slips) else "")


def _closest(
    key: TextKey, typed: str, variants: Iterable[Variant]
) -> tuple[int, Variant | None, str]:
    """The distance to the nearest variant, that variant and its text as compared."""
    best: tuple[int, Variant | None, str] = (FAR, None, "")
    for variant in variants:
        text = _folds(key, variant.text)[-1]
        far = distance(typed, text)
        if far < best[0]:
            best = (far, variant, text)
    return best
