from builder.read.questions.confidence import confidence
from builder.read.yaml_value import read_yaml


def read(text):
    result = read_yaml(text, "q.yml", confidence)
    return result.value, [(f.span[1:], f.code) for f in result.findings]


def test_options_and_what_is_said_to_each_outcome():
    question, findings = read(
        "prompt: P\noptions: [{text: A, correct: true, feedback: Yes.}, B]\n"
        "outcomes: {certain_wrong: Look again., guess_right: You know more than you think.}\n"
    )
    assert findings == []
    assert question.type == "confidence"
    assert [(o.id, o.correct) for o in question.options] == [("a", True), ("b", False)]
    assert dict(question.outcomes) == {
        "guess_right": "You know more than you think.",
        "certain_wrong": "Look again.",
    }


def test_an_outcome_that_does_not_exist_is_told():
    _, findings = read("prompt: P\noptions: [A, B]\noutcomes: {sertain_wrong: No}\n")
    assert findings == [((3, 12), "unknown-key")]


def test_options_are_required():
    assert read("prompt: P\n")[1] == [((1, 1), "missing-key")]
