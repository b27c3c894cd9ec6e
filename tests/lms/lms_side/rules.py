"""What a session's calls must satisfy, whatever the LMS said to them.

`judge(trace, standard, ...)` returns one finding for every breach: the rule's name and the call.
Rules look at the calls only, so a trace can be altered on purpose to see whether they notice.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from .model import PATTERN04, PATTERN12, RESPONSE04, RESPONSE12, model, name_of
from .server import Call

DATA = ("GetValue", "SetValue", "Commit")
COUNTS = {"Initialize": 1, "Terminate": 1, "Commit": 1, "GetValue": 1, "SetValue": 2}
FINAL = ("passed", "completed", "failed")


@dataclass(frozen=True)
class Given:
    """What a trace is judged against.

    `before` is the data that the LMS had at launch; `ended` whether the SCO could say goodbye (a
    killed one cannot); `allow` error codes that this LMS was told to give; `mode` the mode.
    """

    standard: str
    before: dict[str, Any] = field(default_factory=dict)
    ended: bool = True
    allow: frozenset[str] = frozenset()
    mode: str = "normal"


@dataclass(frozen=True)
class Finding:
    rule: str
    call: Call | None = None
    more: str = ""

    def __str__(self) -> str:
        at = f" at call {self.call.n} {self.call.name}{self.call.args}" if self.call else ""
        return f"{self.rule}{at} {self.more}".rstrip()


Rule = Callable[[Sequence[Call], Given], Iterable[Finding]]
RULES: list[Rule] = []


def rule(function: Rule) -> Rule:
    RULES.append(function)
    return function


def judge(trace: Sequence[Call], given: Given) -> list[Finding]:
    """Every breach of every rule, in the order of the rules."""
    return [finding for one in RULES for finding in one(trace, given)]


def sets(trace: Sequence[Call], element: str = "") -> Iterator[Call]:
    for call in trace:
        if call.name == "SetValue" and call.args and element in ("", call.args[0]):
            yield call


def told(call: Call) -> str:
    """The value that is written."""
    return call.args[1] if len(call.args) > 1 else ""


def core(standard: str, name: str) -> str:
    """An element of both standards by its name in 2004."""
    old = {
        "exit": "cmi.core.exit",
        "session_time": "cmi.core.session_time",
        "location": "cmi.core.lesson_location",
        "score.raw": "cmi.core.score.raw",
        "score.min": "cmi.core.score.min",
        "score.max": "cmi.core.score.max",
        "completion_status": "cmi.core.lesson_status",
        "success_status": "cmi.core.lesson_status",
    }
    return old[name] if standard == "1.2" and name in old else f"cmi.{name}"


@rule
def initialize_once_and_first(trace: Sequence[Call], given: Given) -> Iterator[Finding]:
    found = [call for call in trace if call.name == "Initialize"]
    if not found:
        yield Finding("never initialized")
        return
    if trace[0].name != "Initialize":
        yield Finding("not the first call", trace[0])
    for call in found[1:]:
        yield Finding("initialized again", call)


@rule
def terminate_once_then_silence(trace: Sequence[Call], given: Given) -> Iterator[Finding]:
    places = [n for n, call in enumerate(trace) if call.name == "Terminate"]
    if not places:
        if given.ended:
            yield Finding("never terminated")
        return
    for place in places[1:]:
        yield Finding("terminated again", trace[place])
    for call in trace[places[0] + 1 :]:
        if call.name in DATA:
            yield Finding("call after the end", call)


@rule
def arguments_are_texts(trace: Sequence[Call], given: Given) -> Iterator[Finding]:
    for call in trace:
        if any(kind != "string" for kind in call.types):
            yield Finding("argument is not a text", call, ",".join(call.types))
        if call.name in COUNTS and len(call.args) != COUNTS[call.name]:
            yield Finding("wrong number of arguments", call)
        if call.name in ("Initialize", "Terminate", "Commit") and call.args != ("",):
            yield Finding("argument is not empty", call)


@rule
def no_error(trace: Sequence[Call], given: Given) -> Iterator[Finding]:
    for call in trace:
        fine = {"0", *given.allow}
        if call.name == "GetValue" and given.standard == "2004":
            fine.add("403")
        if call.name in ("Initialize", "Terminate", *DATA) and call.code not in fine:
            yield Finding("error code", call, call.code)


@rule
def data_model(trace: Sequence[Call], given: Given) -> Iterator[Finding]:
    known = model(given.standard)
    for call in trace:
        if call.name not in ("GetValue", "SetValue") or not call.args:
            continue
        element = known.get(name_of(call.args[0]))
        if element is None:
            yield Finding("no such element", call)
        elif call.name == "GetValue" and "r" not in element.access:
            yield Finding("reads what can only be written", call)
        elif call.name == "SetValue" and "w" not in element.access:
            yield Finding("writes what can only be read", call)
        elif call.name == "SetValue" and not element.test(told(call)):
            yield Finding("value not allowed", call)


@rule
def old_interactions_are_never_read(trace: Sequence[Call], given: Given) -> Iterator[Finding]:
    for call in trace:
        if call.name == "GetValue" and re.match(r"cmi\.interactions\.\d", "".join(call.args)):
            yield Finding("reads an interaction back", call)


def _count(given: Given, group: str) -> int:
    """How many records of a group the LMS had at launch."""
    return len(given.before.get(group) or {})


@rule
def records_are_appended(trace: Sequence[Call], given: Given) -> Iterator[Finding]:
    """Indexes follow each other; an interaction is written once and starts with its id."""
    known = {
        "interactions": _count(given, "interactions"),
        "objectives": _count(given, "objectives"),
    }
    begun = known["interactions"]
    for call in sets(trace):
        found = re.match(r"cmi\.(interactions|objectives)\.(\d+)\.(\w+)", call.args[0])
        if not found:
            continue
        group, index, part = found[1], int(found[2]), found[3]
        if index > known[group]:
            yield Finding("index leaves a gap", call)
        if index == known[group]:
            if part != "id":
                yield Finding("record does not start with its id", call)
            known[group] += 1
        elif part == "id" and group == "interactions":
            yield Finding("interaction written over", call)
        elif group == "interactions" and index < begun:
            yield Finding("interaction of an earlier session written over", call)


def _interactions(trace: Sequence[Call]) -> dict[int, list[tuple[str, Call]]]:
    found: dict[int, list[tuple[str, Call]]] = {}
    for call in sets(trace):
        place = re.match(r"cmi\.interactions\.(\d+)\.(.+)", call.args[0])
        if place:
            found.setdefault(int(place[1]), []).append((place[2], call))
    return found


@rule
def interactions_are_whole(trace: Sequence[Call], given: Given) -> Iterator[Finding]:
    """Type before response and patterns, each written once, values of the type's form."""
    old = given.standard == "1.2"
    answer, stamp = ("student_response", "time") if old else ("learner_response", "timestamp")
    for parts in _interactions(trace).values():
        names = [name for name, _ in parts]
        for name, call in parts:
            if names.count(name) > 1:
                yield Finding("interaction's value written twice", call)
        for wanted in ("id", "type", stamp, answer, "result", "latency"):
            if wanted not in names:
                yield Finding("interaction is not whole", parts[0][1], f"no {wanted}")
        yield from _gaps(parts)
        yield from _typed(parts, given.standard, answer)


def _gaps(parts: list[tuple[str, Call]]) -> Iterator[Finding]:
    """Objectives and patterns of an interaction are numbered one after the other."""
    known = {"objectives": 0, "correct_responses": 0}
    for name, call in parts:
        group, found, rest = name.partition(".")
        if not found:
            continue
        index = int(rest.split(".")[0])
        if index > known[group]:
            yield Finding("index leaves a gap", call)
        known[group] = max(known[group], index + 1)


def _typed(parts: list[tuple[str, Call]], standard: str, answer: str) -> Iterator[Finding]:
    kind = ""
    responses, patterns = (RESPONSE12, PATTERN12) if standard == "1.2" else (RESPONSE04, PATTERN04)
    for name, call in parts:
        value = told(call)
        if name == "type":
            kind = value
        if name != answer and not name.startswith("correct_responses"):
            continue
        if not kind:
            yield Finding("answer before its type", call)
            continue
        test = (responses if name == answer else patterns).get(kind)
        if test is None or not test(value):
            yield Finding(f"not a {kind} answer", call)


@rule
def saved_before_the_end(trace: Sequence[Call], given: Given) -> Iterator[Finding]:
    """What was written is committed before the SCO says goodbye.

    Only the time may follow, and while the page goes away where the learner is and how far: then
    nobody could commit any more. An LMS that was told to refuse commits is not asked for this.
    """
    time = {core(given.standard, "session_time"), core(given.standard, "exit"), "adl.nav.request"}
    place = {"cmi.suspend_data", core(given.standard, "location"), "cmi.progress_measure"}
    waiting: Call | None = None
    for call in trace if not given.allow else ():
        if call.name == "SetValue" and call.args[0] not in (time | place if call.leaving else time):
            waiting = call
        elif call.name == "Commit" and call.result == "true":
            waiting = None
        elif call.name == "Terminate":
            break
    if waiting and given.ended:
        yield Finding("not committed before the end", waiting)


@rule
def exit_and_time_are_told(trace: Sequence[Call], given: Given) -> Iterator[Finding]:
    """Within the first second, so that a crash finds them, and the time again at the end."""
    begun = next((call for call in trace if call.name == "Initialize"), None)
    if begun is None:
        return
    committed = next((c for c in trace if c.name == "Commit" and c.at - begun.at <= 1500), None)
    if committed is None and not given.allow:
        yield Finding("nothing committed in the first second")
    for name in ("exit", "session_time"):
        first = next(sets(trace, core(given.standard, name)), None)
        if first is None:
            yield Finding(f"{name} never told")
        elif committed and first.n > committed.n:
            yield Finding(f"{name} told after the first commit", first)
    end = next((call for call in trace if call.name == "Terminate"), None)
    times = [c for c in sets(trace, core(given.standard, "session_time")) if not end or c.n < end.n]
    last = [c for c in trace if c.name == "Commit"]
    if end and times and last and end.at - times[-1].at > 5000:
        yield Finding("session_time is old at the end", times[-1])


@rule
def session_time_grows(trace: Sequence[Call], given: Given) -> Iterator[Finding]:
    from .server import iso_seconds, seconds

    spent = -1.0
    begun = trace[0].at if trace else 0
    for call in sets(trace, core(given.standard, "session_time")):
        value = told(call)
        try:
            now = seconds(value) if given.standard == "1.2" else iso_seconds(value)
        except (AssertionError, ValueError):
            continue  # data_model has said it
        if now < spent:
            yield Finding("session_time goes back", call)
        if now > (call.at - begun) / 1000 + 3:
            yield Finding("session_time is longer than the session", call)
        spent = now


@rule
def status_is_never_lowered(trace: Sequence[Call], given: Given) -> Iterator[Finding]:
    old = given.standard == "1.2"
    held = given.before.get("core", {}) if old else given.before
    groups = (("cmi.core.lesson_status", held.get("lesson_status", "")),) if old else (
        ("cmi.completion_status", held.get("completion_status", "")),
        ("cmi.success_status", held.get("success_status", "")),
    )  # fmt: skip
    for element, held_status in groups:
        statuses = [held_status, *(told(call) for call in sets(trace, element))]
        for status, call in zip(statuses, sets(trace, element), strict=False):
            if _lower(status, told(call)):
                yield Finding("status lowered", call, f"from {status}")


def _lower(status: str, value: str) -> bool:
    if status == "passed":
        return value != "passed"
    return status in FINAL and value not in FINAL


@rule
def status_is_told_first(trace: Sequence[Call], given: Given) -> Iterator[Finding]:
    """A status in the first commit of a first session, or an LMS makes up one of its own."""
    element = core(given.standard, "completion_status")
    old = given.standard == "1.2"
    held = (given.before.get("core", {}) if old else given.before).get(
        "lesson_status" if old else "completion_status", ""
    )
    if given.mode != "normal" or held not in ("", "not attempted", "unknown"):
        return
    first = next((c.n for c in trace if c.name == "Commit"), None)
    written = next((c.n for c in sets(trace, element)), None)
    if first is not None and (written is None or written > first):
        yield Finding("no status in the first commit")


def _number(text: str) -> float:
    """A number, or one that fits nowhere."""
    try:
        return float(text)
    except ValueError:
        return -999.0


@rule
def scores_are_whole(trace: Sequence[Call], given: Given) -> Iterator[Finding]:
    """raw, min 0 and max 100 together; scaled is raw / 100."""
    scores: dict[str, dict[str, Call]] = {}
    for call in sets(trace):
        base, found, part = call.args[0].rpartition(".score.")
        if found:
            scores.setdefault(base, {})[part] = call
    for parts in scores.values():
        last = {part: told(call) for part, call in parts.items()}
        call = next(iter(parts.values()))
        for part, wanted in (("min", "0"), ("max", "100")):
            if last.get(part) != wanted:
                yield Finding(f"score without {part} {wanted}", call)
        raw = _number(last.get("raw", ""))
        if not 0 <= raw <= 100:
            yield Finding("no raw score from 0 to 100", call)
        if given.standard == "2004" and abs(_number(last.get("scaled", "")) * 100 - raw) > 0.01:
            yield Finding("scaled is not raw / 100", call)


@rule
def no_marks_when_looking(trace: Sequence[Call], given: Given) -> Iterator[Finding]:
    """Browse and review leave status and score alone."""
    if given.mode == "normal":
        return
    for call in sets(trace):
        if re.search(
            r"^cmi\.(core\.)?(score|lesson_status|completion_st|success_st|progress)", call.args[0]
        ):
            yield Finding("mark written in a mode without credit", call)


@rule
def calls_are_few(trace: Sequence[Call], given: Given) -> Iterator[Finding]:
    """At most one write of an element between commits, and no storm of commits."""
    written: set[str] = set()
    for call in trace:
        if call.name == "Commit":
            written = set()
        if call.name == "SetValue" and call.args:
            if call.args[0] in written and "session_time" not in call.args[0]:
                yield Finding("written twice in one commit", call)
            written.add(call.args[0])
    commits = [call.at for call in trace if call.name == "Commit"]
    for first, last in zip(commits, commits[8:], strict=False):
        if last - first < 2000:
            yield Finding("storm of commits", None, f"9 in {last - first} ms")
            return


@rule
def no_commit_on_the_way_out(trace: Sequence[Call], given: Given) -> Iterator[Finding]:
    """Browsers refuse the request of a commit in pagehide."""
    for call in trace:
        if call.name == "Commit" and call.leaving:
            yield Finding("commit while the page goes away", call)


@rule
def navigation_is_for_leaving(trace: Sequence[Call], given: Given) -> Iterator[Finding]:
    for call in sets(trace, "adl.nav.request"):
        later = [c for c in trace if c.n > call.n and c.name in ("Commit", "SetValue", "Terminate")]
        if any(c.name == "SetValue" and c.args[0] != "cmi.session_time" for c in later):
            yield Finding("navigation asked for before leaving", call)
        if given.ended and not any(c.name == "Terminate" for c in later):
            yield Finding("navigation asked for without leaving", call)


@rule
def state_is_saved(trace: Sequence[Call], given: Given) -> Iterator[Finding]:
    """Whoever moves or answers leaves state to come back to."""
    done = [c for c in sets(trace) if re.search("location|interactions", c.args[0])]
    saved = any(sets(trace, "cmi.suspend_data")) or given.before.get("suspend_data")
    if given.mode == "normal" and done and not saved:
        yield Finding("no state saved", done[0])
