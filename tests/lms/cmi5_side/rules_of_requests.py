"""Rules for the requests of a session: the token, documents, and what comes first and last."""

from __future__ import annotations

import json
from collections.abc import Iterator

from .judging import Session, listed, result, rule, verb


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
def nothing_private_is_sent(session: Session) -> Iterator[str]:
    for exchange in session.exchanges:
        text = json.dumps([exchange.body, exchange.query])
        for secret in session.secrets:
            if secret in text:
                yield f"{exchange.path} contains {secret}"
