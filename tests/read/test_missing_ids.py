"""Ids are written down and nothing else is touched."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.read.lesson import read_lesson
from builder.read.missing_ids import name_objectives, name_questions
from builder.read.quiz import read_quiz

ROOT = Path(__file__).parent.parent.parent
QUIZ = "quizzes/a.yml"
LESSON = "content/m/a.md"


def named(text):
    return name_questions(QUIZ, text.encode()).data.decode()


def test_a_question_gets_its_id_first():
    text = (
        "questions:\n  # first\n  - type: true-false # easy\n"
        "    prompt: Trust grows\n    answer: true\n"
    )
    assert named(text) == (
        "questions:\n  # first\n  - id: trust-grows\n    type: true-false # easy\n"
        "    prompt: Trust grows\n    answer: true\n"
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- {type: x, prompt: A b}", "- {id: a-b, type: x, prompt: A b}"),
        ("-   prompt: A b\n    type: x", "-   id: a-b\n    prompt: A b\n    type: x"),
        ("-\n  prompt: A b\n  type: x", "-\n  id: a-b\n  prompt: A b\n  type: x"),
        ("- prompt: |\n    A\n    b\n  type: x", "- id: a-b\n  prompt: |\n    A\n    b\n  type: x"),
        ('- "prompt": "A b"\n  type: x', '- id: a-b\n  "prompt": "A b"\n  type: x'),
        ("- id: z\n  prompt: A b", "- id: z\n  prompt: A b"),
        ("- id:\n  prompt: A b", "- id:\n  prompt: A b"),
        ("- type: x", "- type: x"),
        ("- prompt: 信任", "- id: 信任\n  prompt: 信任"),
    ],
)  # fmt: skip
def test_every_way_of_writing_a_block(before, after):
    assert named(f"questions:\n{before}\n") == f"questions:\n{after}\n"


def test_equal_prompts_get_ids_that_differ():
    text = "questions:\n" + "  - type: true-false\n    prompt: Same\n    answer: true\n" * 3
    after = read_quiz(QUIZ, named(text).encode())
    assert [q.id for q in after.value.questions] == ["same", "same-2", "same-3"]
    assert after.findings == ()


def test_the_way_a_file_is_saved_stays():
    text = "\ufeffquestions:\r\n  - prompt: A b\r\n    type: true-false\r\n    answer: true"
    after = name_questions(QUIZ, text.encode()).data.decode()
    assert after == text.replace("- prompt", "- id: a-b\r\n    prompt")


@pytest.mark.parametrize(
    "data",
    [b"questions: [", b"\xff", b"", b"[]", b"questions: {a: b}", b"questions:\n- &a {prompt: x}"],
)
def test_a_file_with_faults_is_left_alone(data):
    assert name_questions(QUIZ, data) == (data, ())
    assert name_objectives(LESSON, data) == (data, ())


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- Draw a map", "- draw-a-map: Draw a map"),
        ('- "Draw: a map"', '- draw-a-map: "Draw: a map"'),
        ("- text: Draw a map", "- id: draw-a-map\n    text: Draw a map"),
        ("- map: Draw a map", "- map: Draw a map"),
        ("- id: map\n    text: Draw", "- id: map\n    text: Draw"),
        ("- {text: Draw}", "- {id: draw, text: Draw}"),
        ("- Id", "- Id"),
        ("- Text", "- text: Text"),
    ],
)
def test_objectives(before, after):
    text = "---\ntitle: A\nobjectives:\n  {}\n---\n# A\n\n- Draw a map\n"
    data = name_objectives(LESSON, text.format(before).encode()).data.decode()
    if after == "- text: Text":  # means the same, and is no id written down
        assert read_lesson(LESSON, data.encode()).value.objectives[0].id == "text"
    else:
        assert data == text.format(after)


def test_a_list_on_one_line():
    text = "---\nobjectives: [Draw a map, Ask]\n---\n"
    data = name_objectives(LESSON, text.encode()).data
    assert [o.id for o in read_lesson(LESSON, data).value.objectives] == ["draw-a-map", "ask"]
    assert data == b"---\nobjectives: [draw-a-map: Draw a map, ask: Ask]\n---\n"


@pytest.mark.parametrize("path", sorted((ROOT / "quizzes").rglob("*.yml")), ids=str)
def test_the_shipped_quizzes_have_all_their_ids(path):
    assert name_questions(path.relative_to(ROOT).as_posix(), path.read_bytes()).added == ()


# --- any quiz, in any style -------------------------------------------------------------------

words = st.text(st.sampled_from("ab É信?!'\"-#:,&*1{}[]|>%@`~."), min_size=1, max_size=24)


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


@st.composite
def questions(draw):
    prompt = draw(words)
    style = draw(st.sampled_from(("plain", "double", "single", "block")))
    if style == "block" and prompt.strip():
        shown = f"|\n      {prompt.strip()}"
    elif style == "single":
        shown = "'" + prompt.replace("'", "''") + "'"
    else:
        shown = quoted(prompt)
    keys = [("prompt", shown), ("type", "true-false"), ("answer", "true")]
    if draw(st.booleans()):
        keys.append(("id", draw(st.sampled_from(("one", "two", "a-b", "true")))))
    keys = draw(st.permutations(keys))
    if "\n" not in shown and draw(st.booleans()):
        return "  - {" + ", ".join(f"{k}: {v}" for k, v in keys) + "}\n"
    rows = "\n    ".join(f"{k}: {v}" for k, v in keys)
    remark = draw(st.sampled_from(("", "  # a remark\n", "\n")))
    return f"{remark}  - {rows}\n"


@given(st.lists(questions(), max_size=5), st.sampled_from(("\n", "\r\n", "\r")), st.booleans())
def test_what_is_read_afterwards_is_what_was_read_before_with_ids(rows, end, mark):
    text = ("title: T # remark\nquestions:\n" + "".join(rows)).replace("\n", end)
    data = (("\ufeff" if mark else "") + text).encode()
    after = name_questions(QUIZ, data)
    old, new = read_quiz(QUIZ, data), read_quiz(QUIZ, after.data)
    bare = [(q.type, q.prompt, q.feedback, q.points) for q in old.value.questions]
    assert [(q.type, q.prompt, q.feedback, q.points) for q in new.value.questions] == bare
    written = {addition.text.removeprefix("id: ") for addition in after.added}
    for one, other in zip(old.value.questions, new.value.questions, strict=True):
        assert one.id == other.id or other.id in written
    # Taking out what was put in, from the top down, gives the file back, byte for byte.
    left = after.data.decode()
    for span, text in sorted(after.added):
        at, indent = _offset(left, span, end), " " * (span.column - 1)
        for form, instead in ((f"{{{text}, ", "{"), (f"{text}{end}{indent}", "")):
            if left.startswith(form, at):
                left = left[:at] + instead + left[at + len(form) :]
                break
    assert left.encode() == data
    assert name_questions(QUIZ, after.data) == (after.data, ())
    if not old.findings:
        assert replace(new.value, questions=()) == replace(old.value, questions=())
        assert new.findings == ()


def _offset(text, span, end):
    """Where a place of the old file lies, once all additions before it are taken out again."""
    rows = text.split(end)
    before = sum(len(row) + len(end) for row in rows[: span.line - 1])
    return before + span.column - 1 + (1 if text.startswith("\ufeff") and span.line == 1 else 0)
