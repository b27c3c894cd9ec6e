"""Cues: what gives the right option away to somebody who does not know the answer.

Each definition was measured on 57,000 questions of three public banks; in a sample read by hand at
least three findings in four were true, so these are warnings or remarks and never errors.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.check.explaining import explained
from builder.check.kinds.base import plain
from builder.check.kinds.words import root, words
from builder.diagnostics import Diagnostic, Level, code
from builder.model.questions import Choice, Option

ABSOLUTE_OPTION = code(
    "absolute-option",
    Level.WARNING,
    "A wrong option gives itself away by an absolute word",
    explained(
        what='A wrong option says "always", "never", "only", "nothing" or the like, and no right'
        " one does.",
        why="Learners who know nothing rule out absolute statements, and are nearly always right.",
        fix="Say how things are for somebody who holds the wrong view, without the absolute word.",
        example="- text: Trust is built by grand gestures.",
    ),
)
REPEATED_WORD = code(
    "repeated-word",
    Level.INFO,
    "A word of the question stands in the right option alone",
    explained(
        what="A word of five letters or more stands in the prompt and in the right option, and in"
        " no wrong one.",
        why="Learners who know nothing pick the option that sounds like the question.",
        fix="Use another word in the right option, or the same word in a wrong one.",
    ),
)
GRAMMAR_CUE = code(
    "grammar-cue",
    Level.WARNING,
    "Only the right option fits the prompt's grammar",
    explained(
        what='The prompt ends in "a" or "an", and only the right option fits it.',
        why="It can be picked by ear.",
        fix="End the prompt before the article and write it into the options.",
        example="prompt: A leader who listens builds\noptions:\n  - text: an alliance\n"
        "  - text: a tribe",
    ),
)
FULL_STOP_CUE = code(
    "full-stop-cue",
    Level.WARNING,
    "The right option stands out by its full stop",
    explained(
        what="Only the right option ends in a full stop, or only the right one does not.",
        why="Small differences in care give away which option was written first.",
        fix="End all options alike.",
    ),
)
COMBINED_OPTION = code(
    "combined-option",
    Level.WARNING,
    "An option combines others",
    explained(
        what='An option reads "A and B" or "1, 3" and so stands for other options.',
        why="Knowing one of them is enough to rule out half, and shuffling changes what the"
        " letters mean.",
        fix="Use `multiple-response` and let learners pick each right option.",
    ),
)
HEDGED_OPTION = code(
    "hedged-option",
    Level.OFF,
    "An option says rarely, usually or often",
    explained(
        what='An option holds a vague frequency such as "usually" or "rarely".',
        why="People understand these words differently. In practice two findings in twelve are"
        " worth a change, so this check is off unless a course asks for it.",
        fix="Say how often, or leave the word out.",
        example="levels:\n  hedged-option: info",
    ),
)
CONVERGING_OPTION = code(
    "converging-option",
    Level.OFF,
    "The right option shares most words with the others",
    explained(
        what="Of four options or more, the right one alone has the most words in common with the"
        " rest.",
        why="Wrong options are often made by changing parts of the right one. Only five findings"
        " in twelve are worth a change, so this check is off unless a course asks for it.",
        fix="Let the wrong options share words with each other, too.",
        example="levels:\n  converging-option: info",
    ),
)

_ABSOLUTE = re.compile(
    r"\b(always|never|completely|absolutely|totally|entirely|impossible|everyone|nobody|nothing"
    r"|everything|(?<!not )(?<!read-)(?<!-)only)\b(?!-)",
    re.IGNORECASE,
)
_HEDGE = re.compile(
    r"\b(rarely|seldom|usually|often|frequently|sometimes|occasionally|generally|typically)\b",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"\b(an?)[\s_.:\u2026]*\Z", re.IGNORECASE)
_VOWEL = re.compile(r"\W*[aeiou]", re.IGNORECASE)
_LETTERS = re.compile(
    r"(?i:both |only )?(?i:options? |answers? )?\(?[A-H]\)?"
    r"(?:\s*(?:,|and|&|or|\+)\s*(?:and |or )?\(?[A-H]\)?)+(?i: only)?\.?"
)
_NUMBERS = re.compile(
    r"(?i:both |only )?\(?[1-9]\)?(?:\s*(?:,|and|&)\s*(?:and )?\(?[1-9]\)?)+(?: only)?\.?"
)
_NUMBERED = re.compile(r"(?:^|\s)\(?[1-9][.)]\s")
LEAST_WORD = 5
_COMMON = frozenset(
    root(word)
    for word in words(
        "about above after again against answer answers because before being below best between"
        " could doing during every first following might other option others question reply shall"
        " should since statement still such than that their them then there these thing things"
        " think this those through under until what when where which while whose will with would"
    )
)
"""Words that say nothing of the subject; every second question has some of them."""


def absolute_option(question: Choice) -> Iterator[Diagnostic]:
    """Wrong options are not ruled out by an absolute word."""
    right, wrong = _sides(question)
    if not right or any(_ABSOLUTE.search(option.text) for option in right):
        return
    for option in wrong:
        found = _ABSOLUTE.search(option.text)
        if found:
            message = f"{found[0]!r} stands in wrong options only and gives this one away"
            hint = "say it without the absolute word"
            yield ABSOLUTE_OPTION.at(option.span, message, hint)


def repeated_word(question: Choice) -> Iterator[Diagnostic]:
    """The right option does not echo the prompt."""
    right, wrong = _sides(question)
    if len(right) != 1 or not wrong or question.type == "true-false":
        return
    elsewhere = {root(word) for option in wrong for word in words(option.text)}
    asked = {root(word) for word in words(question.prompt) if len(word) >= LEAST_WORD} - _COMMON
    for word in words(right[0].text):
        if len(word) >= LEAST_WORD and root(word) in asked and root(word) not in elsewhere:
            message = f"{word!r} stands in the question and in the right option alone"
            hint = "use another word here, or the same word in a wrong option"
            yield REPEATED_WORD.at(right[0].span, message, hint)
            return


def grammar_cue(question: Choice) -> Iterator[Diagnostic]:
    """Every option fits the article at the end of the prompt."""
    right, wrong = _sides(question)
    article = _ARTICLE.search(question.prompt)
    if not article or len(right) != 1 or not wrong:
        return
    vowel = len(article[1]) > 1
    fits = [bool(_VOWEL.match(option.text)) is vowel for option in (*right, *wrong)]
    if fits[0] and not any(fits[1:]):
        message = f"only the right option fits the {article[1]!r} at the end of the prompt"
        yield GRAMMAR_CUE.at(right[0].span, message, "write the article into the options")


def full_stop_cue(question: Choice) -> Iterator[Diagnostic]:
    """All options end alike."""
    right, wrong = _sides(question)
    if len(right) != 1 or len(wrong) < 2:
        return
    if any(_ending(option) in "?!" for option in question.options):
        return
    own = _stopped(right[0])
    if all(_stopped(option) is not own for option in wrong):
        message = f"only the right option ends {'in' if own else 'without'} a full stop"
        yield FULL_STOP_CUE.at(right[0].span, message, "end all options alike")


def combined_option(question: Choice) -> Iterator[Diagnostic]:
    """No option stands for several others."""
    numbered = bool(_NUMBERED.search(question.prompt))
    for option in question.options:
        text = plain(option.text)
        if _LETTERS.fullmatch(text) or (numbered and _NUMBERS.fullmatch(text)):
            hint = "use `multiple-response` and let learners pick each right option"
            yield COMBINED_OPTION.at(option.span, f"the option {text!r} combines others", hint)


def hedged_option(question: Choice) -> Iterator[Diagnostic]:
    """No option is vague about how often."""
    for option in question.options:
        found = _HEDGE.search(option.text)
        if found:
            message = f"people understand {found[0]!r} differently"
            yield HEDGED_OPTION.at(option.span, message, "say how often, or leave it out")


def converging_option(question: Choice) -> Iterator[Diagnostic]:
    """The right option is not the one that the others are made from."""
    right, wrong = _sides(question)
    if len(right) != 1 or len(wrong) < 3:
        return
    bags = [set(words(option.text)) for option in (*right, *wrong)]
    shared = [sum(len(own & other) for other in bags) - len(own) for own in bags]
    if shared[0] >= 2 and shared[0] > max(shared[1:]):
        message = "the right option shares the most words with the others"
        hint = "let the wrong options share words with each other, too"
        yield CONVERGING_OPTION.at(right[0].span, message, hint)


def _sides(question: Choice) -> tuple[list[Option], list[Option]]:
    right = [option for option in question.options if option.correct]
    return right, [option for option in question.options if not option.correct]


def _stopped(option: Option) -> bool:
    return _ending(option) == "."


def _ending(option: Option) -> str:
    """The last character, closing quotes and stress left aside."""
    return option.text.rstrip(" \n\"'\u201d\u2019*_")[-1:] or "-"


RULES = (
    absolute_option,
    repeated_word,
    grammar_cue,
    full_stop_cue,
    combined_option,
    hedged_option,
    converging_option,
)
