import pytest

from builder.diagnostics import Span
from builder.read.quiz import read_quiz

PATH = "quizzes/m/02 Empathy.yml"


def read(text):
    result = read_quiz(PATH, text.encode())
    return result.value, [(f.span[1:], f.code) for f in result.findings]


def test_a_quiz_is_named_by_its_file():
    quiz, findings = read("questions:\n  - {type: true-false, prompt: P, answer: true}\n")
    assert findings == []
    assert (quiz.id, quiz.title, quiz.path) == ("m/02-empathy", "Empathy", PATH)
    assert (quiz.intro, quiz.pass_mark, quiz.span) == ("", None, Span(PATH, 1, 1))


def test_title_intro_and_pass_mark():
    quiz, _ = read("title: T\nintro: I\npass_mark: 80\nquestions: []\n")
    assert (quiz.title, quiz.intro, quiz.pass_mark) == ("T", "I", 80)


@pytest.mark.parametrize("mark", ["101", "-1"])
def test_a_pass_mark_is_a_percentage(mark):
    assert read(f"pass_mark: {mark}\nquestions: []\n")[1] == [((1, 12), "wrong-value")]


def test_questions_keep_their_order_and_a_broken_one_does_not_stop_the_rest():
    quiz, findings = read(
        "questions:\n"
        "  - {type: chioce, prompt: A}\n"
        "  - {type: true-false, prompt: B, answer: true}\n"
        "  - {prompt: C}\n"
        "  - {type: true-false, prompt: D, answer: maybe}\n"
        "  - nothing\n"
    )
    assert [(q.id, q.incomplete) for q in quiz.questions] == [("b", False), ("d", True)]
    assert findings == [
        ((2, 12), "wrong-value"),
        ((4, 5), "missing-key"),
        ((5, 43), "wrong-type"),
        ((6, 5), "wrong-type"),
    ]
    assert quiz.incomplete


def test_two_questions_with_one_id_are_an_error():
    question = "  - {type: true-false, prompt: Same one?, answer: true}\n"
    _, findings = read("questions:\n" + question * 2)
    assert findings == [((3, 5), "duplicate-question")]


def test_questions_are_required():
    assert read("title: T\n")[1] == [((1, 1), "missing-key")]


@pytest.mark.parametrize("text", ["", "[]", "title: 'x", "\t"])
def test_an_unreadable_quiz_is_a_quiz_without_questions(text):
    quiz, findings = read(text)
    assert quiz.questions == ()
    assert len(findings) == 1


def test_the_way_a_file_is_saved_makes_no_difference():
    text = "title: T\nquestions:\n  - {type: true-false, prompt: é, answer: true}\n"
    plain = read_quiz(PATH, text.encode())
    for data in (b"\xef\xbb\xbf" + text.encode(), text.replace("\n", "\r\n").encode()):
        assert read_quiz(PATH, data) == plain
