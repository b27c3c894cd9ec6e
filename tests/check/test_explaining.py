from __future__ import annotations

import sys

import pytest

from builder.check import RULES, explain
from builder.diagnostics import Code, all_codes

MINE = {
    kind.name: kind
    for name, module in sys.modules.items()
    if name.startswith("builder.check.")
    for kind in vars(module).values()
    if isinstance(kind, Code)
}


def test_there_is_something_to_explain():
    assert len(MINE) >= 45


@pytest.mark.parametrize("name", sorted(MINE))
def test_every_code_says_what_why_and_how(name):
    text = explain(name)
    assert text is not None
    assert text.startswith(f"{name} ({MINE[name].level})\n{MINE[name].title}\n\n")
    assert "\n\nWhy it matters: " in text
    assert "\n\nHow to fix it: " in text
    assert text.endswith("\n")
    assert ("cannot be lowered" in text) is MINE[name].fatal


def test_explain_knows_codes_of_other_rooms_and_no_others():
    assert explain("no-such-code") is None
    assert all(explain(name) for name in all_codes())


def test_every_rule_is_documented_and_named_once():
    rules = [*RULES.lesson, *RULES.text, *RULES.quiz, *RULES.question, *RULES.course]
    assert len(rules) == len(set(rules))
    assert all(rule.__doc__ for rule in rules)
