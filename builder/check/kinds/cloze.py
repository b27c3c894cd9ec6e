"""Rules of texts with blanks."""

from __future__ import annotations

from collections.abc import Iterator

from builder.check.explaining import explained
from builder.check.kinds.base import Piece, plain
from builder.check.kinds.choice import NO_RIGHT_OPTION, SEVERAL_RIGHT_OPTIONS
from builder.check.kinds.shared import FEW_OPTIONS, SAME_OPTION
from builder.check.kinds.typed import number_findings, text_findings
from builder.check.near import did_you_mean
from builder.check.repeats import repeated
from builder.diagnostics import Diagnostic, Level, code
from builder.model.parts import Ref
from builder.model.questions import Blank, Cloze, MenuKey, NumberKey

UNKNOWN_BLANK = code(
    "unknown-blank",
    Level.ERROR,
    "A gap in the text is no blank of the question",
    explained(
        what="The text holds {{NAME}}, but `blanks` has no such name.",
        why="Learners would see the braces and nothing to fill in.",
        fix="Correct the spelling, or add the name to `blanks`.",
        example="text: Trust grows from {{size}} promises.\nblanks:\n  size: small",
    ),
)
UNUSED_BLANK = code(
    "unused-blank",
    Level.ERROR,
    "A blank does not stand in the text once",
    explained(
        what="A name under `blanks` stands in the text not at all, or more than once.",
        why="An answer is stored under its name, so each blank needs one place.",
        fix="Write {{NAME}} where it is to be filled in, and nowhere else.",
    ),
)


def pieces(question: Cloze) -> tuple[Piece, ...]:
    """One for each blank. Its name is no text anybody reads."""
    return tuple(Piece("", _said(blank), blank.span) for blank in question.blanks)


def _said(blank: Blank) -> str:
    if blank.feedback or isinstance(blank.key, MenuKey):
        options = blank.key.options if isinstance(blank.key, MenuKey) else ()
        return " ".join(filter(None, (blank.feedback, *(o.feedback for o in options))))
    listed = blank.key.amounts if isinstance(blank.key, NumberKey) else blank.key.variants
    return " ".join(one.feedback for one in listed if one.feedback)


def gaps(question: Cloze) -> Iterator[Diagnostic]:
    """Every gap is a blank, and every blank a gap."""
    found = question.gaps()
    names = [blank.id for blank in question.blanks]
    for name in dict.fromkeys(found):
        if name not in names:
            hint = did_you_mean(name, names, f"add '{name}' to `blanks`")
            message = f"the text holds {{{{{name}}}}}, but there is no such blank"
            yield UNKNOWN_BLANK.at(question.span, message, hint)
    for blank in question.blanks:
        times = found.count(blank.id)
        if times != 1:
            often = "not at all" if times == 0 else f"{times} times"
            hint = f"write {{{{{blank.id}}}}} where it is to be filled in"
            message = f"the blank {blank.id!r} stands in the text {often}"
            yield UNUSED_BLANK.at(blank.span, message, hint if times == 0 else "keep one of them")


def listed_answers(question: Cloze) -> Iterator[Diagnostic]:
    """What is listed for each blank can be given, and counts as it says."""
    for blank in question.blanks:
        if isinstance(blank.key, MenuKey):
            yield from _menu(blank, blank.key)
        elif isinstance(blank.key, NumberKey):
            yield from number_findings(blank.key)
        else:
            yield from text_findings(blank.key)


def _menu(blank: Blank, key: MenuKey) -> Iterator[Diagnostic]:
    right = [option for option in key.options if option.correct]
    if len(key.options) < 2:
        message = f"the blank {blank.id!r} leaves nothing to choose"
        yield FEW_OPTIONS.at(blank.span, message, "it needs at least two options")
    if not right:
        hint = "mark the right one with `correct: true`"
        message = f"no option of the blank {blank.id!r} is marked as right"
        yield NO_RIGHT_OPTION.at(blank.span, message, hint)
    if len(right) > 1:
        see = tuple((option.span, "marked as right") for option in right)
        message = f"{len(right)} options of the blank {blank.id!r} are marked as right"
        yield SEVERAL_RIGHT_OPTIONS.at(blank.span, message, "mark one only", see)
    refs = [Ref(plain(option.text), option.span) for option in key.options]
    hint = "change one of them or remove it"
    yield from repeated(SAME_OPTION, refs, "another option reads {!r}", hint=hint)


RULES = (gaps, listed_answers)
