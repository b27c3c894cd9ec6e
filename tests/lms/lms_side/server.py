"""The server of a small LMS on this machine: packages, player pages and what is stored."""

from __future__ import annotations

import copy
import json
import mimetypes
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Literal
from urllib.parse import unquote, urlsplit

Standard = Literal["1.2", "2004"]
Cmi = dict[str, Any]

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
LIBRARY = ROOT / "node_modules" / "scorm-again" / "dist"
LOGIN = b"<!doctype html><title>Sign in</title><p>Your session has expired.</p>"


@dataclass(frozen=True)
class Call:
    """One call of the API, as the recorder in the player saw it."""

    n: int
    name: str
    args: tuple[str, ...]
    types: tuple[str, ...] = ()
    result: str = "true"
    code: str = "0"
    at: int = 0
    ms: float = 0.0
    hidden: bool = False
    leaving: bool = False
    known: str = ""
    standard: str = ""


@dataclass
class Session:
    """One launch: what was asked of the LMS and what it kept."""

    calls: list[Call] = field(default_factory=list)
    commits: list[Cmi] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    refused: int = 0

    @property
    def trace(self) -> tuple[Call, ...]:
        return tuple(sorted(self.calls, key=lambda call: call.n))


@dataclass
class Attempt:
    """A learner's attempt at one item of a package.

    `mood` is how the server answers commits, and requests for the package's files: "good",
    "http-500", "http-401", "login" (200 with a login page, nothing kept) or "down" (no answer).
    `keep` is what becomes of an attempt that was left without exit=suspend: "spec" forgets it,
    "all" keeps it.
    """

    standard: Standard
    folder: Path
    launch: str
    item: str = "item"
    learner: str = "learner-1"
    mastery: str = ""
    objectives: tuple[str, ...] = ()
    preload: Cmi = field(default_factory=dict)
    mode: str = "normal"
    keep: str = "all"
    headers: Mapping[str, str] = field(default_factory=dict)
    mood: str = "good"
    stored: Cmi = field(default_factory=dict)
    setup: dict[str, Any] = field(default_factory=dict)
    sessions: list[Session] = field(default_factory=list)
    heard: float = 0.0

    @property
    def session(self) -> Session:
        return self.sessions[-1]

    def keep_commit(self, cmi: Cmi) -> None:
        self.session.commits.append(cmi)
        self.stored = cmi


class Lms:
    """Serves attempts by name: `http://127.0.0.1:PORT/NAME/player.html`."""

    def __init__(self) -> None:
        self.attempts: dict[str, Attempt] = {}
        owner = self

        class Handler(_Handler):
            lms = owner

        self.server = _Server(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.address = f"http://127.0.0.1:{self.server.server_port}"

    def address_of(self, attempt: Attempt) -> str:
        """The address of an attempt's folder, with a final slash; takes in a new one."""
        name = next((n for n, known in self.attempts.items() if known is attempt), "")
        if not name:
            name = f"a{len(self.attempts)}"
            self.attempts[name] = attempt
        return f"{self.address}/{name}/"

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()


def settled(attempt: Attempt, *, goodbye: bool) -> None:
    """Wait until nothing more comes from a session that is over, and for its goodbye if it can say
    one. What never comes is waited for a few seconds."""
    started = time.monotonic()
    while time.monotonic() - started < 4:
        heard = not goodbye or any(call.name == "Terminate" for call in attempt.session.calls)
        if heard and time.monotonic() - max(attempt.heard, started) > 0.15:
            return
        time.sleep(0.02)


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """Browsers are killed here; that their lines break is what is wanted."""


class _Handler(BaseHTTPRequestHandler):
    lms: Lms
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        """Nobody reads it."""

    def _parts(self) -> tuple[Attempt | None, str]:
        name, _, rest = unquote(urlsplit(self.path).path).lstrip("/").partition("/")
        return self.lms.attempts.get(name), rest

    def _send(
        self, data: bytes, kind: str, status: int = 200, more: Mapping[str, str] = {}
    ) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        for key, value in more.items():
            self.send_header(key, value)
        self.end_headers()
        self.wfile.write(data)

    def do_GET(self) -> None:
        attempt, rest = self._parts()
        if attempt is None:
            return self._send(
                b"", "text/html", 200 if self.path in ("/favicon.ico", "/blank") else 404
            )
        if rest.startswith("package/"):
            if attempt.mood != "good":
                return self._moody(attempt.mood)
            return self._package(attempt, rest.removeprefix("package/"))
        if rest == "setup.js":
            said = "const setup = " + json.dumps(attempt.setup) + ";"
            return self._send(said.encode(), "text/javascript")
        if rest == "scorm-again.js":
            return self._send((LIBRARY / "scorm-again.min.js").read_bytes(), "text/javascript")
        if rest in ("player.html", "player.js"):
            kind = mimetypes.guess_type(rest)[0] or ""
            return self._send((HERE / rest).read_bytes(), kind, 200, attempt.headers)
        return self._send(b"", "text/html", 404)

    def _package(self, attempt: Attempt, name: str) -> None:
        path = (attempt.folder / name).resolve()
        if not path.is_relative_to(attempt.folder.resolve()) or not path.is_file():
            # A directory is nothing that an LMS serves.
            attempt.session.missing.append(name)
            return self._send(b"", "text/html", 404)
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        return self._send(path.read_bytes(), kind, 200, attempt.headers)

    def do_POST(self) -> None:
        attempt, rest = self._parts()
        data = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if attempt is None:
            return self._send(b"", "text/html", 404)
        attempt.heard = time.monotonic()
        if rest == "calls":
            attempt.session.calls += [_call(entry) for entry in json.loads(data)]
            return self._send(b"", "text/plain")
        return self._commit(attempt, data)

    def _commit(self, attempt: Attempt, data: bytes) -> None:
        if attempt.mood == "good":
            attempt.keep_commit(json.loads(data)["cmi"])
            return self._send(b'{"result":true,"errorCode":0}', "application/json")
        attempt.session.refused += 1
        return self._moody(attempt.mood)

    def _moody(self, mood: str) -> None:
        if mood == "login":
            return self._send(LOGIN, "text/html")
        if mood == "down":
            self.close_connection = True
            self.connection.close()
            return None
        return self._send(b"", "text/html", int(mood.removeprefix("http-")))


def _call(entry: dict[str, Any]) -> Call:
    return Call(**{k: tuple(v) if isinstance(v, list) else v for k, v in entry.items()})


def opening(attempt: Attempt) -> Cmi:
    """The data a new session of an attempt starts with, as scorm-again takes it."""
    known = copy.deepcopy(attempt.stored)
    return _old(attempt, known) if attempt.standard == "1.2" else _new(attempt, known)


def _old(attempt: Attempt, known: Cmi) -> Cmi:
    core = known.setdefault("core", {})
    resumes = core.get("exit") == "suspend"
    core |= {
        "student_id": attempt.learner,
        "student_name": "Doe, Jane",
        "entry": "resume" if resumes else ("" if len(attempt.sessions) > 1 else "ab-initio"),
        "lesson_mode": attempt.mode,
        "credit": "credit" if attempt.mode == "normal" else "no-credit",
        "total_time": added(core.get("total_time"), core.pop("session_time", None)),
    }
    core.pop("exit", None)
    core.setdefault("lesson_status", "not attempted")
    if attempt.mastery:
        known.setdefault("student_data", {})["mastery_score"] = attempt.mastery
    return known


def _new(attempt: Attempt, known: Cmi) -> Cmi:
    resumes = known.get("exit") == "suspend"
    if known and not resumes and attempt.keep == "spec":
        known = {}
    known |= {
        "learner_id": attempt.learner,
        "learner_name": "Doe, Jane",
        "entry": "resume" if resumes else "ab-initio",
        "mode": attempt.mode,
        "credit": "credit" if attempt.mode == "normal" else "no-credit",
        "total_time": added_iso(known.get("total_time"), known.pop("session_time", None)),
    }
    known.pop("exit", None)
    if attempt.mastery:
        known["scaled_passing_score"] = attempt.mastery
    if attempt.objectives and not known.get("objectives"):
        known["objectives"] = {str(n): {"id": name} for n, name in enumerate(attempt.objectives)}
    return known


def seconds(time12: str | None) -> float:
    """The seconds in HHHH:MM:SS.SS."""
    hours, minutes, rest = (time12 or "0:0:0").split(":")
    return int(hours) * 3600 + int(minutes) * 60 + float(rest)


def added(total: str | None, more: str | None) -> str:
    hundredths = round((seconds(total) + seconds(more)) * 100)
    minutes, hundredths = divmod(hundredths, 6000)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:04}:{minutes:02}:{hundredths // 100:02}.{hundredths % 100:02}"


def iso_seconds(duration: str | None) -> float:
    """The seconds in an ISO 8601 duration without years and months."""
    import re

    found = re.fullmatch(
        r"P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?", duration or "PT0S"
    )
    assert found is not None, duration
    days, hours, minutes, rest = (float(part or 0) for part in found.groups())
    return days * 86400 + hours * 3600 + minutes * 60 + rest


def added_iso(total: str | None, more: str | None) -> str:
    return f"PT{round(iso_seconds(total) + iso_seconds(more), 2):g}S"
