import pytest

from builder.read.questions.sorting import categorise, matrix
from builder.read.yaml_value import read_yaml

CATEGORIES = "prompt: P\ncategories: [Feeling, {id: mind, text: Thinking}]\n"
COLUMNS = "prompt: P\ncolumns: [Yes, No]\n"


def read(text, kind=categorise):
    result = read_yaml(text, "q.yml", kind)
    return result.value, [(f.span[1:], f.code) for f in result.findings]


def test_an_item_names_its_category_by_text_or_id():
    question, findings = read(
        CATEGORIES + "items:\n  - {text: I ache, in: Feeling, feedback: Why.}\n"
        "  - {id: see, text: I see, in: mind}\n  - {text: I know, in: Thinking}\n"
    )
    assert findings == []
    assert (question.type, question.several) == ("categorise", False)
    assert [(c.id, c.text) for c in question.columns] == [
        ("feeling", "Feeling"),
        ("mind", "Thinking"),
    ]
    assert [(r.id, r.right, r.feedback) for r in question.rows] == [
        ("i-ache", ("feeling",), "Why."),
        ("see", ("mind",), ""),
        ("i-know", ("mind",), ""),
    ]


def test_a_category_nobody_knows_keeps_its_place_for_the_checks():
    question, findings = read(CATEGORIES + "items:\n  - {text: I ache, in: Feling}\n")
    assert findings == []
    row = question.rows[0]
    assert row.right == ()
    assert [(ref.id, ref.span[1:]) for ref in row.named] == [("Feling", (4, 24))]


def test_words_that_look_like_values_are_words():
    question, _ = read(COLUMNS + "rows:\n  - {text: 1:30, answer: No}\n", matrix)
    assert question.rows[0].text == "1:30"
    assert question.rows[0].right == ("no",)


def test_a_row_of_a_matrix_may_have_several_columns():
    question, findings = read(
        COLUMNS + "several: true\nrows:\n  - {text: a, answer: [Yes, No]}\n", matrix
    )
    assert findings == []
    assert (question.type, question.several) == ("matrix", True)
    assert question.rows[0].right == ("yes", "no")


@pytest.mark.parametrize(
    ("text", "kind", "findings"),
    [
        ("prompt: P\n", categorise, [((1, 1), "missing-key"), ((1, 1), "missing-key")]),
        ("prompt: P\n", matrix, [((1, 1), "missing-key"), ((1, 1), "missing-key")]),
        (CATEGORIES + "items: [bare]\n", categorise, [((3, 9), "wrong-type")]),
        (
            CATEGORIES + "items:\n  - {text: a, in: mind}\n  - {text: A, in: mind}\n",
            categorise,
            [((5, 5), "duplicate-option")],
        ),
        (
            "prompt: P\ncolumns: [Yes, yes]\nrows:\n  - {text: a, answer: Yes}\n",
            matrix,
            [((2, 16), "duplicate-option")],
        ),
        (CATEGORIES + "items:\n  - {text: a, inn: mind}\n", categorise, [((4, 15), "unknown-key")]),
        (COLUMNS + "several: yes\nrows: []\n", matrix, [((3, 10), "wrong-type")]),
    ],
)
def test_mistakes_have_their_place(text, kind, findings):
    question, found = read(text, kind)
    assert sorted(found) == sorted(findings)
    assert question.incomplete
