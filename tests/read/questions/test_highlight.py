from builder.read.questions.highlight import highlight
from builder.read.yaml_value import read_yaml


def read(text):
    result = read_yaml(text, "q.yml", highlight)
    return result.value, [(f.span[1:], f.code) for f in result.findings]


def test_pieces_stand_in_brackets():
    question, findings = read(
        'prompt: P\ntext: "[[I see]], she said, [[but]] no."\n'
        "pieces:\n  - {id: see, text: I see, correct: true, feedback: Why.}\n  - but\n"
    )
    assert findings == []
    assert question.text == "[[I see]], she said, [[but]] no."
    assert [(o.id, o.text, o.correct, o.feedback) for o in question.options] == [
        ("see", "I see", True, "Why."),
        ("but", "but", False, ""),
    ]


def test_text_and_pieces_are_required():
    question, findings = read("prompt: P\n")
    assert findings == [((1, 1), "missing-key"), ((1, 1), "missing-key")]
    assert question.incomplete


def test_two_equal_pieces_are_an_error():
    assert read("prompt: P\ntext: x\npieces: [a, A]\n")[1] == [((3, 13), "duplicate-option")]
