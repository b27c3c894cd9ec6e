"""What a cmi5 session must satisfy: its requests, its statements, their order and their words.

`judge(session)` returns a sentence for every breach. Rules read what a session sent, so a session
can be altered on purpose to see whether they notice.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from .lrs import CMI5, Exchange, Launch

VERBS = "http://adlnet.gov/expapi/verbs/"
DEFINED = ("initialized", "completed", "passed", "failed", "terminated")
JUDGED = ("completed", "passed", "failed")
OTHERS = ("answered", "attempted", "experienced", "progressed", "interacted", "completed")
SESSION = f"{CMI5}extensions/sessionid"
MASTERY = f"{CMI5}extensions/masteryscore"
PROGRESS = "https://w3id.org/xapi/cmi5/result/extensions/progress"
Statement = dict[str, Any]


@dataclass
class Session:
    """A launch and what was sent in it.

    `before` are the verbs of earlier sessions of the registration, `secrets` what no request may
    contain, `trouble` whether the LRS was told to fail, `authored` the package's mastery score.
    """

    launch: Launch
    exchanges: list[Exchange]
    ended: bool = True
    before: tuple[str, ...] = ()
    secrets: tuple[str, ...] = ()
    trouble: bool = False
    authored: float | None = None
    sent: list[Statement] = field(init=False)

    def __post_init__(self) -> None:
        seen: dict[str, Statement] = {}
        for exchange in self.posts():
            for statement in listed(exchange.body):
                seen.setdefault(str(statement.get("id")), statement)
        self.sent = list(seen.values())

    def posts(self) -> list[Exchange]:
        return [
            e for e in self.exchanges if e.path == "xapi/statements" and e.method in ("POST", "PUT")
        ]

    def own(self, *verbs: str) -> list[Statement]:
        """The statements about the unit itself with one of these verbs."""
        return [s for s in self.sent if verb(s) in verbs and about(s) == self.launch.activity]


def listed(body: Any) -> list[Statement]:
    return [s for s in (body if isinstance(body, list) else [body]) if isinstance(s, dict)]


def verb(statement: Statement) -> str:
    return str(statement.get("verb", {}).get("id", "")).removeprefix(VERBS)


def about(statement: Statement) -> str:
    return str(statement.get("object", {}).get("id", ""))


def context(statement: Statement) -> dict[str, Any]:
    return statement.get("context") or {}


def categories(statement: Statement) -> list[str]:
    found = context(statement).get("contextActivities", {}).get("category") or []
    return [str(one.get("id", "")).removeprefix(f"{CMI5}categories/") for one in found]


def result(statement: Statement) -> dict[str, Any]:
    return statement.get("result") or {}


def seconds(duration: Any) -> float | None:
    """An ISO 8601 duration in seconds; None when it is none, or is negative."""
    pattern = r"P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d{1,2})?)S)?)?"
    found = re.fullmatch(pattern, duration) if isinstance(duration, str) else None
    if not found or duration in ("P", "PT") or not any(found.groups()):
        return None
    days, hours, minutes, rest = (float(part or 0) for part in found.groups())
    return days * 86400 + hours * 3600 + minutes * 60 + rest


def moment(statement: Statement) -> float | None:
    text = statement.get("timestamp", "")
    if not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{1,6}Z", str(text)):
        return None
    try:
        return datetime.fromisoformat(text).timestamp()
    except ValueError:
        return None


Rule = Callable[[Session], Iterator[str]]
RULES: list[Rule] = []


def rule(function: Rule) -> Rule:
    RULES.append(function)
    return function


def judge(session: Session) -> list[str]:
    return [told for one in RULES for told in one(session)]


@rule
def the_token_is_fetched_once(session: Session) -> Iterator[str]:
    fetched = [e for e in session.exchanges if e.path == "fetch"]
    if len(fetched) != 1:
        yield f"fetch asked {len(fetched)} times"
    for exchange in fetched:
        if exchange.method != "POST":
            yield f"fetch by {exchange.method}"
    if session.exchanges and session.exchanges[0].path != "fetch":
        yield "asked before the token was there"


@rule
def every_request_says_who_and_which_version(session: Session) -> Iterator[str]:
    for exchange in session.exchanges:
        if not exchange.path.startswith("xapi/"):
            continue
        if exchange.headers.get("authorization") != f"Basic {session.launch.token}":
            yield f"{exchange.path} without the token"
        if exchange.headers.get("x-experience-api-version") not in ("1.0.3", "2.0.0"):
            yield f"{exchange.path} without a version"
        if "//" in exchange.path:
            yield f"{exchange.path} is no address"
        if exchange.method in ("POST", "PUT") and "json" not in exchange.headers.get(
            "content-type", ""
        ):
            yield f"{exchange.path} is not said to be JSON"


@rule
def nothing_is_refused(session: Session) -> Iterator[str]:
    for exchange in session.exchanges:
        fine = exchange.status < 400 or (exchange.method == "GET" and exchange.status == 404)
        # Which version a platform speaks is learned from its first answer.
        learning = (
            exchange.status == 400 and exchange.method == "GET" and session.launch.version[0] == "2"
        )
        if not fine and not learning and not session.trouble:
            yield f"{exchange.method} {exchange.path} was answered with {exchange.status}"


@rule
def the_launch_is_read_before_anything_is_said(session: Session) -> Iterator[str]:
    said = next((n for n, e in enumerate(session.exchanges) if e in session.posts()), None)
    before = session.exchanges[:said]
    asked = [
        e.query.get("stateId", e.query.get("profileId", "")) for e in before if e.method == "GET"
    ]
    if said is None:
        yield "nothing was said"
        return
    for document in ("LMS.LaunchData", "cmi5LearnerPreferences"):
        if document not in asked:
            yield f"{document} not read before the first statement"


@rule
def documents_are_the_units_own(session: Session) -> Iterator[str]:
    launch = session.launch
    for exchange in session.exchanges:
        if exchange.path != "xapi/activities/state":
            continue
        wanted = {"activityId": launch.activity, "registration": launch.registration}
        for key, value in wanted.items():
            if exchange.query.get(key) != value:
                yield f"state of another {key}"
        if json.loads(exchange.query.get("agent") or "null") != launch.actor:
            yield "state of another learner"
        if exchange.method == "GET":
            continue
        if exchange.query.get("stateId", "").startswith("LMS."):
            yield "wrote what belongs to the platform"
        if not {"if-match", "if-none-match"} & set(exchange.headers):
            yield "state written blindly"


@rule
def initialized_comes_first_and_alone(session: Session) -> Iterator[str]:
    found = [s for s in session.sent if verb(s) == "initialized"]
    if len(found) != 1:
        yield f"initialized {len(found)} times"
    if session.sent and verb(session.sent[0]) != "initialized":
        yield "initialized is not the first statement"
    for exchange in session.posts():
        given = listed(exchange.body)
        if any(verb(s) == "initialized" for s in given) and len(given) > 1:
            yield "initialized did not travel alone"
    if found and result(found[0]):
        yield "initialized has a result"


@rule
def terminated_comes_last(session: Session) -> Iterator[str]:
    found = [n for n, s in enumerate(session.sent) if verb(s) == "terminated"]
    if session.ended and len(found) != 1:
        yield f"terminated {len(found)} times"
    if found and found[0] != len(session.sent) - 1:
        yield "statements after terminated"


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


@rule
def nothing_private_is_sent(session: Session) -> Iterator[str]:
    for exchange in session.exchanges:
        text = json.dumps([exchange.body, exchange.query])
        for secret in session.secrets:
            if secret in text:
                yield f"{exchange.path} contains {secret}"
