"""What a page is told of the other lessons its questions name."""

from __future__ import annotations

from dataclasses import replace

from check.make import choice, course, headings, lesson, objective, quiz, ref
from check.test_draws import draw

from builder.model.parts import Ref
from builder.render.facts import FarSection, Goal, lesson_facts

TIES = "content/people/ties.md"


def made(*questions, draws=(), banks=()):
    rows = (
        lesson(headings=headings((2, "How trust grows"))),
        lesson(
            TIES,
            headings=headings((2, "Bridges"), (3, "Deep"), path=TIES),
            objectives=(objective("draw"),),
        ),
    )
    return course(*rows, quizzes=(replace(quiz(*questions), draws=draws), *banks))


def facts(*args, **more):
    return lesson_facts(made(*args, **more))["content/people/trust.md"]


def asked(section, *objectives, name="q1"):
    refs = tuple(ref(one) for one in objectives)
    return choice(id=name, section=Ref(section, ref("x").span), objectives=refs)


def test_a_section_of_the_own_page_is_no_fact():
    told = facts(asked("how-trust-grows", "map"))
    assert told.far_sections == ()
    assert told.goals == (Goal("trust", "map", "trust.map", "Draw a map"),)


def test_a_section_of_another_lesson():
    told = facts(asked("ties#bridges", "ties.draw"))
    assert told.far_sections == (
        FarSection("trust", "ties#bridges", "Bridges", "people/ties.html#bridges"),
    )
    assert told.goals == (Goal("trust", "ties.draw", "ties.draw", "Do draw"),)


def test_a_minor_heading_is_named_by_its_lesson():
    (section,) = facts(asked("ties#deep")).far_sections
    assert section[2:] == ("Ties", "people/ties.html#deep")


def test_a_drawn_question_keeps_its_meaning():
    own = quiz(asked("bridges", "draw"), name="ties")
    told = facts(draws=(draw(1, "ties"),), banks=(own,))
    assert told.far_sections == (
        FarSection("ties", "bridges", "Bridges", "people/ties.html#bridges"),
    )
    assert told.goals == (Goal("ties", "draw", "ties.draw", "Do draw"),)


def test_what_nobody_knows_is_no_fact():
    told = facts(asked("nowhere#x", "nothing"))
    assert (told.far_sections, told.goals) == ((), ())
