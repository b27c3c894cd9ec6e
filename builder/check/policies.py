"""Checks that the settings of a quiz go together."""

from __future__ import annotations

from collections.abc import Iterator

from builder.check.explaining import explained
from builder.diagnostics import Diagnostic, Level, code
from builder.model.quiz import Mode, Quiz, Reveal

LEAST_SECONDS = 20

CONFLICT = code(
    "policy-conflict",
    Level.WARNING,
    "Two settings of a quiz do not go together",
    explained(
        what="One setting of the quiz undoes another; the message says which.",
        why="Learners meet a quiz that behaves in a way nobody intended.",
        fix="Change one of the two, or leave both out: each mode has settings that fit.",
        example="mode: exam        # one try, answers after handing in\ntime_limit: 20",
    ),
)
SHORT_TIME = code(
    "short-time-limit",
    Level.WARNING,
    "A quiz leaves too little time",
    explained(
        what=f"The time limit leaves less than {LEAST_SECONDS} seconds for each question.",
        why="It measures reading speed, and shuts out people who read slowly or with a screen"
        " reader.",
        fix="Raise `time_limit`, or leave it out.",
    ),
)


def policy_conflict(quiz: Quiz) -> Iterator[Diagnostic]:
    """The settings of a quiz go together."""
    if not quiz.bank:
        for message, hint in _conflicts(quiz):
            yield CONFLICT.at(quiz.span, message, hint)


def _conflicts(quiz: Quiz) -> Iterator[tuple[str, str]]:
    policy = quiz.policy
    reveal, never = policy.reveal, policy.reveal is Reveal.NEVER
    if policy.extension and policy.time_limit is None:
        yield "`extension` has no `time_limit` to extend", "add one, or remove `extension`"
    if policy.mode is Mode.EXAM and reveal in (Reveal.AT_ONCE, Reveal.AFTER_TRIES):
        yield f"`reveal: {reveal}` shows answers in an exam", "write `reveal: at-end` or `never`"
    if policy.mode is not Mode.EXAM and reveal is Reveal.AFTER_TRIES and policy.tries is None:
        yield "with any number of tries, `reveal: after-tries` never comes", "add `tries`"
    if policy.mode is Mode.CHECK and reveal is Reveal.AT_ONCE and (policy.tries or 0) > 1:
        yield (
            f"the answer is shown at once, before the other {(policy.tries or 0) - 1} tries",
            "write `reveal: after-tries`, or `tries: 1`",
        )
    if never and quiz.pass_mark is not None:
        yield "without the key no score can be compared with `pass_mark`", "remove one of the two"
    if never and policy.confidence:
        yield "without the key nobody learns whether they were rightly sure", "remove `confidence`"
    if never and policy.mode is Mode.CHECK:
        yield "`reveal: never` leaves a check without feedback", "write `mode: exam`"


def short_time(quiz: Quiz) -> Iterator[Diagnostic]:
    """A time limit leaves time to read."""
    limit = quiz.policy.time_limit
    count = len(quiz.questions) + sum(draw.count for draw in quiz.draws)
    if limit is not None and count and limit * 60 < LEAST_SECONDS * count:
        message = f"{limit} minutes for {count} questions is {limit * 60 // count} seconds each"
        yield SHORT_TIME.at(quiz.span, message, "raise `time_limit`, or leave it out")
