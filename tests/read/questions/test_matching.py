from builder.read.questions.matching import matching
from builder.read.yaml_value import read_yaml


def read(text):
    result = read_yaml(text, "q.yml", matching)
    return result.value, [(f.span[1:], f.code) for f in result.findings]


def test_pairs_and_further_choices():
    question, findings = read(
        "prompt: Match\npairs:\n  - {text: Cat, answer: Meow, feedback: Yes}\n"
        "  - {id: d, text: Dog, answer: Woof}\n  - {text: Kitten, answer: Meow}\n"
        "choices: [Moo, Woof]\n"
    )
    assert findings == []
    assert [(p.id, p.text, p.answer, p.feedback) for p in question.pairs] == [
        ("cat", "Cat", "Meow", "Yes"),
        ("d", "Dog", "Woof", ""),
        ("kitten", "Kitten", "Meow", ""),
    ]
    assert question.choices == ("Meow", "Woof", "Moo")
    assert question.pairs[1].span[1:] == (4, 5)


def test_rows_with_the_same_id_are_an_error():
    _, findings = read("prompt: P\npairs: [{text: a, answer: b}, {text: A, answer: c}]\n")
    assert findings == [((2, 31), "duplicate-option")]


def test_a_row_needs_both_sides():
    _, findings = read("prompt: P\npairs:\n  - {text: a}\n  - {answer: b}\n")
    assert findings == [((3, 5), "missing-key"), ((4, 5), "missing-key")]
