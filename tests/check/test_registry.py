"""Rules are values: a course can be checked with other ones."""

from __future__ import annotations

import time

from builder.check import RULES, Rules, check_course, check_lesson, check_quiz
from builder.diagnostics import Level
from builder.diagnostics.codes import Code

from .make import choice, course, lesson, link, picture, quiz, ref, tree

OWN = Code("own", Level.INFO, "Own", "Own.")


def no_word_trust(subject):
    if subject.title == "Trust":
        yield OWN.at(subject.span, "says trust")


def test_rules_of_others_can_take_the_place_of_ours():
    rules = Rules(lesson=(no_word_trust,), quiz=(no_word_trust,))
    assert [f.code for f in check_lesson(lesson(summary=()), rules)] == ["own"]
    assert [f.code for f in check_quiz(quiz(), rules)] == ["own"]
    assert check_course(course(lesson()), tree(course(lesson())), rules) == ()


def test_findings_are_sorted_by_place():
    found = check_lesson(lesson(summary=(), links=(link("x:y"), link("a", "here", 5))))
    assert [f.span.line for f in found] == [1, 5, 20]
    assert check_quiz(quiz(choice(prompt=""), choice(id="q2", prompt="")))[0].span.line == 3


def many(count):
    lessons = []
    for n in range(count):
        path = f"content/module-{n // 20}/lesson-{n}.md"
        near = [(n + step) % count for step in range(1, 6)]
        links = tuple(link(f"../module-{k // 20}/lesson-{k}.md#top", line=k) for k in near)
        related = tuple(ref(f"lesson-{k}", path=path) for k in near[:3])
        lessons.append(lesson(path, links=links, related=related, pictures=(picture(f"{n}.png"),)))
    made = course(*lessons)
    pictures = [f"content/module-{n // 20}/{n}.png" for n in range(count)]
    return made, tree(made, *pictures)


def seconds(count):
    made, files = many(count)
    start = time.process_time()
    assert check_course(made, files, RULES) == ()
    return time.process_time() - start


def test_the_course_rules_are_fast_and_linear():
    small, large = min(seconds(250) for _ in range(3)), min(seconds(1000) for _ in range(3))
    assert large < 0.25, "0.06 s on a common laptop"
    assert large < small * 4 * 2.5
