import pytest

from builder.read.questions.numeric import numeric
from builder.read.yaml_value import read_yaml


def read(text):
    result = read_yaml("prompt: P\n" + text, "q.yml", numeric)
    return result.value, [(f.span[1:], f.code, f.hint) for f in result.findings]


def test_a_number_is_enough():
    question, findings = read("answer: 42.195\n")
    assert findings == []
    assert question.type == "numeric"
    assert [(a.text, a.low, a.high) for a in question.key.amounts] == [("42.195", 42.195, 42.195)]
    assert question.key.comma is None
    assert question.key.units == ()


def test_everything_that_can_be_said():
    question, findings = read(
        "answer: {value: 42, feedback: Yes.}\ntolerance: 5%\n"
        "accept:\n  - {from: 30, to: 35, credit: 0.5}\n  - {value: 6e3, tolerance: 10}\n"
        "wrong: [26.2, {value: -10, tolerance: 0, feedback: No.}]\n"
        "unit: km\nunits: {m: 0.001, mi: 1.609344}\nunit_required: true\ndecimal: comma\n"
    )
    assert findings == []
    told = [(a.id, a.text, a.credit, a.feedback) for a in question.key.amounts]
    assert told == [
        ("0", "42", 1, "Yes."),
        ("1", "30\u201335", 0.5, ""),
        ("2", "6e3", 1, ""),
        ("3", "26.2", 0, ""),
        ("4", "-10", 0, "No."),
    ]
    ranges = [(a.low, a.high) for a in question.key.amounts]
    assert ranges[:3] == [pytest.approx((39.9, 44.1)), (30, 35), (5990, 6010)]
    assert ranges[3] == pytest.approx((24.89, 27.51))
    assert ranges[4] == (-10, -10)
    assert question.key.units == (("km", 1.0), ("m", 0.001), ("mi", 1.609344))
    assert question.key.unit_required
    assert question.key.comma is True


@pytest.mark.parametrize(
    ("text", "place", "code", "hint"),
    [
        ("hint: H\n", (1, 1), "missing-key", "add 'answer: ...'"),
        ('answer: "42,5"\n', (2, 9), "wrong-type", "write 42.5"),
        ("answer: many\n", (2, 9), "wrong-type", "write such as 3.5 or 6e23"),
        ("answer: nan\n", (2, 9), "wrong-type", "write such as 3.5 or 6e23"),
        ("answer: 1_000\n", (2, 9), "wrong-type", "write such as 3.5 or 6e23"),
        ("answer: 5 km\n", (2, 9), "wrong-type", "write such as 3.5 or 6e23"),
        ("answer: {from: 5}\n", (2, 16), "wrong-value", "add 'to: ...'"),
        ("answer: {from: 5, to: 3}\n", (2, 23), "wrong-value", "change the two"),
        ("answer: 5\ntolerance: -1\n", (3, 12), "wrong-value", ""),
        ("answer: 5\ntolerance: some\n", (3, 12), "wrong-type", "write such as 3.5 or 6e23"),
        ("answer: 5\nunits: {m: 0.001}\n", (3, 8), "wrong-value", "add 'unit: ...'"),
        ("answer: 5\nunit: km\nunits: {m: 0}\n", (4, 12), "wrong-value", ""),
        ("answer: 5\ndecimal: dot\n", (3, 10), "wrong-value", "use one of: point, comma"),
    ],
)
def test_mistakes_have_places_and_hints(text, place, code, hint):
    question, findings = read(text)
    assert findings == [(place, code, hint)]
    assert question.incomplete
