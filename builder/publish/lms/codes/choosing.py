"""Kinds whose answers are one option, or any of several."""

from __future__ import annotations

from builder.model.questions import Choice, Confidence, Highlight, Hotspot
from builder.publish.lms.codes.base import Shape


def choice(question: Choice) -> Shape:
    """One option, or a set of them."""
    return several(question) if question.several else _one(question)


def confidence(question: Confidence) -> Shape:
    """One option; how sure the learner is of it is part of the answer."""
    one = _one(question)
    return one._replace(data={**one.data, "pair": 1}, flags="u")


def several(question: Choice | Highlight | Hotspot) -> Shape:
    """A set of options; its score has a step for each right one."""
    right = [place for place, option in enumerate(question.options) if option.correct]
    ids = [option.id for option in question.options]
    return Shape(f"s{len(ids)}", max(1, len(right)), {"ids": ids}, right)


def _one(question: Choice) -> Shape:
    ids = [option.id for option in question.options]
    right = [place for place, option in enumerate(question.options) if option.correct]
    return Shape(f"o{len(ids)}", 1, {"ids": ids}, right[0] if len(right) == 1 else None)
