import pytest

from builder.diagnostics import Span
from builder.model.quiz import Keep, Mode, Policy, Reveal
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


def policy(text):
    quiz, findings = read(
        f"{text}\nquestions:\n  - {{type: true-false, prompt: P, answer: true}}\n"
    )
    return quiz.policy, findings


def test_each_mode_brings_settings_that_fit():
    assert policy("")[0] == Policy()
    assert policy("mode: check")[0] == Policy(mode=Mode.CHECK, tries=2, reveal=Reveal.AFTER_TRIES)
    assert policy("mode: exam")[0] == Policy(mode=Mode.EXAM, tries=1, reveal=Reveal.AT_END)


def test_every_setting_can_be_said():
    text = (
        "mode: check\ntries: 3\nattempts: 5\nkeep: last\nshuffle: true\ntime_limit: 20\n"
        "extension: 25\nreveal: never\nconfidence: true"
    )
    assert policy(text) == (
        Policy(
            mode=Mode.CHECK,
            tries=3,
            attempts=5,
            keep=Keep.LAST,
            shuffle=True,
            time_limit=20,
            extension=25,
            reveal=Reveal.NEVER,
            confidence=True,
        ),
        [],
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("mode: exams", ((1, 7), "wrong-value")),
        ("tries: 0", ((1, 8), "wrong-value")),
        ("attempts: many", ((1, 11), "wrong-type")),
        ("keep: first", ((1, 7), "wrong-value")),
        ("reveal: later", ((1, 9), "wrong-value")),
        ("time_limit: -1", ((1, 13), "wrong-value")),
        ("shuffle: yes", ((1, 10), "wrong-type")),
        ("trys: 2", ((1, 1), "unknown-key")),
    ],
)
def test_mistakes_in_settings_have_a_place(text, found):
    assert policy(text)[1] == [found]


def test_draws():
    quiz, findings = read(
        "draw:\n"
        "  - from: banks/trust\n"
        "    count: 3\n"
        "    spread: objective\n"
        "  - {from: [a, m/b], count: 1}\n"
    )
    assert findings == []
    first, second = quiz.draws
    assert [(r.id, r.span[1:]) for r in first.sources] == [("banks/trust", (2, 11))]
    assert (first.count, first.spread, first.span[1:]) == (3, True, (2, 5))
    assert ([r.id for r in second.sources], second.count, second.spread) == (["a", "m/b"], 1, False)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("draw:\n  - count: 1", [((2, 5), "missing-key")]),
        ("draw:\n  - from:\n    count: 1", [((2, 5), "missing-key")]),
        ("draw:\n  - from: a", [((2, 5), "missing-key")]),
        ("draw:\n  - from: a\n    count: 0", [((3, 12), "wrong-value")]),
        ("draw:\n  - {from: a, count: 1, spread: topic}", [((2, 33), "wrong-value")]),
        ("draw:", [((1, 1), "missing-key")]),
        ("questions:\ndraw:", [((1, 1), "missing-key")]),
    ],
)
def test_mistakes_in_draws_have_a_place(text, found):
    assert read(text)[1] == found


def test_a_question_says_its_level_and_what_is_accepted():
    quiz, findings = read(
        "questions:\n"
        "  - type: true-false\n"
        "    prompt: P\n"
        "    answer: true\n"
        "    level: apply\n"
        "    lint_ok: {negative-stem: Meant., long-stem: A scene.}\n"
        "  - {type: true-false, prompt: Q, answer: true, lint_ok: [long-stem]}\n"
    )
    assert findings == []
    first, second = quiz.questions
    assert first.level == "apply"
    assert [w[:2] for w in first.waivers] == [
        ("negative-stem", "Meant."),
        ("long-stem", "A scene."),
    ]
    assert [w[:2] for w in second.waivers] == [("long-stem", "")]


def test_banks_are_named_by_their_folder():
    quiz = read_quiz("quizzes/banks/Team Trust.yml", b"questions: []").value
    assert (quiz.id, quiz.bank) == ("banks/team-trust", True)
    assert not read_quiz("quizzes/a.yaml", b"").value.bank
    assert read_quiz("quizzes/a.yaml", b"").value.id == "a"
