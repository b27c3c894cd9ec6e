import pytest

from builder.diagnostics import Span
from builder.model.parts import FacilitatorNote, Objective, Picture, Ref, Source
from builder.read.lesson import read_lesson

PATH = "content/m/02-empathy.md"
FULL = """\
---
id: empathy
title: No
subtitle: On listening
summary: [One., Two.]
objectives:
  - listen: Listen first
  - {id: ask, text: Ask well}
  - Check what you heard
tags: [bti-started, trust]
topic: Psychology
type: Lesson
minutes: 12
image:
  src: images/a.png
  alt: ""
  credit: Jo
  licence: CC BY 4.0
  link: https://example.org/a
  caption: Two people
related: [trust]
sources:
  - Rogers 1957
  - text: Zaki 2019
    link: https://example.org/z
quiz: other
---
# No

Text.
"""


def read(text, path=PATH):
    result = read_lesson(path, text.encode() if isinstance(text, str) else text)
    return result.value, [(f.span[1:], f.code) for f in result.findings]


def test_everything_in_the_front_matter_is_read():
    lesson, findings = read(FULL)
    assert findings == []
    assert (lesson.id, lesson.title, lesson.subtitle) == ("empathy", "No", "On listening")
    assert lesson.summary == ("One.", "Two.")
    assert lesson.objectives == (
        Objective("listen", "Listen first", Span(PATH, 7, 5)),
        Objective("ask", "Ask well", Span(PATH, 8, 5)),
        Objective("check-what-you-heard", "Check what you heard", Span(PATH, 9, 5)),
    )
    assert [tag.id for tag in lesson.tags] == ["bti-started", "trust"]
    assert (lesson.topic, lesson.type, lesson.minutes) == ("Psychology", "Lesson", 12)
    assert lesson.image == Picture(
        "images/a.png", "", Span(PATH, 15, 3), "Jo", "CC BY 4.0", "https://example.org/a",
        "Two people",
    )  # fmt: skip
    assert lesson.related == (Ref("trust", Span(PATH, 21, 11)),)
    assert lesson.sources == (
        Source("Rogers 1957", "", Span(PATH, 23, 5)),
        Source("Zaki 2019", "https://example.org/z", Span(PATH, 24, 5)),
    )
    assert lesson.quiz == Ref("other", Span(PATH, 26, 7))
    assert lesson.span == Span(PATH, 1, 1)
    assert lesson.incomplete is False


def test_a_heading_equal_to_the_title_is_blank_in_the_body_and_lines_stay():
    lesson, _ = read(FULL)
    assert (lesson.body, lesson.body_line) == ("\n\nText.\n", 28)
    assert lesson.outline.headings == ()


def test_a_lesson_without_front_matter_takes_everything_from_text_and_name():
    lesson, findings = read("Intro.\n\n# Real *title*\n\n## Part\n")
    assert findings == []
    assert (lesson.id, lesson.title) == ("02-empathy", "Real title")
    assert (lesson.body, lesson.body_line) == ("Intro.\n\n\n\n## Part\n", 1)
    assert [(h.text, h.span.line) for h in lesson.outline.headings] == [("Part", 5)]


def test_an_underlined_title_leaves_two_blank_lines():
    lesson, _ = read("Title\n=====\n\nText\n")
    assert (lesson.title, lesson.body) == ("Title", "\n\n\nText\n")


@pytest.mark.parametrize("html", ['<h1 align="center">Title</h1>', "<h1>\n  Title\n</h1>"])
def test_an_html_heading_near_the_top_is_a_title_too(html):
    lesson, _ = read(f"{html}\n\nText\n")
    assert lesson.title == "Title"
    assert lesson.body == "\n" * (html.count("\n") + 2) + "Text\n"


@pytest.mark.parametrize(
    "text",
    ["Text only\n", "## Part\n", "", "> # Quoted\n", "<h1><img src=x></h1>\n", "```\n# x\n```\n"],
)
def test_without_a_heading_the_file_name_is_the_title(text):
    lesson, _ = read(text)
    assert (lesson.title, lesson.body) == ("Empathy", text)


def test_another_heading_than_the_title_stays():
    lesson, _ = read("---\ntitle: A\n---\n# B\n")
    assert (lesson.title, lesson.body) == ("A", "# B\n")
    assert [h.text for h in lesson.outline.headings] == ["B"]


def test_takeaways_are_read_in_order_with_places_inside_their_blocks():
    lesson, findings = read(
        "# T\n\n```takeaway\ntitle: One\nminutes: 5\nsteps: [a, b]\n```\n\n"
        "- x\n\n    ```takeaway\n    title: Two\n    minuts: 3\n    ```\n"
    )
    assert [(t.id, t.minutes, t.span.line) for t in lesson.takeaways] == [
        ("one", 5, 3),
        ("two", 0, 11),
    ]
    assert findings == [((13, 5), "unknown-key")]
    assert lesson.incomplete


def test_a_broken_takeaway_keeps_its_place():
    lesson, findings = read("```takeaway\n- x\n```\n\n```takeaway\ntitle: B\nminutes: 1\n```\n")
    assert [t.title for t in lesson.takeaways] == ["", "B"]
    assert findings == [((2, 1), "wrong-type")]


@pytest.mark.parametrize(
    ("block", "expected"),
    [("id: other", Ref("other", Span(PATH, 4, 5))), ("", Ref("02-empathy", Span(PATH, 3, 1)))],
)
def test_a_quiz_block_names_the_quiz_or_means_the_lessons_own(block, expected):
    lesson, findings = read(f"# T\n\n```quiz\n{block}\n```\n")
    assert (lesson.quiz, findings) == (expected, [])


def test_no_quiz_block_means_none_is_named():
    assert read("# T\n")[0].quiz is None


def test_a_quiz_block_wins_over_the_front_matter():
    assert read("---\nquiz: a\n---\n```quiz\nid: b\n```\n")[0].quiz.id == "b"


def test_a_second_quiz_is_an_error():
    lesson, findings = read("```quiz\nid: a\n```\n\n```quiz\nid: b\n```\n")
    assert lesson.quiz.id == "a"
    assert findings == [((6, 5), "second-quiz")]


def test_unknown_blocks_break_nothing():
    lesson, findings = read("```mystery\n: :\n```\n")
    assert findings == []
    assert [f.info for f in lesson.outline.fences] == ["mystery"]


NOTE = """# T

```facilitator
prompt: Before
```

## One

### A part of it

```facilitator
timing: 5 minutes
prompt: [Ask, Wait]
watch_out_for: Silence
debrief: [What?, So what?]
```
"""


def test_facilitator_notes_belong_to_the_section_they_stand_in():
    lesson, findings = read(NOTE)
    assert findings == []
    assert [note.section for note in lesson.facilitator] == ["", "one"]
    assert lesson.facilitator[1] == FacilitatorNote(
        section="one",
        span=Span(PATH, 11, 1),
        timing="5 minutes",
        prompt=("Ask", "Wait"),
        watch_out=("Silence",),
        debrief=("What?", "So what?"),
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [("prompt: a\nsay: b", "unknown-key"), ("", "missing-key"), ("prompt: [this", "yaml-syntax")],
)
def test_faults_in_a_facilitator_note_are_found(text, found):
    assert [code for _, code in read(f"```facilitator\n{text}\n```\n")[1]] == [found]


@pytest.mark.parametrize("info", ["quiz", "takeaway", "facilitator"])
def test_our_blocks_must_be_closed(info):
    _, findings = read(f"# T\n\n```{info}\nid: x\n")
    assert findings == [((3, 1), "fence-open")]


def test_other_open_blocks_are_the_authors_business():
    assert read("# T\n\n```python\nx\n")[1] == []


@pytest.mark.parametrize("info", ["takeway", "Takeaway", "quizz", "quiz:", "fasilitator"])
def test_a_misspelt_block_is_pointed_out(info):
    lesson, findings = read(f"# T\n\n```{info}\nid: x\n```\n")
    assert findings == [((3, 1), "fence-name")]
    assert lesson.incomplete


@pytest.mark.parametrize("info", ["python", "text", "quickbasic", "", "yaml", "tex", "make"])
def test_other_blocks_are_code(info):
    assert read(f"# T\n\n```{info}\nid: x\n```\n")[1] == []


@pytest.mark.parametrize(
    ("text", "place", "code"),
    [
        ("---\ntitle: a: b\n---\n", (2, 9), "yaml-syntax"),
        ("---\ntitel: a\n---\n", (2, 1), "unknown-key"),
        ("---\ntitle: [a]\n---\n", (2, 8), "wrong-type"),
        ("---\nminutes: 1:30\n---\n", (2, 10), "wrong-type"),
        ("---\nimage: {alt: x}\n---\n", (2, 8), "missing-key"),
        ("---\nsources: [{text: a, link: b}]\n---\n", (2, 27), "wrong-value"),
        ("---\ntitle: a\n", (1, 1), "front-matter-open"),
    ],
)
def test_mistakes_have_their_line_in_the_file(text, place, code):
    assert read(text)[1] == [(place, code)]


def test_what_lacks_its_one_necessary_part_is_left_out():
    lesson, findings = read("---\nimage: {alt: x}\nobjectives: [{id: a}]\nsources: [{}]\n---\n")
    assert (lesson.image, lesson.objectives, lesson.sources) == (None, (), ())
    assert [code for _, code in findings] == ["missing-key"] * 3


@pytest.mark.parametrize(
    ("text", "incomplete"),
    [
        ("---\nsumary: a\n---\n", True),
        ("---\nsummary: 'a\n---\n", True),
        (b"\xff", True),
        ("---\nminutes: 0\n---\n", False),
        ("---\ntopic: a # b\n---\n", False),
    ],
)
def test_what_was_not_read_is_not_to_be_called_missing(text, incomplete):
    assert read(text)[0].incomplete is incomplete


def test_the_way_a_file_is_saved_makes_no_difference():
    plain = read_lesson(PATH, FULL.encode())
    for data in (b"\xef\xbb\xbf" + FULL.encode(), FULL.replace("\n", "\r\n").encode()):
        assert read_lesson(PATH, data) == plain
