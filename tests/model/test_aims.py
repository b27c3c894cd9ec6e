"""What questions name of lessons."""

from __future__ import annotations

from builder.diagnostics import Span
from builder.model.aims import Aims, objective_aim, section_aim
from builder.model.catalogue import (
    Entry,
    QuizEntry,
    lesson_entry,
    quiz_entry,
    shown_quiz,
    source_ids,
)
from builder.model.lesson import Lesson
from builder.model.outline import Heading, Outline
from builder.model.parts import Objective, Ref
from builder.model.quiz import Draw, Pool, Quiz, pools

AT = Span("x", 1, 1)


def entry(name: str, *objectives: str, section: str = "start", folder: str = "m") -> Entry:
    lesson = Lesson(
        id=name,
        path=f"content/{folder}/{name}.md",
        title=name.title(),
        body="",
        body_line=1,
        span=AT,
        objectives=tuple(Objective(one, one.title(), AT) for one in objectives),
        outline=Outline(headings=(Heading(2, section.title(), section, AT),)),
    )
    return lesson_entry(lesson, "en")


def quiz(name: str, *sources: str) -> Quiz:
    draw = Draw(sources=tuple(Ref(s, AT) for s in sources), count=1, span=AT)
    return Quiz(name, f"quizzes/{name}.yml", name, (), AT, draws=(draw,) if sources else ())


def aims(*entries: Entry, quizzes: tuple[str, ...] = ("one", "two", "banks/b")) -> Aims:
    return Aims(entries, {name: quiz_entry(quiz(name)) for name in quizzes})


ONE, TWO = entry("one", "map", "a.b"), entry("two", "draw", section="end")


def test_two_ways_to_name_a_part():
    assert section_aim("start") == ("", "start")
    assert section_aim("one#start") == ("one", "start")
    assert objective_aim("map") == ("", "map")
    assert objective_aim("one.map") == ("one", "map")


def test_a_short_name_belongs_to_the_lesson_that_shows_the_quiz():
    known = aims(ONE, TWO)
    assert known.section("one", "start") == (ONE, "start")
    assert known.section("two", "start") is None
    assert known.section("banks/b", "start") is None
    assert known.objective("one", "map") == (ONE, ONE.objectives[0])


def test_a_long_name_means_the_same_everywhere():
    known = aims(ONE, TWO)
    for name in ("one", "two", "banks/b", "nothing"):
        assert known.section(name, "two#end") == (TWO, "end")
        assert known.objective(name, "two.draw") == (TWO, TWO.objectives[0])
        assert known.section(name, "none#end") is None
        assert known.objective(name, "two.map") is None


def test_a_dot_in_an_objectives_own_name():
    assert aims(ONE, TWO).objective("one", "a.b") == (ONE, ONE.objectives[1])


def test_parts_of_a_lesson_name_objectives_alike():
    known = aims(ONE, TWO)
    assert known.of_lesson(ONE, "map") == (ONE, ONE.objectives[0])
    assert known.of_lesson(ONE, "two.draw") == (TWO, TWO.objectives[0])
    assert known.of_lesson(ONE, "draw") is None


def test_which_quiz_a_lesson_shows():
    def shown(lesson: Entry, *names: str) -> str | None:
        found = shown_quiz(lesson, {name: quiz_entry(quiz(name)) for name in names})
        return found.id if found else None

    assert shown(ONE, "one", "two") == "one"
    assert shown(ONE, "one", "m/one") == "m/one"
    assert shown(ONE, "other/one") is None
    assert shown(entry("1 One"), "1-one") == "1-one"


def test_pools_hold_each_source_once_and_leave_out_what_is_unknown():
    known = {name: quiz(name) for name in ("banks/a", "banks/b")}
    asked = quiz("one", "banks/a", "banks/none", "banks/b", "banks/a")
    (pool,) = pools(asked, known.get)
    assert pool == Pool(asked.draws[0], (known["banks/a"], known["banks/b"]))
    entry_: QuizEntry = quiz_entry(asked)
    assert source_ids(entry_) == ("banks/a", "banks/none", "banks/b")
    assert (entry_.size, entry_.bank, quiz_entry(known["banks/a"]).bank) == (1, False, True)
