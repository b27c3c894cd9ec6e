"""What belongs to what, in three forms."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from check.make import choice, course, headings, lesson, objective, quiz, ref, takeaway

from builder.publish.trace import Asked, Section, trace
from builder.publish.trace_formats import COLUMNS, FORMATS, written

HEADINGS = headings((2, "How trust grows"), (2, "Repair"))


def asked(name, *objectives, section=None, **changes):
    refs = tuple(ref(one) for one in objectives)
    return choice(id=name, objectives=refs, section=ref(section) if section else None, **changes)


def made(**changes):
    one = lesson(
        headings=HEADINGS,
        objectives=(objective("map"), objective("ask")),
        takeaways=(replace(takeaway("draw-it"), objectives=(ref("map"),)), takeaway("loose")),
        **changes,
    )
    bank = quiz(asked("b1", "trust.map", section="trust#repair"), asked("b2"), name="banks/b")
    own = quiz(asked("q1", "map", section="repair", level="apply"), asked("q2"))
    return course(one, quizzes=(own, bank))


def test_everything_that_names_an_objective():
    ((row, bare),) = [lesson.objectives for m in trace(made()).modules for lesson in m.lessons]
    assert row.sections == [Section("Repair", "people/trust.html#repair")]
    assert [q.name for q in row.questions] == ["trust/q1", "banks/b/b1"]
    assert row.questions[0] == Asked("trust/q1", "single-choice", "apply", "quizzes/trust.yml:3:5")
    assert row.exercises == ["draw-it"]
    assert (bare.sections, bare.questions, bare.exercises) == ([], [], [])


def test_what_names_none():
    found = trace(made())
    (one,) = found.modules[0].lessons
    assert one.loose == ["trust/q2", "loose"]
    assert found.loose == ("banks/b/b2",)
    assert [section.title for section in one.untaught] == ["How trust grows"]


def test_a_table_for_spreadsheets():
    head, row, bare = csv.reader(io.StringIO(written(trace(made()), "csv")))
    assert tuple(head) == COLUMNS
    assert row[2:] == ["map", "Do map", "Repair", "trust/q1; banks/b/b1", "apply", "draw-it"]
    assert bare[2:] == ["ask", "Do ask", "", "", "", ""]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x"])
def test_no_cell_is_a_formula(text):
    made_ = course(lesson(title=text))
    row = list(csv.reader(io.StringIO(written(trace(made_), "csv"))))[1]
    assert row[1] == f"'{text}"


def test_markdown_says_what_is_missing():
    text = written(trace(made()), "markdown")
    assert "| map: Do map | Repair | trust/q1; banks/b/b1 | draw-it |" in text
    assert "| ask: Do ask | - | **none** | - |" in text
    assert "Sections no question leads back to: How trust grows." in text
    assert "Questions in banks without an objective: banks/b/b2." in text


@pytest.mark.parametrize("style", FORMATS)
def test_texts_are_harmless_in_every_form(style):
    text = written(trace(course(lesson(title="<b>A | `b`</b>"))), style)
    assert "<b>A | `b`" not in text or style == "csv"


def test_an_unknown_form():
    with pytest.raises(ValueError, match="unknown format"):
        written(trace(made()), "pdf")


def test_the_page_stands_alone_and_the_same_course_makes_the_same_bytes():
    page = written(trace(made()), "html")
    assert page == written(trace(made()), "html")
    assert page.startswith("<!doctype html>")
    assert '<a href="people/trust.html#repair">Repair</a>' in page
    assert "src=" not in page
    assert "<link" not in page
