"""Checks of what a quiz draws from other files."""

from __future__ import annotations

from collections.abc import Iterator

from builder.check.explaining import explained
from builder.check.facts import Facts
from builder.check.near import Names, did_you_mean
from builder.diagnostics import Diagnostic, Level, code
from builder.model.catalogue import QuizEntry
from builder.model.parts import Ref
from builder.model.quiz import BANKS, Draw, Mode

UNKNOWN_SOURCE = code(
    "unknown-source",
    Level.ERROR,
    "A quiz draws from a bank that does not exist",
    explained(
        what="A name under `from` is no quiz and no bank.",
        why="The questions that should be drawn are missing from the quiz.",
        fix="Use the path of the file below quizzes/ without `.yml`.",
        example="draw:\n  - from: banks/trust\n    count: 3",
    ),
)
DRAW_TOO_LARGE = code(
    "draw-too-large",
    Level.ERROR,
    "A quiz draws more questions than there are",
    explained(
        what="`count` is larger than the number of questions in the files drawn from. Draws from"
        " the same files share their questions: none is asked twice.",
        why="The quiz would be shorter than it says.",
        fix="Lower `count`, or write more questions.",
    ),
)
DRAW_FROM_ITSELF = code(
    "draw-from-itself",
    Level.ERROR,
    "A quiz draws from itself",
    explained(
        what="A quiz names itself under `from`.",
        why="Its questions are asked anyway, so nothing is left to draw.",
        fix="Move the questions into a bank and draw from that.",
        example="draw:\n  - from: banks/trust\n    count: 3",
    ),
)
DRAW_EVERYTHING = code(
    "draw-everything",
    Level.INFO,
    "A draw takes all questions there are",
    explained(
        what="`count` equals the number of questions in the files drawn from.",
        why="Nothing is left to chance: every learner gets the same questions each time.",
        fix="Write more questions, lower `count`, or leave it if only the order should change.",
    ),
)
SPREAD_WITHOUT_OBJECTIVES = code(
    "spread-without-objectives",
    Level.WARNING,
    "A draw by objective finds no objectives",
    explained(
        what="`spread: objective` takes questions from every objective in turn, and some questions"
        " of the files drawn from name none.",
        why="They are all taken for one objective of their own.",
        fix="Give each of them an `objective`.",
    ),
)
SPREAD_TOO_THIN = code(
    "spread-too-thin",
    Level.INFO,
    "A draw by objective is too small for its objectives",
    explained(
        what="`spread: objective` is meant to take from every objective, and there are more"
        " objectives than questions to draw.",
        why="Some objectives are not asked about, and which ones is left to chance.",
        fix="Raise `count`, or draw from fewer files. A check that samples a whole module is fine"
        " as it is.",
    ),
)


def draws(facts: Facts) -> Iterator[Diagnostic]:
    """Every draw finds what it asks for."""
    names = Names(facts.quizzes)
    for quiz in facts.course.quizzes:
        left: dict[str, int] = {}
        for draw in quiz.draws:
            found = list(_sources(facts, names, quiz, draw))
            yield from found
            if not found:
                yield from _size(facts, draw, left)
                yield from _spread(facts, quiz, draw)


def _sources(facts: Facts, names: Names, quiz: QuizEntry, draw: Draw) -> Iterator[Diagnostic]:
    for ref in draw.sources:
        if ref.id == quiz.id:
            hint = "move the questions into a bank and draw from that"
            yield DRAW_FROM_ITSELF.at(ref.span, "the quiz draws from itself", hint)
        elif ref.id not in facts.quizzes:
            yield UNKNOWN_SOURCE.at(ref.span, f"there is no {ref.id!r}", _hint(facts, names, ref))


def _hint(facts: Facts, names: Names, ref: Ref) -> str:
    bank = f"{BANKS}{ref.id}"
    if bank in facts.quizzes:
        return f"did you mean {bank!r}?"
    return did_you_mean(ref.id, names, f"write quizzes/{ref.id}.yml")


def _pool(facts: Facts, draw: Draw) -> list[QuizEntry]:
    return [facts.quizzes[name] for name in dict.fromkeys(ref.id for ref in draw.sources)]


def _size(facts: Facts, draw: Draw, left: dict[str, int]) -> Iterator[Diagnostic]:
    """`left` counts what earlier draws of the quiz leave in each file, at worst."""
    pool = _pool(facts, draw)
    if any(quiz.incomplete for quiz in pool):
        return
    size = sum(len(quiz.items) for quiz in pool)
    rest = sum(left.setdefault(quiz.id, len(quiz.items)) for quiz in pool)
    if draw.count > rest:
        shared = " left after the draws before" if rest < size else ""
        message = f"{draw.count} questions are to be drawn, and there are {max(rest, 0)}{shared}"
        yield DRAW_TOO_LARGE.at(draw.span, message, "lower `count`, or write more questions")
    elif draw.count == size:
        message = f"all {size} questions are drawn every time"
        yield DRAW_EVERYTHING.at(draw.span, message, "write more, or lower `count`")
    for quiz in pool:
        left[quiz.id] -= draw.count if len(pool) == 1 else 0


def _spread(facts: Facts, asking: QuizEntry, draw: Draw) -> Iterator[Diagnostic]:
    if not draw.spread:
        return
    items = [(quiz.id, item) for quiz in _pool(facts, draw) for item in quiz.items]
    bare = [item for _, item in items if not item.objectives]
    if bare:
        message = f"{len(bare)} of {len(items)} questions name no objective"
        see = tuple((item.span, "names no objective") for item in bare[:3])
        hint = "give each of them an `objective`"
        yield SPREAD_WITHOUT_OBJECTIVES.at(draw.span, message, hint, see)
    aimed = {(quiz if "." not in o.id else "", o.id) for quiz, i in items for o in i.objectives}
    # A check or an exam samples: a learner who is to practise should meet every objective.
    if len(aimed) > draw.count and asking.policy.mode is Mode.PRACTICE:
        message = f"{draw.count} questions cannot cover {len(aimed)} objectives"
        yield SPREAD_TOO_THIN.at(draw.span, message, "raise `count`, or draw from fewer files")
