"""Questions that ask the same twice."""

from __future__ import annotations

import random
import time
from dataclasses import replace

from builder.check import check_course, check_quiz
from builder.diagnostics import Level, Span
from builder.model.questions import Waiver

from .make import at, choice, course, in_course, lesson, of, option, quiz, tree

LONG = "What should somebody who wants to be trusted do on the first day in a new team?"


def second(**changes):
    return choice(id="q2", span=at(12, 5, "quizzes/trust.yml"), **changes)


def test_one_question_twice_is_an_error():
    (found,) = of("near-duplicate", check_quiz(quiz(choice(), second())))
    assert (found.level, found.span.line, found.see[0][0].line) == (Level.ERROR, 12, 3)


def test_the_same_prompt_with_another_answer_is_a_warning():
    other = second(prompt=f"{LONG.upper()}", options=(option("Ask", True), option("Wait")))
    found = check_quiz(quiz(choice(prompt=LONG), other))
    (same,) = of("same-prompt", found)
    assert same.level is Level.WARNING
    assert not of("near-duplicate", found)


def test_worded_alike_is_a_remark():
    other = second(prompt=LONG.replace("first day", "third day"))
    found = check_quiz(quiz(choice(prompt=LONG), other))
    assert [f.level for f in of("similar-question", found)] == [Level.INFO]


def test_another_question_is_no_duplicate():
    found = check_quiz(quiz(choice(prompt=LONG), second(prompt="What repairs it afterwards?")))
    assert not [f for f in found if "duplicate" in f.code or "same" in f.code]


def test_one_question_in_two_quizzes():
    one = quiz(choice(prompt=LONG), name="a")
    two = quiz(replace(second(prompt=LONG), span=Span("quizzes/b.yml", 3, 5)), name="b")
    rows = (lesson("content/p/a.md"), lesson("content/p/b.md"))
    (found,) = in_course("repeated-question", course(*rows, quizzes=(one, two)))
    assert (found.level, found.span.path) == (Level.WARNING, "quizzes/b.yml")
    assert not in_course("repeated-question", course(*rows, quizzes=(one,)))


def test_two_quizzes_that_contradict_each_other():
    turned = (option("A kept promise"), option("A contract", True), option("A gift"))
    two = replace(second(options=turned), span=Span("quizzes/b.yml", 3, 5))
    made = course(lesson(), quizzes=(quiz(choice()), quiz(two, name="b")))
    (found,) = in_course("contradiction", made)
    assert found.level is Level.ERROR


def test_a_repeated_question_can_be_accepted():
    waiver = Waiver("repeated-question", "Asked again on purpose.", at(13))
    two = replace(second(prompt=LONG, waivers=(waiver,)), span=Span("quizzes/b.yml", 3, 5))
    made = course(lesson(), quizzes=(quiz(choice(prompt=LONG)), quiz(two, name="b")))
    assert not in_course("repeated-question", made)


def many(count, chance):
    """Quizzes of eight questions each, words drawn as in natural text."""
    words = [
        "".join(chance.choices("abcdefghiklmnoprstuvw", k=chance.randint(2, 9))) for _ in range(900)
    ]
    weights = [1 / (n + 1) for n in range(900)]
    for n in range(count // 8):
        path = f"quizzes/quiz-{n}.yml"
        yield quiz(
            *(
                choice(
                    id=f"q{k}",
                    prompt=" ".join(chance.choices(words, weights, k=chance.randint(8, 24))) + "?",
                    span=Span(path, 3 + 9 * k, 5),
                )
                for k in range(8)
            ),
            name=f"quiz-{n}",
        )


def test_eight_thousand_questions_in_a_moment():
    made = course(lesson(), quizzes=many(8000, random.Random(1)))
    files = tree(made)
    from builder.check.facts import Facts
    from builder.check.likeness import alike_in_course

    facts = Facts(made, files)
    assert len(facts.items) == 8000
    spent = []
    for _ in range(3):
        start = time.process_time()
        list(alike_in_course(facts))
        spent.append(time.process_time() - start)
    assert min(spent) < 0.3, "0.04 s on a common laptop"


def test_pairs_among_thousands_are_found():
    chance = random.Random(2)
    quizzes = list(many(2000, chance))
    copies = []
    for n in range(40):
        source = chance.choice(quizzes).questions[chance.randrange(8)]
        changed = source.prompt.replace("?", " now?") if len(source.prompt) > 100 else source.prompt
        copies.append(replace(source, id=f"c{n}", prompt=changed, span=Span("quizzes/z.yml", n, 5)))
    made = course(lesson(), quizzes=(*quizzes, quiz(*copies, name="z")))
    found = {f.span.line for f in of("repeated-question", check_course(made, tree(made)))}
    assert len(found) >= 38
