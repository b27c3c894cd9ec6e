import pytest

from builder.read.questions import READERS
from builder.read.yaml_value import read_yaml


def read(text):
    kind = text.partition("type: ")[2].split("\n")[0]
    result = read_yaml(text, "q.yml", lambda f: (f.text("type"), READERS[kind](f))[1])
    return result.value, [(f.span[1:], f.code) for f in result.findings]


SINGLE = """\
type: single-choice
prompt: What first?
hint: Think.
feedback: Listening opens doors.
objective: listen
objectives: [ask]
section: '#listen-first'
points: 2
options:
  - text: Listen to **them**
    correct: true
    feedback: Yes.
  - {id: talk, text: Talk}
  - Wait
"""


def test_all_keys():
    question, findings = read(SINGLE)
    assert findings == []
    assert (question.id, question.type, question.prompt) == (
        "what-first",
        "single-choice",
        "What first?",
    )
    assert (question.hint, question.feedback) == ("Think.", "Listening opens doors.")
    assert [ref.id for ref in question.objectives] == ["ask", "listen"]
    assert question.section.id == "listen-first"
    assert (question.points, question.shuffle, question.several) == (2.0, True, False)
    assert [(o.id, o.text, o.correct, o.feedback) for o in question.options] == [
        ("listen-to-them", "Listen to **them**", True, "Yes."),
        ("talk", "Talk", False, ""),
        ("wait", "Wait", False, ""),
    ]
    assert not question.incomplete


def test_options_know_their_places():
    assert [o.span[1:] for o in read(SINGLE)[0].options] == [(10, 5), (13, 5), (14, 5)]


def test_ids_from_long_texts_are_short():
    question, _ = read("type: single-choice\nprompt: P\noptions:\n  - " + "long words " * 20)
    assert question.options[0].id == "long-words-long-words-long-words-long-wo"


def test_options_with_the_same_id_are_an_error():
    _, findings = read(
        "type: multiple-response\nprompt: P\noptions: [Yes!, yes, {id: yes, text: No}]\n"
    )
    assert findings == [((3, 17), "duplicate-option"), ((3, 22), "duplicate-option")]


def test_several_may_be_right():
    question, _ = read(
        "type: multiple-response\nprompt: P\nshuffle: false\n"
        "options: [{text: a, correct: true}, {text: b, correct: true}]\n"
    )
    assert question.several
    assert not question.shuffle


@pytest.mark.parametrize("answer", ["true", "false"])
def test_true_or_false(answer):
    question, findings = read(f"type: true-false\nprompt: P\nanswer: {answer}\n")
    assert findings == []
    assert [(o.id, o.correct) for o in question.options] == [
        ("true", answer == "true"),
        ("false", answer == "false"),
    ]
    assert not question.shuffle


@pytest.mark.parametrize(
    ("text", "place", "code"),
    [
        ("type: true-false\nprompt: P\n", (1, 1), "missing-key"),
        ("type: true-false\nprompt: P\nanswer: yes\n", (3, 9), "wrong-type"),
        ("type: single-choice\nprompt: P\n", (1, 1), "missing-key"),
        ("type: single-choice\noptions: [a, b]\n", (1, 1), "missing-key"),
        ("type: single-choice\nprompt: P\noptions: [{text: a, corect: true}]\n", (3, 21),
         "unknown-key"),
        ("type: single-choice\nprompt: P\noptions: a\n", (3, 10), "wrong-type"),
        ("type: single-choice\nprompt: P\nopions: [a]\n", (3, 1), "unknown-key"),
        ("type: single-choice\nprompt: P\npoints: -1\noptions: [a]\n", (3, 9), "wrong-value"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_once_and_marks_the_question(text, place, code):
    question, findings = read(text)
    assert findings == [(place, code)]
    assert question.incomplete
