"""A platform for cmi5 on this machine: launches, the fetch address, statements, state and profile.

It keeps to the specification: one token for each launch, headers wanted, documents with tags, and
ids of statements that may come twice but never with another text. What it was asked is kept.
"""

from __future__ import annotations

import hashlib
import json
import mimetypes
import threading
import time
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

CMI5 = "https://w3id.org/xapi/cmi5/context/"
ALLOWED = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "GET, POST, PUT, DELETE",
    "Access-Control-Allow-Headers": "Authorization, Content-Type, If-Match, If-None-Match, "
    "X-Experience-API-Version",
    "Access-Control-Expose-Headers": "ETag, X-Experience-API-Version",
}


@dataclass
class Exchange:
    """A request and how it was answered. `at` is in milliseconds since the launch."""

    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: Any
    status: int = 0
    at: int = 0


@dataclass
class Launch:
    """One session of a learner with an assignable unit."""

    activity: str
    page: str
    folder: Path
    registration: str
    actor: dict[str, Any]
    mode: str = "Normal"
    mastery: float | None = None
    preferences: dict[str, str] | None = field(default_factory=dict)
    return_url: str = ""
    version: str = "1.0.3"
    slash: bool = True
    cross: bool = False
    fetch_error: bool = False
    mood: str = "good"
    token: str = ""
    session_id: str = field(default_factory=lambda: f"session-{uuid.uuid4()}")
    exchanges: list[Exchange] = field(default_factory=list)
    started: float = field(default_factory=time.monotonic)

    @property
    def template(self) -> dict[str, Any]:
        """What every statement's context has to contain."""
        return {
            "contextActivities": {
                "grouping": [{"objectType": "Activity", "id": self.activity + "#p"}]
            },
            "extensions": {f"{CMI5}extensions/sessionid": self.session_id},
        }

    @property
    def data(self) -> dict[str, Any]:
        told: dict[str, Any] = {
            "contextTemplate": self.template, "launchMode": self.mode, "moveOn": "Completed",
        }  # fmt: skip
        if self.mastery is not None:
            told["masteryScore"] = self.mastery
        if self.return_url:
            told["returnURL"] = self.return_url
        return told


class Lrs:
    """Serves launches: `address(launch)` is what the learner's browser opens."""

    def __init__(self) -> None:
        self.launches: list[Launch] = []
        self.documents: dict[tuple[str, str, str, str], bytes] = {}
        self.statements: dict[str, dict[str, Any]] = {}
        owner = self

        class Handler(_Handler):
            lrs = owner

        self.server = _Server(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.port = self.server.server_port

    def launch(self, **given: Any) -> Launch:
        made = Launch(**given)
        self.launches.append(made)
        return made

    def address(self, launch: Launch, order: int = 0, extra: str = "") -> str:
        number = self.launches.index(launch)
        own = f"http://127.0.0.1:{self.port}/{number}"
        pairs = [
            ("endpoint", own + "/xapi" + ("/" if launch.slash else "")),
            ("fetch", own + "/fetch"),
            ("actor", json.dumps(launch.actor)),
            ("registration", launch.registration),
            ("activityId", launch.activity),
        ]
        pairs = pairs[order:] + pairs[:order]
        host = "localhost" if launch.cross else "127.0.0.1"
        query = (extra + "&" if extra else "") + urlencode(pairs, quote_via=quote)
        return f"http://{host}:{self.port}/{number}/package/{launch.page}?{query}"

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """Browsers are closed here; that their lines break is what is wanted."""


class _Handler(BaseHTTPRequestHandler):
    lrs: Lrs
    protocol_version = "HTTP/1.1"
    launch: Launch
    exchange: Exchange

    def log_message(self, *_: object) -> None:
        """Nobody reads it."""

    def answer(self, status: int, data: Any = b"", more: Mapping[str, str] = {}) -> None:
        body = data if isinstance(data, bytes) else json.dumps(data).encode()
        self.exchange.status = status
        self.send_response(status)
        for key, value in {"Content-Length": str(len(body)), **ALLOWED, **more}.items():
            self.send_header(key, value)
        if "/xapi/" in self.path:
            self.send_header("X-Experience-API-Version", self.launch.version)
        self.end_headers()
        if status != 304:
            self.wfile.write(body)

    def handle_any(self) -> None:
        parts = urlsplit(self.path)
        number, _, path = unquote(parts.path).lstrip("/").partition("/")
        data = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if not number.isdigit():
            self.send_response(200)
            self.send_header("Content-Length", "0")
            self.end_headers()
            return None
        self.launch = self.lrs.launches[int(number)]
        headers = {key.lower(): value for key, value in self.headers.items()}
        self.exchange = Exchange(
            self.command, path, dict(parse_qsl(parts.query)), headers, _parsed(data),
            at=round((time.monotonic() - self.launch.started) * 1000),
        )  # fmt: skip
        if self.command == "OPTIONS":
            return self.answer(204)
        if path.startswith("package/"):
            return self.serve(path.removeprefix("package/"))
        self.launch.exchanges.append(self.exchange)
        if path == "fetch":
            return self.hand_out()
        return self.xapi(path.removeprefix("xapi/"), data)

    do_GET = do_POST = do_PUT = do_DELETE = do_OPTIONS = handle_any  # noqa: N815 - their names

    def serve(self, name: str) -> None:
        path = (self.launch.folder / name).resolve()
        if not path.is_relative_to(self.launch.folder.resolve()) or not path.is_file():
            return self.answer(404)
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        policy = f"default-src 'self'; connect-src 'self' http://127.0.0.1:{self.lrs.port}; "
        policy += "script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
        policy += "img-src 'self' data:"
        return self.answer(
            200, path.read_bytes(), {"Content-Type": kind, "Content-Security-Policy": policy}
        )

    def hand_out(self) -> None:
        """The token, once."""
        kind = {"Content-Type": "application/json"}
        if self.launch.fetch_error or self.command != "POST" or self.launch.token:
            return self.answer(200, {"error-code": "1", "error-text": "Already used"}, kind)
        self.launch.token = uuid.uuid4().hex
        return self.answer(200, {"auth-token": self.launch.token}, kind)

    def xapi(self, path: str, data: bytes) -> None:
        if self.launch.mood == "down":
            self.launch.exchanges[-1].status = 599
            self.close_connection = True
            self.connection.close()
            return None
        if self.launch.mood != "good":
            return self.answer(int(self.launch.mood.removeprefix("http-")))
        if self.headers.get("Authorization") != f"Basic {self.launch.token}":
            return self.answer(401)
        if not (self.headers.get("X-Experience-API-Version") or "").startswith(
            self.launch.version[:2]
        ):
            return self.answer(400)
        if path == "statements":
            return self.take(self.exchange.body)
        if path == "activities/state":
            return self.document("state", data)
        if path == "agents/profile":
            return self.profile()
        return self.answer(404)

    def take(self, body: Any) -> None:
        given = body if isinstance(body, list) else [body]
        for statement in given:
            known = self.lrs.statements.get(statement["id"])
            if known is not None and known != statement:
                return self.answer(409)
        for statement in given:
            self.lrs.statements[statement["id"]] = statement
        return self.answer(200, [statement["id"] for statement in given])

    def document(self, kind: str, data: bytes) -> None:
        query = self.exchange.query
        name = query.get("stateId", "")
        if json.loads(query.get("agent", "null")) != self.launch.actor:
            return self.answer(400)
        if name == "LMS.LaunchData":
            if self.command != "GET":
                return self.answer(403)
            return self.answer(200, self.launch.data, {"Content-Type": "application/json"})
        key = (kind, query.get("activityId", ""), query.get("registration", ""), name)
        held = self.lrs.documents.get(key)
        tag = f'"{hashlib.sha1(held).hexdigest()}"' if held is not None else ""
        if self.command == "GET":
            if held is None:
                return self.answer(404)
            return self.answer(200, held, {"ETag": tag, "Content-Type": "application/json"})
        wanted, none = self.headers.get("If-Match"), self.headers.get("If-None-Match")
        if (wanted and wanted != tag) or (none == "*" and held is not None):
            return self.answer(412)
        if held is not None and not wanted:
            return self.answer(409)
        self.lrs.documents[key] = data
        return self.answer(204, b"", {"ETag": f'"{hashlib.sha1(data).hexdigest()}"'})

    def profile(self) -> None:
        if self.command != "GET":
            return self.answer(403)
        if self.launch.preferences is None:
            return self.answer(404)
        return self.answer(200, self.launch.preferences, {"Content-Type": "application/json"})


def _parsed(data: bytes) -> Any:
    try:
        return json.loads(data) if data else None
    except ValueError:
        return data.decode(errors="replace")
