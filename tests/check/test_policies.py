"""Whether the settings of a quiz go together."""

from dataclasses import replace

import pytest

from builder.check import check_quiz
from builder.diagnostics import Level
from builder.model.quiz import Mode, Policy, Reveal

from .make import choice, of, quiz
from .test_draws import draw


def found(code, name="trust", mark=None, **settings):
    shown = replace(quiz(choice(), name=name), policy=Policy(**settings), pass_mark=mark)
    return of(code, check_quiz(shown))


@pytest.mark.parametrize(
    ("settings", "word"),
    [
        ({"extension": 25}, "extension"),
        ({"mode": Mode.EXAM, "tries": 1, "reveal": Reveal.AT_ONCE}, "exam"),
        ({"mode": Mode.EXAM, "tries": 1, "reveal": Reveal.AFTER_TRIES}, "exam"),
        ({"reveal": Reveal.AFTER_TRIES}, "never comes"),
        ({"mode": Mode.CHECK, "tries": 3, "reveal": Reveal.AT_ONCE}, "2 tries"),
        ({"mode": Mode.EXAM, "reveal": Reveal.NEVER, "confidence": True}, "sure"),
        ({"mode": Mode.CHECK, "tries": 2, "reveal": Reveal.NEVER}, "feedback"),
    ],
)
def test_settings_that_undo_each_other(settings, word):
    (finding,) = found("policy-conflict", **settings)
    assert (finding.level, word in finding.message) == (Level.WARNING, True)


def test_no_key_no_pass_mark():
    settings = {"mode": Mode.EXAM, "tries": 1, "reveal": Reveal.NEVER}
    assert found("policy-conflict", mark=70, **settings)
    assert not found("policy-conflict", **settings)


@pytest.mark.parametrize(
    "settings",
    [
        {},
        {"mode": Mode.CHECK, "tries": 2, "reveal": Reveal.AFTER_TRIES},
        {"mode": Mode.CHECK, "tries": 1, "reveal": Reveal.AT_ONCE},
        {"mode": Mode.EXAM, "tries": 1, "reveal": Reveal.AT_END, "time_limit": 10, "extension": 25},
    ],
)
def test_settings_that_fit(settings):
    assert not found("policy-conflict", **settings)


def test_a_bank_is_not_taken():
    assert not found("policy-conflict", name="banks/b", extension=25)


def test_time_to_read():
    many = replace(quiz(choice()), draws=(draw(9, "banks/b"),))
    assert of("short-time-limit", check_quiz(replace(many, policy=Policy(time_limit=3))))
    assert not of("short-time-limit", check_quiz(replace(many, policy=Policy(time_limit=4))))
