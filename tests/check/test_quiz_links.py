"""Links in the texts of questions."""

from dataclasses import replace

import pytest

from builder.check import check_quiz
from builder.model.outline import Link
from builder.model.parts import Ref
from builder.model.questions.pictures import links
from builder.model.quiz import Reveal

from .make import QUIZ, at, choice, course, in_course, lesson, of, option, quiz


def asked(prompt="What?", feedback="It is so."):
    made = choice(option("One", True, line=7), option("Two", line=8), prompt=prompt)
    first = replace(made.options[0], feedback=feedback)
    return quiz(replace(made, options=(first, *made.options[1:])))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Read [the next one](care.md).", ""),
        ("Read [this page](#top) or [another site](https://a.example).", ""),
        ("Read [the next one](cure.md).", "broken-link"),
        ("Read [a part](#no-such-part) of it.", "broken-anchor"),
        ("Read [a part](care.md#no-such-part) of it.", "broken-anchor"),
        ("Read [a file](../../secret.md).", "link-outside"),
        ("Write `[x](cure.md)` for a link.", ""),
        ("A [[gap]](cure.md) is no link.", ""),
    ],
)
def test_a_link_in_a_feedback_leads_somewhere(text, code):
    other = lesson("content/people/care.md")
    made = course(lesson(), other, quizzes=[asked(feedback=text)])
    for name in ("broken-link", "broken-anchor", "link-outside"):
        found = [(f.span.path, f.span.line) for f in in_course(name, made)]
        assert found == ([(QUIZ, 7)] if name == code else []), name


def test_a_link_is_told_once_although_two_lessons_of_a_folder_ask():
    other = lesson("content/people/care.md", quiz=Ref("trust", at(3)))
    made = course(lesson(), other, quizzes=[asked("See [it](nowhere.md).")])
    assert len(in_course("broken-link", made)) == 1


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[here](care.md)", "vague-link-text"),
        ("[](care.md)", "empty-link-text"),
        ("[a trick](javascript:alert)", "unsafe-link"),
        ("[a lesson](/people/care.md)", "absolute-link"),
    ],
)
def test_what_holds_for_links_of_lessons_holds_here(text, code):
    assert [f.span.line for f in of(code, check_quiz(asked(feedback=text)))] == [7]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[a](b)", [("b", "a")]),
        ("[*a* b](<c d.md>)", [("c d.md", "a b")]),
        ("[![A map](m.png)](map.md)", [("map.md", "A map")]),
        ("![A map](m.png)", []),
        ("<https://a.example>", [("https://a.example", "https://a.example")]),
        ('<a class="x" href="b.md">the <b>b</b></a>', [("b.md", "the b")]),
        (r"\[a](b)", []),
    ],
)
def test_links_are_found(text, expected):
    assert [(link.target, link.text) for link in links(text, at(1))] == expected
    assert all(isinstance(link, Link) for link in links(text, at(1)))


def test_the_place_of_the_answers_is_taken():
    page = lesson("content/answers/people/trust.md", id="other")
    made = course(lesson(), page, quizzes=[quiz(choice())])
    found = in_course("reserved-address", made)
    assert [f.span.path for f in found] == ["content/answers/people/trust.md"]
    kept = replace(quiz(choice()), policy=replace(quiz(choice()).policy, reveal=Reveal.NEVER))
    assert in_course("reserved-address", course(lesson(), page, quizzes=[kept])) == []
