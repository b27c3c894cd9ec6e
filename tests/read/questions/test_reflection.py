from builder.read.questions.reflection import reflection
from builder.read.yaml_value import read_yaml


def read(text):
    result = read_yaml(text, "q.yml", reflection)
    return result.value, [(f.span[1:], f.code) for f in result.findings]


def test_levels_hold_for_every_criterion_that_names_none():
    question, findings = read(
        "prompt: P\nmodel: Like this.\nwords: 30\nlevels: [Not yet, Clearly]\n"
        "rubric: [Names a place, {text: Says how it felt, levels: [No, Some, Yes]}]\n"
    )
    assert findings == []
    assert (question.model, question.words) == ("Like this.", 30)
    assert [(c.id, [level.id for level in c.levels]) for c in question.rubric] == [
        ("names-a-place", ["not-yet", "clearly"]),
        ("says-how-it-felt", ["no", "some", "yes"]),
    ]


def test_only_the_prompt_is_required():
    question, findings = read("prompt: P\n")
    assert findings == []
    assert (question.words, question.rubric) == (20, ())
    assert read("model: M\n")[1] == [((1, 1), "missing-key")]


def test_the_model_answer_may_be_there_from_the_start():
    assert read("prompt: P\nwords: 0\n")[0].words == 0


def test_another_wording_is_another_criterion():
    base, other = "x" * 60 + " a", "x" * 60 + " b"
    (one,), (two,) = (
        read(f"prompt: P\nlevels: [No, Yes]\nrubric: [{text}]\n")[0].rubric
        for text in (base, other)
    )
    assert one.id != two.id
    assert read("prompt: P\nrubric: [{text: A, id: a}]\n")[1] == [((2, 20), "unknown-key")]
