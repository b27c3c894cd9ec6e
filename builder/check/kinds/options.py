"""How the options of a question are worded: hints an author may overrule, except where shuffling
makes a text false. For every kind of question that has `options` of which some are right.

The definitions follow the item-writing guidelines of Haladyna, Downing and Rodriguez (2002) and
of the NBME; thresholds were chosen so that at least nine findings in ten are true.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.check.explaining import explained
from builder.check.kinds.base import feedbacks, option_pieces, plain
from builder.check.kinds.words import holds_one
from builder.diagnostics import Diagnostic, Level, code
from builder.model.questions import Choice

LONG_KEY_WORDS = 4
LONG_KEY_SHARE = 0.75

ALL_OF_THE_ABOVE = code(
    "all-of-the-above",
    Level.WARNING,
    'An option reads "all of the above"',
    explained(
        what='An option is "all of the above" or the like.',
        why="Knowing that two options are right is enough to pick it, and when options are"
        " shuffled it may not stand last.",
        fix="Use `multiple-response` and let learners pick each right option.",
    ),
)
NONE_OF_THE_ABOVE = code(
    "none-of-the-above",
    Level.INFO,
    'An option reads "none of the above"',
    explained(
        what='An option is "none of the above" or the like.',
        why="Who picks it shows what they reject, not what they know, and when options are"
        " shuffled it may not stand last.",
        fix="Write an answer that people who have not understood would give.",
    ),
)
LONG_RIGHT_OPTION = code(
    "long-right-option",
    Level.INFO,
    "The right option is much longer than the others",
    explained(
        what=f"The right option has at least {LONG_KEY_WORDS} words, and the longest wrong one"
        f" has less than {LONG_KEY_SHARE:.0%} of its length.",
        why="Learners who know nothing pick the longest option, and would be right.",
        fix="Shorten the right option, or make the wrong ones as exact as it is.",
    ),
)
POSITION_NAMED = code(
    "position-named",
    Level.ERROR,
    "A text names an option by its position, but options are shuffled",
    explained(
        what='The prompt, an option or a feedback says "option B", "the second answer" or'
        " the like, and the question's options are shuffled.",
        why="The text points at another option for every learner.",
        fix="Name the option by what it says, or set `shuffle: false`.",
        example="feedback: A contract replaces trust; it does not build it.",
    ),
)

_ALL = re.compile(
    r"(all|both|each) (of )?(the|these|those) ?(above|options?|answers?|choices|following|listed"
    r"|preceding)?|all (above|are (correct|right|true))|(all|both) of (them|these|those)",
    re.IGNORECASE,
)
_NONE = re.compile(
    r"(none|neither) (of )?(the|these|those) ?(above|options?|answers?|choices|following|listed"
    r"|preceding)?|none (are|is) (correct|right|true)|(none|neither) of (them|these|those)",
    re.IGNORECASE,
)
_POSITION = re.compile(
    r"\b(?i:options?|answers?|choices?)\s+\(?[A-H]\)?(?![\w'\u2019])"
    r"|\b(?i:option|choice)\s+\(?[1-9]\)?(?!\w|[.,]\d)"
    r"|\b(?i:the)\s+(?i:first|second|third|fourth|fifth|sixth|last)\s+(?i:option|answer|choice)\b"
    r"|\b(?i:options?|answers?|choices?)\s+(?i:above|below)\b"
)
_POSITION_WORDS = ("option", "answer", "choice")
_LABEL = re.compile(r"\W*(?:[A-H]|[1-9])\W*")


def all_of_the_above(question: Choice) -> Iterator[Diagnostic]:
    """No option stands for all others."""
    for piece in option_pieces(question):
        if _ALL.fullmatch(plain(piece.text).rstrip(".")):
            hint = "use `multiple-response` and let learners pick each right option"
            message = f"the option {plain(piece.text)!r} gives itself away"
            yield ALL_OF_THE_ABOVE.at(piece.span, message, hint)


def none_of_the_above(question: Choice) -> Iterator[Diagnostic]:
    """An option that rejects all others is used with care."""
    for piece in option_pieces(question):
        if _NONE.fullmatch(plain(piece.text).rstrip(".")):
            hint = "write an answer that people who have not understood would give"
            message = f"the option {plain(piece.text)!r} shows what is rejected, not what is known"
            yield NONE_OF_THE_ABOVE.at(piece.span, message, hint)


def long_right_option(question: Choice) -> Iterator[Diagnostic]:
    """The right option does not stand out by its length."""
    if question.several:
        return
    right = [option for option in question.options if option.correct]
    wrong = [len(plain(option.text)) for option in question.options if not option.correct]
    if len(right) != 1 or not wrong:
        return
    text = plain(right[0].text)
    if len(text.split()) >= LONG_KEY_WORDS and max(wrong) < LONG_KEY_SHARE * len(text):
        hint = "shorten it, or make the wrong options as exact"
        message = "the right option is much longer than the others"
        yield LONG_RIGHT_OPTION.at(right[0].span, message, hint)


def position_named(question: Choice) -> Iterator[Diagnostic]:
    """Where options are shuffled, no text names one by its position."""
    if not question.shuffle or _labelled(question):
        return
    texts = [(question.prompt, question.span)]
    texts += [(option.text, option.span) for option in question.options]
    for text, span in [*texts, *feedbacks(question, option_pieces(question))]:
        named = _POSITION.search(text) if holds_one(text, _POSITION_WORDS) else None
        if named:
            message = f"{plain(named[0])!r} names a position, but the options are shuffled"
            hint = "name the option by what it says, or set `shuffle: false`"
            yield POSITION_NAMED.at(span, message, hint)


def _labelled(question: Choice) -> bool:
    """Whether the options are themselves labels (A, B, C or 1, 2, 3) of something shown."""
    return all(_LABEL.fullmatch(option.text) for option in question.options)


RULES = (all_of_the_above, none_of_the_above, long_right_option, position_named)
