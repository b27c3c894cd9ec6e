from __future__ import annotations

from dataclasses import replace

from builder.check import check_quiz
from builder.diagnostics import Level, Span

from .make import QUIZ, at, choice, of, option, quiz


def found_in(code, *questions):
    return of(code, check_quiz(quiz(*questions)))


def test_a_good_quiz_has_no_findings():
    assert check_quiz(quiz(choice())) == ()


def test_empty_quiz():
    (found,) = found_in("empty-quiz")
    assert (found.level, found.span) == (Level.ERROR, Span(QUIZ, 1, 1))
    assert not found_in("empty-quiz", choice())


def test_what_the_reader_could_not_read_is_not_complained_about_again():
    assert check_quiz(replace(quiz(), incomplete=True)) == ()
    assert check_quiz(quiz(choice(prompt="", incomplete=True))) == ()


def second(*options, **changes):
    return choice(*options, id="q2", span=at(12, 5, QUIZ), **changes)


def test_contradiction():
    other = second(option("A contract", True), option("A gift"))
    (found,) = found_in("contradiction", choice(), other)
    assert (found.level, found.span, found.see[0][0]) == (
        Level.ERROR,
        at(12, 5, QUIZ),
        at(3, 5, QUIZ),
    )


def test_equal_options_need_an_equal_prompt_to_contradict():
    other = second(option("A contract", True), option("A gift"), prompt="What replaces trust?")
    assert not found_in("contradiction", choice(), other)


def test_same_prompt_without_contradiction():
    other = second(option("Honesty", True), option("A gift"), prompt="What  builds\ntrust?")
    assert not found_in("contradiction", choice(), other)
    (found,) = found_in("same-prompt", choice(), other)
    assert (found.level, found.span) == (Level.WARNING, at(12, 5, QUIZ))


def test_missing_prompts_are_not_the_same_prompt_too():
    assert not found_in("same-prompt", choice(prompt=""), second(prompt=""))
