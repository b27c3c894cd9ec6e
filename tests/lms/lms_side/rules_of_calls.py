"""Rules for a session's calls: their order, their arguments and the data model."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .judging import COUNTS, DATA, Finding, Given, rule, sets, told
from .model import PATTERN04, PATTERN12, RESPONSE04, RESPONSE12, model, name_of
from .server import Call


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
