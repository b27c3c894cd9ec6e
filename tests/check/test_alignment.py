"""Whether objectives, sections, questions and exercises belong together."""

from dataclasses import replace

from builder.check import check_course
from builder.diagnostics import Level
from builder.model.questions import Reflection, Waiver

from .make import (
    at,
    choice,
    course,
    headings,
    in_course,
    lesson,
    objective,
    quiz,
    ref,
    takeaway,
    tree,
)

HEADINGS = headings((2, "How trust grows"), (2, "Repair"))


def asked(name="q1", objective_="map", section="repair", **changes):
    return choice(
        id=name,
        prompt=f"{name * 9}?",
        objectives=(ref(objective_, 5),) if objective_ else (),
        section=ref(section, 6) if section else None,
        **changes,
    )


def made(*questions, **changes):
    return course(lesson(headings=HEADINGS, **changes), quizzes=(quiz(*questions),))


def test_a_course_in_line():
    whole = made(asked())
    assert check_course(whole, tree(whole)) == ()


def test_an_objective_that_nothing_asks_for():
    both = (objective("map"), objective("draw", 5))
    (found,) = in_course("objective-not-assessed", made(asked(), objectives=both))
    assert (found.level, found.span.line) == (Level.WARNING, 5)
    exercise = replace(takeaway(), objectives=(ref("draw"),))
    done = made(asked(), objectives=both, takeaways=(exercise,))
    assert not in_course("objective-not-assessed", done)


def test_another_lesson_may_ask_for_it():
    first = lesson("content/people/trust.md", objectives=(objective("map"), objective("draw", 5)))
    other = lesson("content/people/ties.md", headings=HEADINGS)
    quizzes = (quiz(asked()), quiz(asked("q2", "trust.draw"), name="ties"))
    assert not in_course("unknown-objective", course(first, other, quizzes=quizzes))
    found = in_course("objective-not-assessed", course(first, other, quizzes=quizzes))
    assert [f.span.path for f in found] == ["content/people/ties.md"]


def test_an_objective_that_nothing_teaches():
    (found,) = in_course("objective-not-taught", made(asked(section=None)))
    assert found.level is Level.WARNING
    assert not in_course("objective-not-taught", made(asked(section=None), asked("q2")))


def test_a_question_about_nothing():
    (found,) = in_course("question-without-objective", made(asked(), asked("q2", None)))
    assert (found.level, found.hint) == (Level.WARNING, "name one of: map")
    waiver = (Waiver("question-without-objective", "An icebreaker.", at(7)),)
    accepted = made(asked(), asked("q2", None, waivers=waiver))
    assert not in_course("question-without-objective", accepted)
    assert not in_course("question-without-objective", made(asked("q2", None), objectives=()))


def test_what_is_not_marked_need_be_about_nothing():
    free = Reflection(id="own", type="reflection", prompt="What did you notice?", span=at(9))
    assert not in_course("question-without-objective", made(asked(), free))
    (found,) = in_course("question-without-objective", made(asked("q1", None), free))
    assert "the question names no objective" in found.message


def test_a_quiz_about_nothing_is_told_once():
    bare = made(asked("q1", None, None), asked("q2", None, None))
    for code, level in (
        ("question-without-objective", Level.WARNING),
        ("question-without-section", Level.INFO),
    ):
        (found,) = in_course(code, bare)
        assert (found.level, found.span.line, "none of the 2" in found.message) == (level, 1, True)
    assert not in_course("objective-not-assessed", bare)


def test_asked_before_it_is_taught():
    whole = made(asked())
    entry = replace(whole.modules[0].lessons[0], after_quiz=("repair",))
    late = replace(whole, modules=(replace(whole.modules[0], lessons=(entry,)),))
    (found,) = in_course("section-after-quiz", late)
    assert (found.level, found.span.line) == (Level.ERROR, 6)
    assert not in_course("section-after-quiz", whole)


def test_a_module_that_asks_for_recall_only():
    assert not in_course("only-recall", made(asked()))
    (found,) = in_course("only-recall", made(asked(level="remember")))
    assert found.level is Level.INFO
    assert not in_course("only-recall", made(asked(level="remember"), asked("q2", level="apply")))


def test_as_many_questions_as_ten_minutes_want():
    assert in_course("few-questions", made(asked(), minutes=11))[0].level is Level.WARNING
    assert not in_course("few-questions", made(asked(), minutes=10))
    assert not in_course("few-questions", made(asked(), asked("q2"), minutes=11))
    assert not in_course("few-questions", course(lesson(minutes=15)))


def test_hardly_a_lesson():
    assert in_course("short-lesson", course(lesson(minutes=1)))[0].level is Level.OFF
    assert not in_course("short-lesson", course(lesson(minutes=2)))


def test_objectives_of_an_exercise_exist():
    exercise = replace(takeaway(), objectives=(ref("mapp", 9),))
    (found,) = in_course("unknown-objective", course(lesson(takeaways=(exercise,))))
    assert (found.span.line, found.hint) == (9, "did you mean 'map'?")
