"""What a quiz draws from other files."""

from dataclasses import replace

from builder.diagnostics import Level
from builder.model.quiz import Draw, Mode

from .make import at, choice, course, in_course, lesson, quiz, ref

FILE = "quizzes/trust.yml"


def bank(count, name="banks/trust", **changes):
    asked = (choice(id=f"q{n}", prompt=f"{'abcdefgh'[n] * 20}?", **changes) for n in range(count))
    return quiz(*asked, name=name)


def drawing(*draws, banks=()):
    shown = replace(quiz(), draws=draws)
    return course(lesson(), quizzes=(shown, *banks))


def draw(count, *sources, spread=False, line=5):
    refs = tuple(ref(name, line, FILE) for name in sources)
    return Draw(sources=refs, count=count, span=at(line, 5, FILE), spread=spread)


def test_a_bank_that_exists_is_fine():
    made = drawing(draw(2, "banks/trust"), banks=(bank(4),))
    for code in (
        "unknown-source",
        "draw-too-large",
        "draw-everything",
        "orphan-quiz",
        "empty-quiz",
    ):
        assert not in_course(code, made)


def test_a_misspelt_bank():
    made = drawing(draw(2, "banks/thrust"), banks=(bank(4),))
    (found,) = in_course("unknown-source", made)
    assert (found.level, found.span, found.hint) == (
        Level.ERROR,
        at(5, 5, FILE),
        "did you mean 'banks/trust'?",
    )


def test_a_bank_without_its_folder():
    made = drawing(draw(2, "team"), banks=(bank(4, "banks/team"),))
    assert in_course("unknown-source", made)[0].hint == "did you mean 'banks/team'?"


def test_more_than_there_are():
    made = drawing(draw(5, "banks/trust"), banks=(bank(4),))
    (found,) = in_course("draw-too-large", made)
    assert (found.level, "5 questions" in found.message) == (Level.ERROR, True)
    both = drawing(draw(5, "banks/trust", "banks/more"), banks=(bank(4), bank(2, "banks/more")))
    assert not in_course("draw-too-large", both)


def test_two_draws_share_one_bank():
    made = drawing(draw(3, "banks/trust"), draw(2, "banks/trust", line=9), banks=(bank(4),))
    (found,) = in_course("draw-too-large", made)
    assert (found.span.line, "left after" in found.message) == (9, True)


def test_everything_is_a_remark():
    made = drawing(draw(4, "banks/trust"), banks=(bank(4),))
    assert in_course("draw-everything", made)[0].level is Level.INFO


def test_from_itself():
    assert in_course("draw-from-itself", drawing(draw(1, "trust")))[0].level is Level.ERROR


def test_a_file_that_could_not_be_read_is_not_counted():
    broken = replace(bank(1), incomplete=True)
    assert not in_course("draw-too-large", drawing(draw(5, "banks/trust"), banks=(broken,)))


def test_spread_needs_objectives_and_room():
    bare = drawing(draw(2, "banks/trust", spread=True), banks=(bank(4),))
    (found,) = in_course("spread-without-objectives", bare)
    assert (found.level, "4 of 4" in found.message) == (Level.WARNING, True)
    aimed = [
        choice(id=f"q{n}", prompt=f"{'abcdefgh'[n] * 20}?", objectives=(ref(f"trust.{n}", 3),))
        for n in range(3)
    ]
    made = drawing(draw(2, "banks/b", spread=True), banks=(quiz(*aimed, name="banks/b"),))
    assert not in_course("spread-without-objectives", made)
    assert in_course("spread-too-thin", made)[0].level is Level.INFO
    exam = replace(made, quizzes=(_in_mode(made.quizzes[0], Mode.EXAM), made.quizzes[1]))
    assert not in_course("spread-too-thin", exam)


def _in_mode(entry, mode):
    return replace(entry, policy=replace(entry.policy, mode=mode))


def test_a_quiz_drawn_from_is_no_orphan_and_neither_is_a_bank():
    other = bank(4, "loose")
    assert in_course("orphan-quiz", drawing(banks=(other,)))
    assert not in_course("orphan-quiz", drawing(draw(1, "loose"), banks=(other,)))
    assert not in_course("orphan-quiz", drawing(banks=(bank(4),)))
