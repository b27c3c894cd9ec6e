"""Texts that YAML would turn into something else stay what the author wrote, or are refused."""

from __future__ import annotations

import pytest

from builder.read.quiz import read_quiz

from .examine import QUIZ, Case, judge, names, quiz, write

KEPT = {
    "no": "no",
    "NO": "NO",
    "yes": "yes",
    "on": "on",
    "off": "off",
    "true": "true",
    "null": "null",
    "~": "~",
    "1:30": "1:30",
    "010": "010",
    "0x1F": "0x1F",
    "1.10": "1.10",
    "1e3": "1e3",
    "1_000": "1_000",
    ".inf": ".inf",
    ".nan": ".nan",
    "2024-01-01": "2024-01-01",
    "2024-01-01 12:00:00": "2024-01-01 12:00:00",
    "=": "=",
    "C#": "C#",
    "50%": "50%",
    "a:b": "a:b",
    "'it''s'": "it's",
    '"a\\tb"': "a\tb",
    "don't": "don't",
    "-5": "-5",
    "9" * 5000: "9" * 5000,
    "\u00e9\u4fe1\U0001f600": "\u00e9\u4fe1\U0001f600",
    "a\u2028b": "a b",
}


def options(text: str) -> str:
    """A question whose second option (line 9) reads `text`."""
    return quiz(
        "  - id: q\n    type: single-choice\n    prompt: What?\n    feedback: Why.\n    options:\n"
        f"      - {{text: Right, correct: true}}\n      - text: {text}\n"
    )


@pytest.mark.parametrize("written", KEPT, ids=lambda text: ascii(text)[:24])
def test_a_text_is_what_was_written(written):
    found = read_quiz(QUIZ, options(written).encode())
    assert found.findings == ()
    assert found.value.questions[0].options[1].text == KEPT[written]


def case(name: str, text: str, *found: str) -> Case:
    return Case(name, {QUIZ: options(text)}, [f"{QUIZ}:{one}" for one in found])


CASES = [
    case("comment", "C # minor", "9 lost-text"),
    case("anchor", "&x y", "9 yaml-feature"),
    case("alias", "*x", "9 yaml-feature"),
    case("tag", "!x y", "9 yaml-feature"),
    case("mapping", "{a, b}", "9 wrong-type"),
    case("list", "[a, b]", "9 wrong-type"),
    case("colon", "Trust: a start", "9 yaml-syntax"),
    case("at", "@home", "9 yaml-syntax"),
    case("backtick", "`code`", "9 yaml-syntax"),
    case("quote-open", '"open', "9 yaml-syntax"),
    case("quote-then-text", '"Trust" is good', "9 yaml-syntax"),
    case("bad-escape", '"a\\qb"', "9 yaml-syntax"),
    case("block-scalar", "|\n          Several\n          lines"),
    case("empty", "", "9 missing-key"),
    case("blank", '" "', "9 missing-key"),
    case("duplicate-key", "A\n        text: B", "10 duplicate-key"),
    case("deep", "[" * 2000, "9 yaml-syntax"),
    case("correct-in-words", "A\n        correct: yes", "10 wrong-type"),
    case("correct-as-number", "A\n        correct: 1", "10 wrong-type"),
    case("correct-quoted", 'A\n        correct: "true"', "10 wrong-type"),
    case("correct-as-norway", "A\n        correct: no", "10 wrong-type"),
    case("misspelt-key", "A\n        corect: true", "10 unknown-key"),
    case("key-on", "A\n        on: true", "10 unknown-key"),
    case("number-key", "A\n        1: true", "10 unknown-key"),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=names(CASES))
def test_scalar(case, tmp_path):
    judge(write(tmp_path, case.files), case.found)
