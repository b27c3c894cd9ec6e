"""Rules for the statements of a session: their form, their words and what they claim."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from .judging import (
    DEFINED,
    MASTERY,
    OTHERS,
    PROGRESS,
    SESSION,
    VERBS,
    Session,
    about,
    categories,
    context,
    listed,
    moment,
    result,
    rule,
    seconds,
    verb,
)


@rule
def statements_are_well_formed(session: Session) -> Iterator[str]:
    ids: set[str] = set()
    for statement in session.sent:
        name = verb(statement)
        if not re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", str(statement.get("id"))):
            yield f"{name} has no id"
        ids.add(str(statement.get("id")))
        if statement.get("actor") != session.launch.actor:
            yield f"{name} is of another actor"
        if moment(statement) is None:
            yield f"{name} has no time in UTC"
        if not str(statement.get("verb", {}).get("id", "")).startswith(VERBS) or not name:
            yield f"{name} is no verb"
        if not statement.get("verb", {}).get("display"):
            yield f"{name} has no words for its verb"
        if statement.get("object", {}).get("objectType") != "Activity" or not about(statement):
            yield f"{name} is about nothing"
        if {"stored", "authority", "attachments"} & set(statement):
            yield f"{name} says what is the platform's to say"
    repeats = [s for e in session.posts() for s in listed(e.body)]
    if not session.trouble and len(repeats) != len(ids):
        yield "an id was used twice"


@rule
def contexts_hold_the_template(session: Session) -> Iterator[str]:
    launch = session.launch
    for statement in session.sent:
        held, name = context(statement), verb(statement)
        if held.get("registration") != launch.registration:
            yield f"{name} has no registration"
        if held.get("extensions", {}).get(SESSION) != launch.session_id:
            yield f"{name} has no session id"
        grouping = held.get("contextActivities", {}).get("grouping") or []
        for wanted in launch.template["contextActivities"]["grouping"]:
            if wanted not in grouping:
                yield f"{name} lost the template's grouping"


@rule
def categories_are_right(session: Session) -> Iterator[str]:
    for statement in session.sent:
        name, given = verb(statement), categories(statement)
        is_defined = name in DEFINED and about(statement) == session.launch.activity
        told = result(statement)
        if is_defined != ("cmi5" in given):
            yield f"{name} and the category cmi5"
        if (is_defined and ("completion" in told or "success" in told)) != ("moveon" in given):
            yield f"{name} and the category moveon"
        if not is_defined and name not in OTHERS:
            yield f"{name} is not for a unit to say"


@rule
def results_are_right(session: Session) -> Iterator[str]:
    for statement in session.own(*DEFINED):
        name, told = verb(statement), result(statement)
        if told.get("completion") is not (True if name == "completed" else None):
            yield f"{name} and completion"
        wanted = {"passed": True, "failed": False}.get(name)
        if told.get("success") is not wanted:
            yield f"{name} and success"
        if "score" in told and name not in ("passed", "failed"):
            yield f"{name} has a score"
        if name in ("passed", "failed") and "score" not in told:
            yield f"{name} has no score"
        if name != "initialized" and "duration" not in told:
            yield f"{name} has no duration"


@rule
def durations_are_true(session: Session) -> Iterator[str]:
    begun = next((moment(s) for s in session.own("initialized")), None)
    for statement in session.sent:
        told = result(statement).get("duration")
        if told is None:
            continue
        spent, now = seconds(told), moment(statement)
        if spent is None:
            yield f"{verb(statement)} has no true duration: {told}"
        elif begun is not None and now is not None and spent > now - begun + 2:
            yield f"{verb(statement)} lasted longer than the session"
        elif verb(statement) == "terminated" and begun and now and abs(spent - (now - begun)) > 2:
            yield "terminated tells another time than the session took"


@rule
def times_do_not_go_back(session: Session) -> Iterator[str]:
    times = [moment(s) or 0 for s in session.sent]
    if times != sorted(times):
        yield "a statement is older than the one before"


@rule
def scores_are_right(session: Session) -> Iterator[str]:
    launch = session.launch
    mastery = launch.mastery if launch.mastery is not None else session.authored
    for statement in session.sent:
        score, name = result(statement).get("score"), verb(statement)
        if score is None:
            continue
        scaled = score.get("scaled")
        if not isinstance(scaled, int | float) or not 0 <= scaled <= 1:
            yield f"{name} has no scaled score from 0 to 1"
            continue
        if "raw" in score:
            low, high, raw = score.get("min"), score.get("max"), score["raw"]
            if low is None or high is None or not low <= raw <= high:
                yield f"{name} has a raw score without its range"
            elif abs((raw - low) / (high - low) - scaled) > 0.006:
                yield f"{name} has two scores"
        if mastery is not None and (name == "passed") != (scaled >= mastery):
            yield f"{name} with {scaled}, mastery is {mastery}"


@rule
def mastery_is_told_with_verdicts(session: Session) -> Iterator[str]:
    if session.launch.mastery is None:
        return
    for statement in session.own("passed", "failed"):
        if context(statement).get("extensions", {}).get(MASTERY) != session.launch.mastery:
            yield f"{verb(statement)} without the mastery score"


@rule
def verdicts_come_once(session: Session) -> Iterator[str]:
    verbs = [verb(s) for s in session.own(*DEFINED)]
    for name in ("completed", "passed"):
        if verbs.count(name) + session.before.count(name) > 1:
            yield f"{name} more than once"
    if "passed" in verbs and "failed" in verbs:
        yield "passed and failed in one session"
    if "failed" in verbs and "passed" in session.before:
        yield "failed after passed"


@rule
def looking_is_not_recorded(session: Session) -> Iterator[str]:
    if session.launch.mode == "Normal":
        return
    for statement in session.sent:
        if verb(statement) not in ("initialized", "terminated"):
            yield f"{verb(statement)} in mode {session.launch.mode}"
    for exchange in session.exchanges:
        if exchange.method == "PUT":
            yield f"state written in mode {session.launch.mode}"


@rule
def progress_is_a_whole_number_on_the_way(session: Session) -> Iterator[str]:
    last = 0
    for statement in session.sent:
        value = result(statement).get("extensions", {}).get(PROGRESS)
        if value is None:
            continue
        if verb(statement) != "progressed" or not isinstance(value, int) or not last <= value < 100:
            yield f"{verb(statement)} with progress {value}"
        else:
            last = value


@rule
def answers_are_interactions(session: Session) -> Iterator[str]:
    for statement in session.sent:
        if verb(statement) != "answered":
            continue
        definition = statement.get("object", {}).get("definition") or {}
        if not about(statement).startswith(f"{session.launch.activity}/test/"):
            yield "answered is about no question of the unit"
        if definition.get("type") != "http://adlnet.gov/expapi/activities/cmi.interaction":
            yield "answered is about no interaction"
        if not _words(definition.get("name")):
            yield "answered has no name"
        parents = context(statement).get("contextActivities", {}).get("parent") or []
        if not parents:
            yield "answered belongs to no test"
        yield from _answer(definition, result(statement))


def _words(map_: Any) -> bool:
    return (
        isinstance(map_, dict)
        and bool(map_)
        and all(isinstance(v, str) and v for v in map_.values())
    )


def _answer(definition: dict[str, Any], told: dict[str, Any]) -> Iterator[str]:
    kind = definition.get("interactionType")
    parts = {
        "choice": ("choices",), "sequencing": ("choices",), "likert": ("scale",),
        "matching": ("source", "target"), "true-false": (), "fill-in": (), "long-fill-in": (),
        "numeric": (), "other": (),
    }  # fmt: skip
    if kind not in parts:
        yield f"no interaction type: {kind}"
        return
    known: set[str] = set()
    for part in parts[kind]:
        for one in definition.get(part) or ():
            known.add(str(one.get("id")))
            if not _words(one.get("description")):
                yield f"a {part} without words"
    answer = told.get("response", "")
    given = set(re.split(r"\[[,.]\]", answer)) if parts[kind] and answer else set()
    if not given <= known:
        yield f"answer {sorted(given - known)} is none of the {kind}'s"
    if kind == "true-false" and answer not in ("true", "false"):
        yield f"answer {answer} to true or false"
    pattern = definition.get("correctResponsesPattern")
    if pattern is not None and not (isinstance(pattern, list) and pattern):
        yield "correctResponsesPattern is no list"
