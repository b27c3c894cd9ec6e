import pytest

from builder.model.questions import Region
from builder.read.questions.hotspot import hotspot
from builder.read.yaml_value import read_yaml

TOP = "prompt: P\nimage: a.png\nalt: A desk\nregions:\n"


def read(text):
    result = read_yaml(text, "q.yml", hotspot)
    return result.value, [(f.span[1:], f.code) for f in result.findings]


def test_regions_lie_on_a_picture():
    question, findings = read(
        TOP + "  - {text: Lamp, left: 5, top: 10.5, width: 20, height: 30, correct: true}\n"
        "  - {id: b, text: Book, width: 100, height: 100, feedback: No.}\n"
    )
    assert findings == []
    assert (question.picture.src, question.picture.alt) == ("a.png", "A desk")
    assert question.picture.span[1:] == (2, 8)
    assert [(o.id, o.text, o.correct, o.feedback) for o in question.options] == [
        ("lamp", "Lamp", True, ""),
        ("b", "Book", False, "No."),
    ]
    assert question.regions == (Region(5, 10.5, 20, 30), Region(0, 0, 100, 100))
    assert not question.several


def test_several_regions_may_be_right():
    region = "  - {text: %s, width: 9, height: 9, correct: true}\n"
    assert read(TOP + region % "a" + region % "b")[0].several


@pytest.mark.parametrize(
    ("region", "findings"),
    [
        ("{text: a, left: 60, width: 50, height: 9}", [((5, 32), "wrong-region")]),
        ("{text: a, top: 95, width: 5, height: 9}", [((5, 42), "wrong-region")]),
        ("{text: a, left: 5, top: 5}", [((5, 5), "wrong-region")]),
        ("{text: a, width: 0, height: 9}", [((5, 22), "wrong-region")]),
        ("{text: a, width: 120, height: 9}", [((5, 22), "wrong-value")]),
        ("{text: a, width: 20px, height: 9}", [((5, 22), "wrong-type")]),
        ("{width: 9, height: 9}", [((5, 5), "missing-key")]),
        ("a", [((5, 5), "wrong-type")]),
    ],
)
def test_a_region_outside_or_without_size_has_its_place(region, findings):
    question, found = read(TOP + f"  - {region}\n")
    assert found == findings
    assert question.incomplete


def test_a_picture_needs_words():
    question, findings = read("prompt: P\nimage: a.png\nregions: []\n")
    assert ((1, 1), "missing-key") in findings
    assert question.incomplete
