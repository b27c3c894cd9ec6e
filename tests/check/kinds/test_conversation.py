"""Rules of conversations, on conversations as authors write them."""

from __future__ import annotations

import pytest

from builder.check.kinds import kind_findings
from builder.diagnostics import Diagnostic
from builder.read.quiz import read_quiz

TALK = """\
questions:
  - id: coffee
    type: conversation
    prompt: Sara asks for help.
    people:
      sara: Sara
    start: hello
    turns:
      hello:
        says: {sara: Do you have a minute?}
        choices:
          - {text: Sure. What is it?, to: listens, points: 2, consequence: She sits down.}
          - {text: Not now., end: away}
      listens:
        says: {sara: I have not slept well.}
        choices:
          - {text: Tell me more., end: trust, points: 2}
          - {text: Me neither., to: hello, feedback: Now it is about you.}
    endings:
      trust: {title: She comes back, debrief: You asked first.}
      away: {title: She walks away, debrief: She will not ask again.}
"""


def findings(old: str = "", new: str = "") -> list[Diagnostic]:
    assert old in TALK
    result = read_quiz("quizzes/a.yml", TALK.replace(old, new, 1).encode())
    assert not result.findings
    (question,) = result.value.questions
    return list(kind_findings(question))


def brief(found: list[Diagnostic]) -> list[tuple[int, str]]:
    return [(f.span.line, f.code) for f in found]


def test_a_good_conversation_has_no_findings_but_the_circle_it_holds():
    assert brief(findings()) == [(12, "circling-points")]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("start: hello", "start: helo", [(7, "unknown-turn")]),
        ("to: listens", "to: listen", [(12, "unknown-turn")]),
        ("end: away", "end: awya", [(13, "unknown-turn")]),
        ("says: {sara: D", "says: {sarah: D", [(10, "unknown-person")]),
        (", end: away}", "}", [(13, "dead-end")]),
        ("says: {sara: Do you have a minute?}\n        ", "", [(9, "silent-turn")]),
        (", consequence: She sits down.", "", [(12, "silent-choice")]),
        (
            "Me neither., to: hello,",
            "Me neither., to: hello, points: 1,",
            [(18, "circling-points")],
        ),
        ("Not now., end", "'Sure. What  is it?', id: b, end", [(13, "same-option")]),
    ],
)
def test_faults_are_found_and_nothing_else(old, new, expected):
    found = sorted(brief(findings(old, new)))
    extra = {(12, "circling-points"), (11, "circling-points")}
    assert [f for f in found if f not in extra] == expected


def test_names_are_guessed():
    (found,) = [f for f in findings("to: listens", "to: listen") if f.code == "unknown-turn"]
    assert found.span[1:] == (12, 43)
    assert found.hint == "did you mean 'listens'?"
    (found,) = [f for f in findings("{sara: D", "{sarah: D") if f.code == "unknown-person"]
    assert found.hint == "did you mean 'sara'?"


def test_an_ending_named_as_a_turn_is_told():
    found = [f for f in findings("end: away", "to: away") if f.code == "unknown-turn"]
    assert [f.hint for f in found] == ["write `end: away`"]
    found = [f for f in findings("to: listens", "end: listens") if f.code == "unknown-turn"]
    assert [f.hint for f in found] == ["write `to: listens`"]


def test_a_turn_without_choices_is_a_dead_end():
    start = TALK.index("        choices:\n          - {text: Tell")
    cut = TALK[start : TALK.index("    endings:")]
    assert (14, "dead-end") in brief(findings(cut, ""))


def test_circles_need_a_way_out():
    talk = findings("Tell me more., end: trust", "Tell me more., to: listens, feedback: Hm")
    assert (20, "unreached-turn") in brief(talk)
    assert not [f for f in talk if f.code == "dead-end"]
    shut = TALK.replace("end: trust", "to: listens, feedback: Hm").replace(
        "Me neither., to: hello", "Me neither., to: listens"
    )
    result = read_quiz("quizzes/a.yml", shut.encode())
    (question,) = result.value.questions
    assert (14, "dead-end") in brief(list(kind_findings(question)))


def test_one_choice_only_is_a_remark():
    line = "          - {text: Me neither., to: hello, feedback: Now it is about you.}\n"
    (found,) = findings(line, "")
    assert (found.span.line, found.code, found.level) == (14, "only-choice", "info")


def test_without_a_list_of_people_anyone_may_speak():
    found = findings("    people:\n      sara: Sara\n", "")
    assert "unknown-person" not in {f.code for f in found}
