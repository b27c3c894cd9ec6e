"""A good session of each standard as calls, and ways to misuse the API in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from .server import Call

Steps = list[Call]
Mutant = Callable[[Steps], Steps]


def call(name: str, *args: str, **more: object) -> Call:
    known: dict[str, object] = {"types": ("string",) * len(args), **more}
    return Call(0, name, args, **known)  # type: ignore[arg-type]


def put(element: str, value: str, **more: object) -> Call:
    return call("SetValue", element, value, **more)


def get(element: str, result: str = "", **more: object) -> Call:
    return call("GetValue", element, result=result, **more)


def interaction(n: int, standard: str, kind: str, right: str, answer: str, result: str) -> Steps:
    base = f"cmi.interactions.{n}"
    old = standard == "1.2"
    stamp, at = ("time", "10:11:12") if old else ("timestamp", "2026-03-04T10:11:12.0Z")
    return [
        put(f"{base}.id", "quiz-1_q" if old else "urn:course:quiz:q"),
        put(f"{base}.type", kind),
        put(f"{base}.objectives.0.id", "trust"),
        put(f"{base}.{stamp}", at),
        put(f"{base}.correct_responses.0.pattern", right),
        put(f"{base}.weighting", "1"),
        put(f"{base}.student_response" if old else f"{base}.learner_response", answer),
        put(f"{base}.result", result),
        put(f"{base}.latency", "0000:00:07.25" if old else "PT7.25S"),
    ]  # fmt: skip


def good(standard: str) -> Steps:
    """Open, read, go on, answer three questions, finish, leave."""
    old = standard == "1.2"
    names = (
        (
            "cmi.core.exit",
            "cmi.core.session_time",
            "cmi.core.lesson_location",
            "cmi.core.lesson_status",
        )
        if old
        else ("cmi.exit", "cmi.session_time", "cmi.location", "cmi.completion_status")
    )
    leaving, time, place, status = names
    span = (lambda s: f"0000:00:{s:02}.50") if old else (lambda s: f"PT{s}.5S")
    score = "cmi.core.score" if old else "cmi.score"
    wrong = "wrong" if old else "incorrect"
    comma = "," if old else "[,]"
    yes, no = ("t", "f") if old else ("true", "false")
    steps = [
        call("Initialize", ""),
        get(status, "not attempted" if old else "unknown"),
        get("cmi.suspend_data", code="0" if old else "403"),
        get("cmi.core.student_id" if old else "cmi.learner_id", "learner"),
        put(leaving, "suspend"),
        put(time, span(0)),
        put(status, "incomplete"),
        call("Commit", ""),
        put(place, "trust"),
        put("cmi.suspend_data", "1abcDEF-_"),
        call("Commit", ""),
        get("cmi.interactions._count", "0"),
        *interaction(0, standard, "choice", f"a{comma}c", "a", wrong),
        call("Commit", ""),
        *interaction(1, standard, "choice", f"a{comma}c", f"a{comma}c", "correct"),
        put("cmi.suspend_data", "1abcDEF-x"),
        call("Commit", ""),
        *interaction(2, standard, "true-false", yes, no, wrong),
        put("cmi.objectives.0.id", "quiz.final" if not old else "quiz-final"),
        put("cmi.objectives.0.score.raw", "75"),
        put("cmi.objectives.0.score.min", "0"),
        put("cmi.objectives.0.score.max", "100"),
        *([] if old else [put("cmi.objectives.0.score.scaled", "0.75")]),
        put("cmi.objectives.0.status" if old else "cmi.objectives.0.success_status", "passed"),
        put(f"{score}.raw", "75"),
        put(f"{score}.min", "0"),
        put(f"{score}.max", "100"),
        *([] if old else [put("cmi.score.scaled", "0.75"), put("cmi.progress_measure", "0.3333")]),
        call("Commit", ""),
        put(status, "passed" if old else "completed"),
        *([] if old else [put("cmi.success_status", "passed")]),
        put("cmi.suspend_data", "1abcDEF-y"),
        put(time, span(1)),
        call("Commit", ""),
        *([] if old else [put("adl.nav.request", "suspendAll")]),
        call("Terminate", ""),
    ]  # fmt: skip
    return numbered(steps)


def numbered(steps: Steps) -> Steps:
    """The calls with their numbers; times stay as they are once given."""
    return [replace(step, n=n, at=step.at or n * 40) for n, step in enumerate(steps)]


def first(steps: Steps, name: str, element: str = "", nth: int = 0) -> int:
    found = [
        n for n, step in enumerate(steps)
        if step.name == name and (not element or step.args[0].endswith(element))
    ]  # fmt: skip
    return found[nth]


def value(element: str, new: str, nth: int = 0) -> Mutant:
    """Write another value to an element."""

    def mutate(steps: Steps) -> Steps:
        at = first(steps, "SetValue", element, nth)
        step = steps[at]
        return [*steps[:at], replace(step, args=(step.args[0], new)), *steps[at + 1 :]]

    return mutate


def renamed(element: str, new: str) -> Mutant:
    def mutate(steps: Steps) -> Steps:
        at = first(steps, "SetValue", element)
        step = steps[at]
        return [*steps[:at], replace(step, args=(new, *step.args[1:])), *steps[at + 1 :]]

    return mutate


def without(name: str, element: str = "", nth: int | None = 0) -> Mutant:
    """Leave out a call, or (with no number) all of its kind."""

    def mutate(steps: Steps) -> Steps:
        if nth is None:
            return [
                s for s in steps if not (s.name == name and "".join(s.args[:1]).endswith(element))
            ]
        at = first(steps, name, element, nth)
        return steps[:at] + steps[at + 1 :]

    return mutate


def more(at: str, *added: Call, after: bool = True, nth: int = 0) -> Mutant:
    """Make calls more, after or before one."""

    def mutate(steps: Steps) -> Steps:
        place = first(steps, at, nth=nth) + after
        return [*steps[:place], *added, *steps[place:]]

    return mutate


def altered(name: str, element: str = "", **changes: object) -> Mutant:
    def mutate(steps: Steps) -> Steps:
        at = first(steps, name, element)
        return [*steps[:at], replace(steps[at], **changes), *steps[at + 1 :]]  # type: ignore[arg-type]

    return mutate


def swapped(one: str, other: str) -> Mutant:
    """Write two elements in the other order."""

    def mutate(steps: Steps) -> Steps:
        a, b = first(steps, "SetValue", one), first(steps, "SetValue", other)
        changed = list(steps)
        changed[a], changed[b] = (
            replace(steps[b], at=steps[a].at),
            replace(steps[a], at=steps[b].at),
        )
        return changed

    return mutate


def storm(steps: Steps) -> Steps:
    """A commit for each write."""
    found: Steps = []
    for step in steps:
        found.append(step)
        if step.name == "SetValue":
            found.append(replace(call("Commit", ""), at=step.at))
    return found


BOTH: dict[str, Mutant] = {
    "no initialize": without("Initialize"),
    "initialized twice": more("Initialize", call("Initialize", "")),
    "initialized late": lambda s: [s[1], s[0], *s[2:]],
    "initialize without argument": altered("Initialize", args=(), types=()),
    "initialize with a word": altered("Initialize", args=("start",)),
    "initialize refused": altered("Initialize", code="101", result="false"),
    "no terminate": without("Terminate"),
    "terminated twice": more("Terminate", call("Terminate", "")),
    "read after the end": more("Terminate", get("cmi.suspend_data")),
    "committed after the end": more("Terminate", call("Commit", "")),
    "terminate with null": altered("Terminate", args=("null",), types=("object",)),
    "commit without argument": altered("Commit", args=(), types=()),
    "commit refused": altered("Commit", code="101", result="false"),
    "value as a number": altered("SetValue", "score.raw", types=("string", "number")),
    "value left out": altered("SetValue", "score.raw", args=("cmi.score.raw",), types=("string",)),
    "unknown element read": more("Initialize", get("cmi.core.lesson", code="401")),
    "write refused": altered("SetValue", "suspend_data", code="405"),
    "type refused": value("type", "multiple-choice"),
    "index leaves a gap": renamed("interactions.1.id", "cmi.interactions.3.id"),
    "interaction written over": renamed("interactions.1.id", "cmi.interactions.0.id"),
    "id after type": swapped("interactions.0.id", "interactions.0.type"),
    "type after answer": swapped("interactions.1.type", "interactions.1.result"),
    "no result": without("SetValue", "interactions.0.result"),
    "no latency": without("SetValue", "interactions.0.latency"),
    "no type": without("SetValue", "interactions.2.type"),
    "result of no kind": value("interactions.0.result", "right"),
    "answer of another kind": value("interactions.2.id", "a b c"),
    "score without raw": without("SetValue", "score.raw", None),
    "score without max": without("SetValue", "score.max", None),
    "score over 100": value("score.raw", "101"),
    "score below 0": value("score.raw", "-5"),
    "score in words": value("score.raw", "75%"),
    "state not committed": without("Commit", nth=5),
    "no commit at all": without("Commit", nth=None),
    "storm of commits": storm,
    "state with other signs": value("suspend_data", "état"),
    "state too long": value("suspend_data", "x" * 4097),
    "written twice in one commit": more("Commit", put("cmi.suspend_data", "1"), nth=0),
    "commit on the way out": altered("Commit", leaving=True),
    "state never saved": without("SetValue", "suspend_data", None),
}

OLD: dict[str, Mutant] = {
    **BOTH,
    "exit logout": value("core.exit", "logout"),
    "exit normal": value("core.exit", "normal"),
    "exit time-out": value("core.exit", "time-out"),
    "exit told late": swapped("core.exit", "suspend_data"),
    "no exit": without("SetValue", "core.exit", None),
    "no session_time": without("SetValue", "session_time", None),
    "short time": value("session_time", "0:00:01"),
    "time with three decimals": value("session_time", "0000:00:00.123"),
    "61 minutes": value("session_time", "0000:61:00"),
    "time goes back": value("session_time", "0000:00:00.10", 1),
    "time longer than the session": value("session_time", "0002:00:00", 1),
    "status in capitals": value("lesson_status", "Passed", 1),
    "status complete": value("lesson_status", "complete", 1),
    "status not attempted": value("lesson_status", "not attempted"),
    "no status at first": without("SetValue", "lesson_status"),
    "status lowered": more("Commit", put("cmi.core.lesson_status", "failed"), nth=5),
    "incorrect instead of wrong": value("interactions.0.result", "incorrect"),
    "interaction read back": more("Commit", get("cmi.interactions.0.id", code="404"), nth=3),
    "exit read": more("Initialize", get("cmi.core.exit", code="404")),
    "writes student_id": more("Initialize", put("cmi.core.student_id", "me", code="403")),
    "urn as id": value("interactions.0.id", "urn:course:quiz:q"),
    "id with spaces": value("interactions.0.id", "question 1"),
    "id of 256": value("interactions.0.id", "q" * 256),
    "answers with words": value("student_response", "first,second"),
    "2004 delimiters": value("student_response", "a[,]c", 1),
    "true instead of t": value("student_response", "true", 2),
    "other type": value("interactions.0.type", "other"),
    "long-fill-in": value("interactions.0.type", "long-fill-in"),
    "location of 256": value("lesson_location", "x" * 256),
    "time of day 25": value("interactions.0.time", "25:00:00"),
    "date as time": value("interactions.0.time", "2026-03-04T10:11:12"),
    "scaled score": renamed("core.score.raw", "cmi.core.score.scaled"),
    "2004 names": renamed("lesson_location", "cmi.location"),
    "objective with a dot and a space": value("objectives.0.id", "a. b"),
}
NEW: dict[str, Mutant] = {
    **BOTH,
    "exit logout": value("cmi.exit", "logout"),
    "exit time-out": value("cmi.exit", "time-out"),
    "exit told late": swapped("cmi.exit", "suspend_data"),
    "no exit": without("SetValue", "cmi.exit", None),
    "no session_time": without("SetValue", "session_time", None),
    "time of 1.2": value("session_time", "0000:00:01.50"),
    "time with three decimals": value("session_time", "PT0.123S"),
    "negative time": value("session_time", "-PT5S"),
    "empty time": value("session_time", "PT"),
    "time goes back": value("session_time", "PT0.1S", 1),
    "time longer than the session": value("session_time", "PT2H", 1),
    "status passed as completion": value("completion_status", "passed", 1),
    "success complete": value("success_status", "completed", 1),
    "no status at first": without("SetValue", "completion_status", 0),
    "status lowered": more("Commit", put("cmi.completion_status", "incomplete"), nth=5),
    "success lowered": more("Commit", put("cmi.success_status", "failed"), nth=5),
    "wrong instead of incorrect": value("interactions.0.result", "wrong"),
    "stamp of Date": value("timestamp", "2026-03-04T10:11:12.123Z"),
    "stamp without fraction": value("timestamp", "2026-03-04T10:11:12Z"),
    "stamp with zone": value("timestamp", "2026-03-04T10:11:12.0+01:00"),
    "commas": value("learner_response", "a,c", 1),
    "choice with a hyphen": value("learner_response", "a-b"),
    "choice as urn": value("learner_response", "urn:a"),
    "t instead of true": value("learner_response", "t", 2),
    "choice twice": value("learner_response", "a[,]a", 1),
    "scaled missing": without("SetValue", "score.scaled", None),
    "scaled in percent": value("score.scaled", "75"),
    "scaled of another raw": value("cmi.score.scaled", "0.5"),
    "progress over 1": value("progress_measure", "1.5"),
    "progress with many decimals": value("progress_measure", "0.33333333333333331"),
    "exit read": more("Initialize", get("cmi.exit", code="405")),
    "writes learner_id": more("Initialize", put("cmi.learner_id", "me", code="404")),
    "1.2 names": renamed("cmi.location", "cmi.core.lesson_location"),
    "navigation too early": more("Commit", put("adl.nav.request", "exitAll"), nth=1),
    "navigation of no kind": value("adl.nav.request", "close"),
    "description of two lines": more(
        "SetValue", put("cmi.interactions.0.description", "a\nb"), nth=7
    ),
    "id with a space": value("interactions.0.id", "question 1"),
    "pattern of another kind": value("correct_responses.0.pattern", "a b"),
}
