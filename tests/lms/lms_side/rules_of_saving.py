"""Rules for what a session leaves: commits, times, status, score and state."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .judging import FINAL, Finding, Given, core, rule, sets, told
from .server import Call


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
    for first, last in zip(commits, commits[11:], strict=False):
        if last - first < 2000:
            yield Finding("storm of commits", None, f"12 in {last - first} ms")
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
