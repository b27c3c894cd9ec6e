from builder.read.questions.survey import survey
from builder.read.yaml_value import read_yaml


def read(text):
    result = read_yaml(text, "q.yml", survey)
    return result.value, [(f.span[1:], f.code) for f in result.findings]


def test_statements_and_a_scale():
    question, findings = read(
        "prompt: How true?\nscale: [Not at all, Mostly]\nfeedback: Come back to it.\n"
        "rows: [I ask., {id: l, text: I listen., feedback: That counts.}]\n"
    )
    assert findings == []
    assert [(p.id, p.text) for p in question.scale] == [
        ("not-at-all", "Not at all"),
        ("mostly", "Mostly"),
    ]
    assert [(r.id, r.text, r.feedback) for r in question.rows] == [
        ("i-ask", "I ask.", ""),
        ("l", "I listen.", "That counts."),
    ]
    assert not question.single


def test_a_scale_of_numbers_asked_once():
    question, findings = read("prompt: P\nscale: [1, 2, 3]\nfirst: Never\nlast: Always\n")
    assert findings == []
    assert question.single
    assert [p.id for p in question.scale] == ["1", "2", "3"]
    assert (question.first, question.last) == ("Never", "Always")


def test_a_scale_is_required():
    assert read("prompt: P\n")[1] == [((1, 1), "missing-key")]


def test_equal_points_and_rows_are_an_error():
    _, findings = read("prompt: P\nscale: [a, a]\nrows: [b, b]\n")
    assert findings == [((2, 12), "duplicate-option"), ((3, 11), "duplicate-option")]
