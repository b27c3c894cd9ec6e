"""Quizzes: YAML files in `quizzes/`."""

from __future__ import annotations

from builder.diagnostics import Level, Span, code
from builder.model.questions import Question
from builder.model.quiz import Draw, Keep, Mode, Policy, Quiz, Reveal
from builder.model.result import Result
from builder.model.urls import quiz_id
from builder.read.order import humanise, stem
from builder.read.questions import READERS
from builder.read.questions.base import report_repeats
from builder.read.text import decode
from builder.read.yaml_value import Fields, read_yaml

DUPLICATE_QUESTION = code(
    "duplicate-question",
    Level.ERROR,
    "Two questions of a quiz have the same id",
    "Answers are stored under the question's id. It is made from the prompt unless you give one "
    "with 'id: ...'. Give one of the two questions another id.",
)
_REVEAL = {
    Mode.PRACTICE: Reveal.AT_ONCE,
    Mode.CHECK: Reveal.AFTER_TRIES,
    Mode.EXAM: Reveal.AT_END,
}
_TRIES = {Mode.PRACTICE: None, Mode.CHECK: 2, Mode.EXAM: 1}


def read_quiz(path: str, data: bytes) -> Result[Quiz]:
    """The quiz in a YAML file; `path` is relative to the course root and gives its id."""
    decoded = decode(path, data)
    found = read_yaml(decoded.value, path, quiz)
    findings = (*decoded.findings, *found.findings)
    return Result(found.value, findings)


def quiz(fields: Fields) -> Quiz:
    """The keys of a quiz."""
    name = stem(fields.path)
    questions = fields.items("questions", _question, "The questions.")
    known = tuple(q for q in questions if q is not None)
    report_repeats(fields, DUPLICATE_QUESTION, ((q.id, q.span) for q in known), "question")
    draws = fields.items("draw", _draw, "Questions to pick at random from other files.")
    fields.require_one_of("questions", "draw")
    return Quiz(
        id=quiz_id(fields.path),
        path=fields.path,
        title=fields.text("title", "Shown above the quiz.") or humanise(name),
        questions=known,
        span=Span(fields.path, 1, 1),
        intro=fields.text("intro", "Said before the first question (Markdown)."),
        pass_mark=fields.integer("pass_mark", "Percent to pass; default: the course's.", high=100),
        policy=_policy(fields),
        draws=draws,
        incomplete=fields.failed,
    )


def _policy(fields: Fields) -> Policy:
    mode = Mode(
        fields.choice(
            "mode",
            tuple(Mode),
            "practice: feedback at once, any number of tries (default). "
            "check: feedback at once, two tries. exam: one try, feedback after handing in.",
            default=Mode.PRACTICE,
        )
    )
    tries = fields.integer("tries", "Tries per question.", low=1, high=100)
    return Policy(
        mode=mode,
        tries=_TRIES[mode] if tries is None else tries,
        attempts=fields.integer(
            "attempts", "How often the quiz may be taken; default: any number.", low=1, high=1000
        ),
        keep=Keep(fields.choice("keep", tuple(Keep), "The score that counts.", default=Keep.BEST)),
        shuffle=fields.flag("shuffle", "Ask in another order for each learner."),
        time_limit=fields.integer(
            "time_limit", "Minutes for the whole quiz; default: no limit.", low=1, high=1440
        ),
        extension=fields.integer(
            "extension", "Percent of the time limit added for who needs more.", high=400
        )
        or 0,
        reveal=Reveal(
            fields.choice(
                "reveal",
                tuple(Reveal),
                "When the right answer is shown; default: as the mode says. never: the key is in "
                "no learner's copy.",
                default=_REVEAL[mode],
            )
        ),
        confidence=fields.flag("confidence", "Ask how sure the learner is."),
    )


def _draw(fields: Fields) -> Draw:
    sources = fields.refs("from", "Ids of quizzes or banks (banks/NAME).")
    fields.require_one_of("from")
    count = fields.integer("count", "How many questions.", low=1, high=1000, required=True)
    spread = fields.choice("spread", ("objective",), "Take from every objective in turn.")
    return Draw(sources=sources, count=count or 0, span=fields.span, spread=bool(spread))


def _question(fields: Fields) -> Question | None:
    return fields.variants("type", READERS, "The kind of question.")
