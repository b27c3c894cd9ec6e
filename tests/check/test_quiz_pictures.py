"""Pictures of questions: relative to the lesson that asks, held to what holds in texts."""

from dataclasses import replace

import pytest

from builder.model.parts import Picture, Ref
from builder.model.questions import Hotspot, Region
from builder.model.quiz import Draw

from .make import QUIZ, at, choice, course, in_course, in_question, lesson, option, quiz

DESK = "content/people/desk.png"


def hotspot(src="desk.png", alt="A desk with a lamp"):
    return Hotspot(
        id="q1",
        type="hotspot",
        prompt="Where?",
        span=at(3, 5, QUIZ),
        picture=Picture(src, alt, at(5, 12, QUIZ)),
        options=(option("The lamp", True), option("The book", line=7)),
        regions=(Region(0, 0, 20, 20), Region(40, 0, 20, 20)),
    )


@pytest.mark.parametrize(
    ("src", "lines"),
    [("desk.png", []), ("/people/desk.png", []), ("desk%2Epng", []), ("desk.jpg", [5])],
)
def test_the_picture_exists_beside_the_lesson(src, lines):
    made = course(lesson(), quizzes=[quiz(hotspot(src))])
    found = in_course("missing-image", made, DESK)
    assert [(f.span.path, f.span.line) for f in found] == [(QUIZ, line) for line in lines]
    assert bool(in_course("unused-image", made, DESK)) == bool(lines)


def test_a_picture_in_a_prompt_is_used_too():
    asked = quiz(choice(prompt="What does ![a desk](desk.png) show?"))
    assert in_course("unused-image", course(lesson(), quizzes=[asked]), DESK) == []
    assert in_course("unused-image", course(lesson(), quizzes=[]), DESK) != []


def test_a_picture_missing_for_two_lessons_of_a_folder_is_told_once():
    other = lesson("content/people/care.md", quiz=Ref("trust", at(3)))
    made = course(lesson(), other, quizzes=[quiz(hotspot())])
    assert len(in_course("missing-image", made)) == 1


def test_a_bank_is_asked_where_it_is_drawn():
    bank = quiz(hotspot(), name="store", folder="quizzes/banks")
    bank = replace(bank, id="banks/store")
    draw = Draw(sources=(Ref("banks/store", at(2, 1, QUIZ)),), count=1, span=at(2, 1, QUIZ))
    made = course(lesson(), quizzes=[replace(quiz(choice()), draws=(draw,)), bank])
    assert len(in_course("missing-image", made)) == 1
    assert in_course("missing-image", made, DESK) == []


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("alt-file-name", hotspot(alt="desk.png")),
        ("long-alt", hotspot(alt="very " * 40)),
        ("remote-picture", hotspot(src="https://example.org/desk.png")),
        ("missing-alt", choice(prompt="What is ![](desk.png)?")),
    ],
)
def test_what_holds_for_pictures_of_texts_holds(code, shown):
    assert len(in_question(code, shown)) == 1
    assert in_question(code, hotspot()) == []
