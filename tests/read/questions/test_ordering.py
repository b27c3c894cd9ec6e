from builder.read.questions.ordering import ordering
from builder.read.yaml_value import read_yaml


def read(text):
    result = read_yaml(text, "q.yml", ordering)
    return result.value, [(f.span[1:], f.code) for f in result.findings]


def test_items_stand_in_the_right_order():
    question, findings = read(
        "prompt: Sort\nfirst: Before\nlast: After\n"
        "items: [Listen, {text: Ask, feedback: Then.}, {id: c, text: Check}]\n"
    )
    assert findings == []
    assert question.type == "ordering"
    assert (question.first, question.last) == ("Before", "After")
    assert [(o.id, o.text, o.feedback) for o in question.options] == [
        ("listen", "Listen", ""),
        ("ask", "Ask", "Then."),
        ("c", "Check", ""),
    ]


def test_equal_items_are_an_error():
    assert read("prompt: P\nitems: [a, b, a]\n")[1] == [((2, 15), "duplicate-option")]


def test_items_are_required():
    question, findings = read("prompt: P\n")
    assert findings == [((1, 1), "missing-key")]
    assert question.incomplete
