"""Cloze: `answer` gives each blank's id what was typed, or the id of the option chosen."""

from __future__ import annotations

from builder.model.grading import numeric, short_text
from builder.model.grading.base import Answer, Mark, by_id
from builder.model.questions import Blank, Cloze, MenuKey, NumberKey


def mark(question: Cloze, answer: Answer) -> tuple[Mark, ...]:
    """One mark for each blank."""
    given = by_id(answer)
    return tuple(judge(blank, given.get(blank.id)) for blank in question.blanks)


def solution(question: Cloze) -> Answer:
    """What each blank wants."""
    return {blank.id: right(blank) for blank in question.blanks}


def judge(blank: Blank, answer: Answer) -> Mark:
    """The mark of one blank."""
    if isinstance(blank.key, MenuKey):
        return _chosen(blank.id, blank.key, answer)
    if isinstance(blank.key, NumberKey):
        return numeric.judge(blank.id, blank.key, answer)
    return short_text.judge(blank.id, blank.key, answer)


def right(blank: Blank) -> str:
    """The answer that is shown: a text, or the id of the right option."""
    if isinstance(blank.key, MenuKey):
        return next((option.id for option in blank.key.options if option.correct), "")
    if isinstance(blank.key, NumberKey):
        return numeric.shown(blank.key)
    return blank.key.variants[0].text if blank.key.variants else ""


def _chosen(field: str, key: MenuKey, answer: Answer) -> Mark:
    for option in key.options:
        if option.id == answer:
            why = f"{field}/{option.id}"
            earned = float(option.correct)
            return Mark(field, chosen=True, ok=option.correct, credit=earned, why=why)
    return Mark(field, chosen=True, ok=False, credit=0.0)
