"""Rules of hotspot and highlight, over questions as authors write them."""

import pytest

from builder.check.kinds import kind_findings
from builder.read.questions.highlight import highlight
from builder.read.questions.hotspot import hotspot
from builder.read.yaml_value import read_yaml

PICTURE = "prompt: P\nimage: a.png\nalt: A desk\nregions:\n"
RIGHT = "  - {text: a, left: 0, top: 0, width: 20, height: 20, correct: true}\n"
TEXT = 'prompt: P\ntext: "[[one]] and [[two]]."\npieces:\n'


def found(text, kind):
    result = read_yaml(text, "q.yml", kind)
    assert result.findings == ()
    return [(f.span[1:], f.code) for f in kind_findings(result.value)]


@pytest.mark.parametrize(
    ("region", "findings"),
    [
        ("{text: b, left: 50, top: 0, width: 20, height: 20}", []),
        ("{text: b, left: 20, top: 0, width: 20, height: 20}", []),
        ("{text: b, left: 19, top: 19, width: 20, height: 20}", [((6, 5), "regions-overlap")]),
        ("{text: b, left: 50, top: 0, width: 9, height: 20}", [((6, 5), "small-region")]),
        ("{text: b, left: 50, top: 0, width: 20, height: 9.5}", [((6, 5), "small-region")]),
        (
            "{text: b, left: 50, top: 0, width: 20, height: 20, correct: true}",
            [((1, 1), "no-wrong-option")],
        ),
    ],
)
def test_regions_lie_apart_and_can_be_hit(region, findings):
    assert found(f"{PICTURE}{RIGHT}  - {region}\n", hotspot) == findings


def test_something_is_right_and_something_to_choose():
    assert found(PICTURE + RIGHT, hotspot) == [((1, 1), "few-options")]
    wrong = RIGHT.replace(", correct: true", "")
    other = wrong.replace("text: a, left: 0", "text: b, left: 40")
    assert found(PICTURE + wrong + other, hotspot) == [((1, 1), "no-right-option")]


def test_a_small_region_says_what_is_small():
    region = RIGHT.replace("height: 20", "height: 4")
    read = read_yaml(PICTURE + region, "q.yml", hotspot).value
    messages = [f.message for f in kind_findings(read) if f.code == "small-region"]
    assert messages == ["the region is 4 percent high, which is small for a finger"]


@pytest.mark.parametrize(
    ("pieces", "findings"),
    [
        ("  - {text: one, correct: true}\n  - two\n", []),
        (
            "  - {text: one, correct: true}\n  - tow\n",
            [((1, 1), "piece-not-in-text"), ((5, 5), "piece-not-in-text")],
        ),
        (
            "  - {text: one, correct: true}\n  - two\n  - and\n",
            [((6, 5), "piece-not-in-text")],
        ),
        ("  - one\n  - two\n", [((1, 1), "no-right-option")]),
        (
            "  - {text: one, correct: true}\n  - {text: two, correct: true}\n",
            [((1, 1), "no-wrong-option")],
        ),
        (
            "  - {text: one, correct: true}\n",
            [((1, 1), "few-options"), ((1, 1), "piece-not-in-text")],
        ),
    ],
)
def test_brackets_and_list_hold_the_same_words(pieces, findings):
    assert sorted(found(TEXT + pieces, highlight)) == findings


def test_a_piece_in_two_brackets_is_ambiguous():
    text = 'prompt: P\ntext: "[[a]] [[b]] [[a]]"\npieces:\n  - {text: a, correct: true}\n  - b\n'
    assert found(text, highlight) == [((4, 5), "piece-not-in-text")]


def test_the_words_may_break_over_lines():
    text = (
        "prompt: P\ntext: |\n  [[one\n  two]] [[b]]\npieces:\n  - {text: one two, correct: true}\n"
    )
    assert found(text + "  - b\n", highlight) == []
