"""Quizzes as their template reads them."""

from __future__ import annotations

import json
from dataclasses import replace

from markupsafe import Markup

from builder.model.parts import Ref
from builder.model.quiz import Draw, Mode, Policy, Pool, Quiz, Reveal
from builder.render.questions import Place
from builder.render.quizzes import QuizView, Setting, quiz_view
from render.samples import AT, quiz, single

HERE = "content/trust/first.md"
BANK = Quiz("banks/trust", "quizzes/banks/trust.yml", "Bank", (single(),), AT)


def view(shown: Quiz | None = None, setting: Setting | None = None, *pools: Pool) -> QuizView:
    made = quiz_view(shown or quiz(), setting or Setting(HERE, 70), pools)
    assert made is not None
    return made


def pool(count: int, *quizzes: Quiz) -> Pool:
    return Pool(Draw(sources=(), count=count, span=AT), quizzes)


def test_the_pass_mark_is_the_quizs_own_or_the_courses() -> None:
    assert view(replace(quiz(), pass_mark=0)).pass_mark == 0
    assert view().pass_mark == 70


def test_no_quiz_no_view() -> None:
    assert quiz_view(None, Setting(HERE, 70)) is None
    assert quiz_view(replace(quiz(), questions=()), Setting(HERE, 70)) is None


def test_practice_as_usual_needs_no_rules() -> None:
    assert view().rules == ""
    assert view().parts == []


def test_rules_name_what_differs() -> None:
    exam = Policy(mode=Mode.EXAM, tries=1, time_limit=10, reveal=Reveal.AT_END)
    shown = view(replace(quiz(), policy=exam))
    assert json.loads(shown.rules) == {
        "mode": "exam",
        "tries": 1,
        "time_limit": 10,
        "reveal": "at-end",
    }
    assert shown.parts == ["sitting", "clock"]


def test_tries_alone_need_no_further_script() -> None:
    assert view(replace(quiz(), policy=Policy(tries=3))).parts == []


def test_asking_how_sure_one_is_needs_a_script_of_its_own() -> None:
    shown = view(replace(quiz(), policy=Policy(confidence=True)))
    assert shown.parts == ["sitting", "sure"]


def test_a_drawn_question_keeps_the_name_of_its_answer() -> None:
    shown = view(None, None, pool(1, BANK))
    assert shown.size == len(quiz().questions) + 1
    assert json.loads(shown.rules)["draws"] == [{"count": 1, "spread": False, "size": 1}]
    (drawn,) = shown.pools[0].questions
    assert drawn.record == "banks/trust/first-move"
    assert len({question.id for question in shown.asked}) == len(list(shown.asked))


def test_more_than_there_are_cannot_be_drawn() -> None:
    assert view(replace(quiz(), questions=()), None, pool(9, BANK)).size == 1


def test_sections_are_found_here_and_on_other_pages() -> None:
    here = {"begin-early": Markup("Begin")}
    far = {"banks/trust": {"other#map": Place("../other.html#map", Markup("Map"))}}
    setting = Setting(HERE, 70, "first", here, far)

    def section(name: str, where: str) -> Place | None:
        asked = replace(single(), section=Ref(name, AT))
        bank = replace(BANK, questions=(asked,))
        if where == "bank":
            return view(None, setting, pool(1, bank)).pools[0].questions[0].section
        return view(replace(quiz(), questions=(asked,)), setting).questions[0].section

    begin = Place("#begin-early", Markup("Begin"))
    assert section("begin-early", "quiz") == begin
    assert section("first#begin-early", "quiz") == begin
    assert section("first#begin-early", "bank") == begin
    assert section("begin-early", "bank") is None
    assert section("other#map", "bank") == Place("../other.html#map", Markup("Map"))
    assert section("other#map", "quiz") is None


def test_objectives_are_named_alike_on_every_page() -> None:
    asked = replace(single(), objectives=(Ref("map", AT), Ref("unknown", AT)))
    setting = Setting(HERE, 70, goals={("first", "map"): ("first.map", "Draw a *map*")})
    shown = view(replace(quiz(), questions=(asked,)), setting)
    assert shown.questions[0].objectives == ("first.map",)
    assert shown.goals == (("first.map", Markup("Draw a <em>map</em>")),)


def test_a_key_that_stays_with_the_author_leaves_no_trace() -> None:
    never = replace(quiz(), policy=Policy(reveal=Reveal.NEVER))
    shown = view(never, Setting(HERE, 70, answers="answers.html"))
    other = replace(never, questions=tuple(replace(q, feedback="Else") for q in never.questions))
    assert shown == view(other)
    assert shown.answers == ""
    first = shown.questions[0]
    assert first.rows == ()
    assert not any(row.correct or row.answer or row.feedback for row in first.shown)


def test_the_fingerprint_of_a_keyless_question_does_not_depend_on_its_key() -> None:
    asked = single()
    turned = tuple(replace(o, correct=not o.correct) for o in asked.options)
    marks = {
        view(replace(quiz(), policy=Policy(reveal=Reveal.NEVER), questions=(one,)))
        .questions[0]
        .fingerprint
        for one in (asked, replace(asked, options=turned))
    }
    assert len(marks) == 1
