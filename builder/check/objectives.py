"""How the objectives of a lesson are written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.check.explaining import explained
from builder.diagnostics import Diagnostic, Level, code
from builder.model.lesson import Lesson

MOST_OBJECTIVES = 5

VAGUE_OBJECTIVE = code(
    "vague-objective",
    Level.WARNING,
    "An objective names nothing that can be seen",
    explained(
        what='The objective begins with "understand", "know", "learn", "appreciate", "realise",'
        ' "be aware", "explore", "become" or "familiarise".',
        why="Nobody can tell whether it was reached, so no question can test it.",
        fix="Say what a learner does who has understood: explain, choose, draw, tell apart.",
        example="objectives:\n  - signs: Tell apart three signs of broken trust",
    ),
)
MANY_OBJECTIVES = code(
    "many-objectives",
    Level.WARNING,
    f"A lesson has more than {MOST_OBJECTIVES} objectives",
    explained(
        what=f"The front matter names more than {MOST_OBJECTIVES} objectives.",
        why="A lesson of a quarter of an hour cannot teach and test them all.",
        fix="Keep those that matter most, or split the lesson.",
    ),
)
DOUBLE_OBJECTIVE = code(
    "double-objective",
    Level.INFO,
    "An objective asks for two things",
    explained(
        what='The objective joins two verbs with "and".',
        why="A learner may reach one half and not the other, and a result cannot say which.",
        fix="Make it two objectives, or name the verb that includes the other.",
    ),
)

_VAGUE = re.compile(
    r"(?:to\s+|be able to\s+)?(understand|know|learn|appreciate|reali[sz]e|be aware|explore|become"
    r"|familiari[sz]e)\b",
    re.IGNORECASE,
)
_VERB = (
    r"analyse|analyze|answer|apply|argue|arrange|ask|assess|build|calculate|change|check"
    r"|choose|classify|collect|compare|compose|construct|create|criticise|decide|define"
    r"|demonstrate|describe|design|develop|discuss|distinguish|draw|draft|estimate|evaluate"
    r"|examine|explain|find|formulate|give|group|identify|illustrate|interpret|judge"
    r"|justify|keep|label|list|listen|make|map|mark|match|measure|modify|name|offer|order"
    r"|organise|outline|plan|practise|predict|prepare|present|produce|propose|rank"
    r"|recognise|recommend|reflect|repair|rephrase|report|respond|revise|rewrite|say|select"
    r"|separate|set|show|sketch|solve|sort|state|structure|summarise|take|tell|test"
    r"|translate|use|write"
)
_TWO_VERBS = re.compile(rf"(?:{_VERB})\s+and\s+(?:{_VERB})\b", re.IGNORECASE)


def vague_objective(lesson: Lesson) -> Iterator[Diagnostic]:
    """An objective begins with something that can be seen."""
    for objective in lesson.objectives:
        found = _VAGUE.match(objective.text.strip())
        if found:
            message = f"nobody can see whether a learner can {found[1].lower()!r}"
            hint = "say what somebody does who can: explain, choose, draw, tell apart"
            yield VAGUE_OBJECTIVE.at(objective.span, message, hint)


def many_objectives(lesson: Lesson) -> Iterator[Diagnostic]:
    """A lesson has a handful of objectives."""
    count = len(lesson.objectives)
    if count > MOST_OBJECTIVES:
        message = f"the lesson has {count} objectives"
        hint = f"keep the {MOST_OBJECTIVES} that matter most, or split the lesson"
        yield MANY_OBJECTIVES.at(lesson.objectives[MOST_OBJECTIVES].span, message, hint)


def double_objective(lesson: Lesson) -> Iterator[Diagnostic]:
    """An objective asks for one thing."""
    for objective in lesson.objectives:
        if _TWO_VERBS.match(objective.text.strip()):
            message = "the objective asks for two things"
            yield DOUBLE_OBJECTIVE.at(objective.span, message, "make it two objectives")
