"""How objectives are written."""

import pytest

from builder.diagnostics import Level
from builder.model.parts import Objective

from .make import at, in_lesson, objective


def named(text):
    return (Objective("o", text, at(4, 5)),)


@pytest.mark.parametrize(
    "text",
    ["Understand trust", "Know three signs", "Be aware of bias", "to learn to listen", "Realise it",
     "Be able to appreciate", "Familiarize yourself with it", "Become a listener", "Explore ties"],
)  # fmt: skip
def test_what_nobody_can_see(text):
    (found,) = in_lesson("vague-objective", objectives=named(text))
    assert (found.level, found.span) == (Level.WARNING, at(4, 5))


@pytest.mark.parametrize("text", ["Draw a map", "Knowingly choose", "Explain what you know", ""])
def test_what_can_be_seen(text):
    assert not in_lesson("vague-objective", objectives=named(text))


def test_a_handful():
    assert not in_lesson("many-objectives", objectives=tuple(objective(f"o{n}") for n in range(5)))
    rows = tuple(objective(f"o{n}", 4 + n) for n in range(6))
    assert in_lesson("many-objectives", objectives=rows)[0].span.line == 9


def test_two_verbs():
    assert in_lesson("double-objective", objectives=named("Draw and explain a map"))
    assert not in_lesson("double-objective", objectives=named("Draw close and light ties"))
