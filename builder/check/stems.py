"""How the prompt of a question is worded."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.check.explaining import explained
from builder.check.kinds.words import without_code, words
from builder.diagnostics import Diagnostic, Level, code
from builder.model.questions import Choice, Question

LEAST_WORDS = 5
MOST_WORDS = 60

NEGATIVE_STEM = code(
    "negative-stem",
    Level.WARNING,
    "A question asks what is not so",
    explained(
        what='The prompt asks "which is not ..." or "all except ...", and the word is easy to'
        " miss.",
        why="Learners who read over the word answer the opposite question, though they know the"
        " answer; and knowing what is wrong does not show that they know what is right.",
        fix="Ask what is so. If it must be negative, write the word in capitals or bold.",
        example="prompt: Which of these is **not** a tie?",
    ),
)
MARKED_NEGATIVE_STEM = code(
    "marked-negative-stem",
    Level.INFO,
    "A question asks what is not so, and says so clearly",
    explained(
        what="The prompt is negative, with the word in capitals or bold.",
        why="Knowing what is wrong does not show that a learner knows what is right.",
        fix="Ask what is so, where you can.",
    ),
)
UNFOCUSED_STEM = code(
    "unfocused-stem",
    Level.WARNING,
    "A prompt does not ask anything by itself",
    explained(
        what=f'The prompt has fewer than {LEAST_WORDS} words and no "?", ":" or blank.',
        why="Learners have to read all options to find out what is asked.",
        fix="Write a question that could be answered without the options.",
        example="prompt: What makes a promise count?",
    ),
)
LONG_STEM = code(
    "long-stem",
    Level.INFO,
    f"A prompt has more than {MOST_WORDS} words",
    explained(
        what=f"The prompt has more than {MOST_WORDS} words, code not counted.",
        why="It measures reading as well. A scene that is needed to answer is worth its words.",
        fix="Leave out what is not needed to answer.",
    ),
)
BLANK_INSIDE = code(
    "blank-inside",
    Level.INFO,
    "A prompt has its blank in the middle",
    explained(
        what="The text to complete has its blank before the end.",
        why="Learners have to keep the first half in mind while they read the options.",
        fix="Put the blank at the end, or ask a question.",
    ),
)

_ASK = r"\b(?:which|what|who|whose|where|choose|select|pick|identify|all of)\b"
_NEGATIVE = re.compile(
    rf"{_ASK}(?P<between>[^.?!;]*?)(?P<mark>\*\*|__|\*|_)?"
    r"\b(?P<word>(?<!why )(?<!or )(?<!whether )(?<!if )not(?! only\b)|except"
    r"|(?<!at )(?<!at \*\*)least|false|incorrect|isn['\u2019]t|aren['\u2019]t|doesn['\u2019]t)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"\b(?:if|when|because|that|who|whose|while|although|to)\b", re.IGNORECASE)
_BLANK = re.compile(r"_{3,}|\u2026{1}\s*\w|\.{4,}")
_INNER_BLANK = re.compile(r"_{3,}(?=\s*[^\W_][^\n]*\w\W*$)", re.MULTILINE)


def negative_stem(question: Question) -> Iterator[Diagnostic]:
    """A question asks for what is so."""
    if not isinstance(question, Choice) or question.type == "true-false":
        return
    for found in _NEGATIVE.finditer(without_code(question.prompt)):
        # In a clause of its own the word belongs to the case, not to the question.
        shown = found["word"]
        if shown.lower() not in ("except", "least") and _CLAUSE.search(found["between"]):
            continue
        if found["mark"] or shown.isupper():
            message = f"the question turns on the word {shown!r}"
            yield MARKED_NEGATIVE_STEM.at(question.span, message, "ask what is so, if you can")
        else:
            message = f"the question turns on the word {shown!r}, which is easy to miss"
            hint = f"ask what is so, or write **{shown}**"
            yield NEGATIVE_STEM.at(question.span, message, hint)
        return


def unfocused_stem(question: Question) -> Iterator[Diagnostic]:
    """A prompt asks something by itself."""
    if not isinstance(question, Choice) or question.type == "true-false":
        return
    prompt = question.prompt
    if not prompt.strip() or re.search(r"[?:\uff1f\uff1a]", prompt) or _BLANK.search(prompt):
        return
    # Languages written without spaces have no words to count.
    if prompt.isascii() and len(words(prompt)) < LEAST_WORDS:
        hint = "write a question that could be answered without the options"
        yield UNFOCUSED_STEM.at(question.span, "the prompt does not ask anything by itself", hint)


def long_stem(question: Question) -> Iterator[Diagnostic]:
    """A prompt can be taken in at a glance."""
    count = len(words(without_code(question.prompt)))
    if count > MOST_WORDS:
        message = f"the prompt has {count} words"
        yield LONG_STEM.at(question.span, message, "leave out what is not needed to answer")


def blank_inside(question: Question) -> Iterator[Diagnostic]:
    """A text to complete ends in its blank. Gaps of other kinds are meant to be inside."""
    if isinstance(question, Choice) and _INNER_BLANK.search(question.prompt):
        hint = "put the blank at the end, or ask a question"
        yield BLANK_INSIDE.at(question.span, "the blank stands in the middle", hint)
