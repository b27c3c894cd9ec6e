"""Ways in which a cmi5 client goes wrong, seeded in a good session that it sent.

Each takes the requests of a session in which a unit was completed and passed, and alters them in
place; `Altered` has the launch beside them. The rules, or Ralph's models, have to notice each.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from .lrs import CMI5, Exchange, Launch
from .rules import MASTERY, PROGRESS, SESSION, VERBS, Session, Statement, listed, verb


class Altered:
    """A session's requests, to be altered."""

    def __init__(self, session: Session) -> None:
        self.launch: Launch = session.launch
        self.exchanges: list[Exchange] = copy.deepcopy(session.exchanges)

    def posts(self) -> list[Exchange]:
        return [e for e in self.exchanges if e.path == "xapi/statements"]

    def all(self) -> list[Statement]:
        return [s for e in self.posts() for s in listed(e.body)]

    def one(self, name: str) -> Statement:
        return next(s for s in self.all() if verb(s) == name)

    def request(self, path: str, method: str = "") -> Exchange:
        return next(
            e for e in self.exchanges
            if path in e.path + "?" + str(e.query) and method in ("", e.method)
        )  # fmt: skip

    def carrying(self, name: str) -> Exchange:
        return next(e for e in self.posts() if any(verb(s) == name for s in listed(e.body)))

    def without(self, name: str) -> None:
        for exchange in self.posts():
            left = [s for s in listed(exchange.body) if verb(s) != name]
            if len(left) != len(listed(exchange.body)):
                exchange.body = left
        self.exchanges[:] = [e for e in self.exchanges if e.path != "xapi/statements" or e.body]

    def again(self, name: str, to: int | None = None, **changes: Any) -> None:
        """Send a statement once more, as a new one."""
        made = copy.deepcopy(self.one(name))
        made["id"] = made["id"][:-4] + "beef"
        made.update(changes)
        carrier = copy.deepcopy(self.carrying(name))
        carrier.body = made
        self.exchanges.insert(len(self.exchanges) if to is None else to, carrier)

    def add(self, exchange: Exchange, at: int = 0) -> None:
        self.exchanges.insert(at, exchange)


Mutant = Callable[[Altered], object]


def put(name: str, *path: str, value: Any) -> Mutant:
    """Set a value inside a statement."""

    def mutate(altered: Altered) -> None:
        at: Any = altered.one(name)
        for part in path[:-1]:
            at = at.setdefault(part, {})
        at[path[-1]] = value

    return mutate


def drop(name: str, *path: str) -> Mutant:
    def mutate(altered: Altered) -> None:
        at: Any = altered.one(name)
        for part in path[:-1]:
            at = at[part]
        del at[path[-1]]

    return mutate


def header(path: str, name: str, value: str | None, method: str = "") -> Mutant:
    def mutate(altered: Altered) -> None:
        headers = altered.request(path, method).headers
        headers.pop(name, None)
        if value is not None:
            headers[name] = value

    return mutate


def category(name: str, mark: str, there: bool) -> Mutant:
    """Add or remove a category of a statement."""

    def mutate(altered: Altered) -> None:
        activities = altered.one(name)["context"].setdefault("contextActivities", {})
        wanted = f"{CMI5}categories/{mark}"
        left = [one for one in activities.get("category", []) if one["id"] != wanted]
        activities["category"] = left + (
            [{"objectType": "Activity", "id": wanted}] if there else []
        )

    return mutate


def shifted(name: str, seconds: float) -> Mutant:
    def mutate(altered: Altered) -> None:
        statement = altered.one(name)
        time = datetime.fromisoformat(statement["timestamp"]) + timedelta(seconds=seconds)
        statement["timestamp"] = time.isoformat(timespec="milliseconds").replace("+00:00", "Z")

    return mutate


def swapped_posts(altered: Altered) -> None:
    places = [n for n, e in enumerate(altered.exchanges) if e.path == "xapi/statements"]
    first, last = places[0], places[-1]
    every = altered.exchanges
    every[first], every[last] = every[last], every[first]


def merged_first(altered: Altered) -> None:
    """initialized in one request with what follows."""
    first, second = altered.posts()[:2]
    first.body = listed(first.body) + listed(second.body)
    altered.exchanges.remove(second)


def moved_launch_data(altered: Altered) -> None:
    found = altered.request("LMS.LaunchData")
    altered.exchanges.remove(found)
    altered.exchanges.append(found)


def moved_preferences(altered: Altered) -> None:
    found = altered.request("agents/profile")
    altered.exchanges.remove(found)
    altered.exchanges.append(found)


def fetched_again(altered: Altered) -> None:
    altered.add(copy.deepcopy(altered.request("fetch")), 3)


def fetched_by_get(altered: Altered) -> None:
    altered.request("fetch").method = "GET"


def renamed(name: str, new: str) -> Mutant:
    return put(name, "verb", "id", value=new)


def choice(altered: Altered) -> Statement:
    """The first answer to a question with choices."""
    return next(
        s for s in altered.all()
        if s["object"].get("definition", {}).get("interactionType") == "choice"
    )  # fmt: skip


def in_choice(*path: str, value: Any) -> Mutant:
    def mutate(altered: Altered) -> None:
        at: Any = choice(altered)
        for part in path[:-1]:
            at = at[part]
        at[path[-1]] = value

    return mutate


def wordless_choices(altered: Altered) -> None:
    for one in choice(altered)["object"]["definition"]["choices"]:
        del one["description"]


def progress(name: str, value: Any) -> Mutant:
    def mutate(altered: Altered) -> None:
        altered.again(
            "initialized", len(altered.exchanges) - 2,
            verb={"id": VERBS + name, "display": {"en": name}},
            result={"extensions": {PROGRESS: value}},
        )  # fmt: skip

    return mutate


def named_actor(altered: Altered) -> None:
    for statement in altered.all():
        statement["actor"] = {**statement["actor"], "name": "Jane Doe"}


def state_written_blindly(altered: Altered) -> None:
    headers = altered.request("activities/state", "PUT").headers
    headers.pop("if-match", None)
    headers.pop("if-none-match", None)


def launch_data_written(altered: Altered) -> None:
    found = copy.deepcopy(altered.request("activities/state", "PUT"))
    found.query["stateId"] = "LMS.LaunchData"
    altered.exchanges.append(found)


def refused(altered: Altered) -> None:
    altered.request("activities/state", "PUT").status = 412


def other_state(key: str, value: str) -> Mutant:
    def mutate(altered: Altered) -> None:
        altered.request("activities/state", "PUT").query[key] = value

    return mutate


MUTANTS: dict[str, Mutant] = {
    "never terminated": lambda a: a.without("terminated"),
    "never initialized": lambda a: a.without("initialized"),
    "terminated twice": lambda a: a.again("terminated"),
    "initialized twice": lambda a: a.again("initialized", 6),
    "terminated first": swapped_posts,
    "initialized with others": merged_first,
    "answered after terminated": lambda a: a.again("answered"),
    "completed twice": lambda a: a.again("completed", len(a.exchanges) - 2),
    "passed twice": lambda a: a.again("passed", len(a.exchanges) - 2),
    "passed and failed": lambda a: a.again(
        "passed", len(a.exchanges) - 2, verb={"id": VERBS + "failed", "display": {"en": "failed"}}
    ),
    "completed before initialized": shifted("completed", -3600),
    "fetched twice": fetched_again,
    "fetched by GET": fetched_by_get,
    "asked without token": header("activities/state", "authorization", None, "PUT"),
    "Bearer token": header("statements", "authorization", "Bearer x"),
    "no version": header("statements", "x-experience-api-version", None),
    "version 0.95": header("statements", "x-experience-api-version", "0.95"),
    "statements as text": header("statements", "content-type", "text/plain"),
    "launch data read late": moved_launch_data,
    "launch data never read": lambda a: a.exchanges.remove(a.request("LMS.LaunchData")),
    "preferences read late": moved_preferences,
    "preferences never read": lambda a: a.exchanges.remove(a.request("agents/profile")),
    "launch data written": launch_data_written,
    "state written blindly": state_written_blindly,
    "412": refused,
    "state of another registration": other_state("registration", "x"),
    "state of another activity": other_state("activityId", "https://other.example/"),
    "state of another learner": other_state("agent", '{"mbox": "mailto:a@b.example"}'),
    "actor with a name": named_actor,
    "actor by mail": put("completed", "actor", value={"mbox": "mailto:a@b.example"}),
    "no id": drop("completed", "id"),
    "short id": put("completed", "id", value="42"),
    "no timestamp": drop("completed", "timestamp"),
    "local time": put("completed", "timestamp", value="2026-03-04T10:11:12+01:00"),
    "an hour ahead": shifted("answered", 3600),
    "no words for the verb": drop("passed", "verb", "display"),
    "verb of another kind": renamed("completed", "https://example.org/finished"),
    "satisfied": lambda a: a.again(
        "completed",
        len(a.exchanges) - 2,
        verb={"id": "https://w3id.org/xapi/adl/verbs/satisfied", "display": {"en": "satisfied"}},
    ),
    "no registration": drop("answered", "context", "registration"),
    "another registration": put(
        "passed", "context", "registration", value="00000000-0000-4000-8000-000000000000"
    ),
    "no session id": drop("answered", "context", "extensions", SESSION),
    "another session id": put("terminated", "context", "extensions", SESSION, value="mine"),
    "grouping lost": drop("completed", "context", "contextActivities", "grouping"),
    "cmi5 forgotten on completed": category("completed", "cmi5", False),
    "cmi5 forgotten on terminated": category("terminated", "cmi5", False),
    "cmi5 on answered": category("answered", "cmi5", True),
    "moveon forgotten on passed": category("passed", "moveon", False),
    "moveon on terminated": category("terminated", "moveon", True),
    "object of another activity": put("completed", "object", "id", value="https://x.example/"),
    "no object": put("completed", "object", value={}),
    "completed without completion": drop("completed", "result", "completion"),
    "completion false": put("completed", "result", "completion", value=False),
    "completed with success": put("completed", "result", "success", value=True),
    "completed with a score": put("completed", "result", "score", value={"scaled": 1}),
    "passed without success": drop("passed", "result", "success"),
    "passed with success false": put("passed", "result", "success", value=False),
    "passed without a score": drop("passed", "result", "score"),
    "passed below mastery": put("passed", "result", "score", value={"scaled": 0.5}),
    "scaled 1.2": put("passed", "result", "score", "scaled", value=1.2),
    "scaled in words": put("passed", "result", "score", "scaled", value="1"),
    "raw without range": lambda a: a.one("passed")["result"]["score"].pop("max"),
    "raw 0 without range": put("passed", "result", "score", value={"scaled": 1, "raw": 0}),
    "raw outside": put("passed", "result", "score", "raw", value=150),
    "two scores": put("passed", "result", "score", "raw", value=1),
    "mastery not told": drop("passed", "context", "extensions", MASTERY),
    "mastery of its own": put("passed", "context", "extensions", MASTERY, value=0.1),
    "no duration": drop("terminated", "result", "duration"),
    "duration as a number": put("terminated", "result", "duration", value=5),
    "duration 90s": put("terminated", "result", "duration", value="90s"),
    "negative duration": put("terminated", "result", "duration", value="-PT5S"),
    "100 hours": put("completed", "result", "duration", value="PT100H"),
    "terminated after no time": shifted("terminated", 600),
    "result on initialized": put("initialized", "result", value={"completion": False}),
    "progress 33.3": progress("progressed", 33.3),
    "progress 100": progress("progressed", 100),
    "progress on completed": put("completed", "result", "extensions", value={PROGRESS: 99}),
    "interaction without type": in_choice("object", "definition", "interactionType", value=""),
    "interaction of no kind": in_choice("object", "definition", "interactionType", value="drag"),
    "choices without words": wordless_choices,
    "answer that is no choice": in_choice("result", "response", value="none-of-them"),
    "answer with commas": in_choice("result", "response", value="a,b"),
    "question elsewhere": in_choice("object", "id", value="https://x.example/q"),
    "question without a name": in_choice("object", "definition", "name", value={}),
    "pattern as text": in_choice("object", "definition", "correctResponsesPattern", value="a"),
    "question of no test": drop("answered", "context", "contextActivities", "parent"),
    "stored by itself": put("completed", "stored", value="2026-03-04T10:11:12.000Z"),
}
