from __future__ import annotations

from builder.diagnostics import Level, Span

from .make import QUIZ, at, choice, course, headings, in_course, lesson, objective, quiz, ref


def made(**question):
    one = lesson(
        headings=headings((2, "How trust grows")), objectives=(objective("map"), objective("ask"))
    )
    return course(one, quizzes=[quiz(choice(**question))])


def test_missing_quiz():
    one = course(lesson(quiz=ref("trsut", 9)), quizzes=[quiz(choice())])
    (found,) = in_course("missing-quiz", one)
    assert (found.level, found.span) == (Level.ERROR, at(9, 5))
    assert found.hint == "did you mean 'trust'?"
    assert not in_course("missing-quiz", course(lesson(quiz=ref("trust")), quizzes=[quiz()]))
    assert not in_course("missing-quiz", course(lesson()))


def test_orphan_quiz():
    shown, orphan = quiz(choice()), quiz(choice(), name="other")
    (found,) = in_course("orphan-quiz", course(lesson(), quizzes=[shown, orphan]))
    assert (found.level, found.span) == (Level.WARNING, Span("quizzes/other.yml", 1, 1))


def test_a_lesson_that_names_another_quiz_does_not_show_the_one_of_its_name():
    quizzes = [quiz(choice()), quiz(choice(), name="other")]
    (found,) = in_course("orphan-quiz", course(lesson(quiz=ref("other")), quizzes=quizzes))
    assert found.span.path == QUIZ


def test_unknown_section():
    (found,) = in_course("unknown-section", made(section=ref("how-trust-grow", 8, QUIZ)))
    assert (found.level, found.span) == (Level.ERROR, at(8, 5, QUIZ))
    assert found.hint == "did you mean 'how-trust-grows'?"
    assert not in_course("unknown-section", made(section=ref("how-trust-grows", 8, QUIZ)))


def test_unknown_objective():
    objectives = (ref("map", 8, QUIZ), ref("aks", 9, QUIZ))
    (found,) = in_course("unknown-objective", made(objectives=objectives))
    assert (found.level, found.span) == (Level.ERROR, at(9, 5, QUIZ))
    assert not in_course("unknown-objective", made(objectives=objectives[:1]))


def test_a_quiz_nobody_shows_is_not_blamed_for_its_references():
    question = choice(section=ref("x", 8, QUIZ), objectives=(ref("y", 9, QUIZ),))
    one = course(lesson(), quizzes=[quiz(question, name="other")])
    assert not in_course("unknown-section", one)
    assert not in_course("unknown-objective", one)


OTHER = "content/people/ties.md"


def two(quizzes, **changes):
    other = lesson(OTHER, headings=headings((2, "Bridges"), path=OTHER), **changes)
    return course(lesson(headings=headings((2, "How trust grows"))), other, quizzes=quizzes)


def in_bank(**question):
    return two([quiz(choice(**question), name="banks/b")])


def test_parts_of_other_lessons():
    good = {"section": ref("ties#bridges", 8, QUIZ), "objectives": (ref("ties.map", 9, QUIZ),)}
    for made_ in (two([quiz(choice(**good))]), in_bank(**good)):
        assert not in_course("unknown-section", made_)
        assert not in_course("unknown-objective", made_)


def test_misspelt_parts_of_other_lessons():
    question = choice(section=ref("ties#brigdes", 8, QUIZ), objectives=(ref("ties.mapp", 9, QUIZ),))
    wrong = two([quiz(question)])
    assert in_course("unknown-section", wrong)[0].hint == "did you mean 'ties#bridges'?"
    assert in_course("unknown-objective", wrong)[0].hint == "did you mean 'ties.map'?"


def test_misspelt_other_lessons():
    question = choice(section=ref("teis#bridges", 8, QUIZ), objectives=(ref("tie.map", 9, QUIZ),))
    wrong = two([quiz(question)])
    assert in_course("unknown-section", wrong)[0].hint == "did you mean 'ties#bridges'?"
    assert in_course("unknown-objective", wrong)[0].hint == "did you mean 'ties.map'?"


def test_a_bank_names_the_lesson():
    wrong = in_bank(section=ref("bridges", 8, QUIZ), objectives=(ref("map", 9, QUIZ),))
    for code in ("unknown-section", "unknown-objective"):
        (found,) = in_course(code, wrong)
        assert "a bank belongs to no lesson" in found.hint


def test_a_lesson_that_could_not_be_read_is_not_blamed():
    question = choice(section=ref("ties#brigdes", 8, QUIZ), objectives=(ref("ties.mapp", 9, QUIZ),))
    broken = two([quiz(question)], incomplete=True)
    assert not in_course("unknown-section", broken)
    assert not in_course("unknown-objective", broken)


def test_a_quiz_in_the_folder_of_its_module_is_found_by_its_short_name():
    nearer = quiz(choice(), name="people/trust")
    assert not in_course("missing-quiz", course(lesson(quiz=ref("trust")), quizzes=[nearer]))
