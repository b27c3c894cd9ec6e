"""A platform for cmi5 with its record store, on a free port of this machine, strict in what it
takes: versions, tokens, tags of documents, and one POST for the token."""

from __future__ import annotations

import json
import mimetypes
import threading
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha1
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

TOKEN = "dG9rZW4="
ACTOR = {
    "objectType": "Agent",
    "account": {"homePage": "http://platform.example", "name": "7f3a"},
}
SESSION = "https://w3id.org/xapi/cmi5/context/extensions/sessionid"
Statement = dict[str, Any]


@dataclass
class Lrs:
    """`down` answers 503 to everything, `refuses` gives no token, `strict` wants 2.0.0."""

    folder: Path
    mode: str = "Normal"
    mastery: float | None = None
    version: str = "1.0.3"
    strict: bool = False
    down: bool = False
    refuses: bool = False
    statements: list[Statement] = field(default_factory=list)
    batches: list[list[str]] = field(default_factory=list)
    bodies: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    documents: dict[str, bytes] = field(default_factory=dict)
    conflicts: int = 0
    fetches: int = 0
    launches: int = 0

    def __post_init__(self) -> None:
        self.server = ThreadingHTTPServer(
            ("127.0.0.1", 0), type("Handler", (_Handler,), {"lrs": self})
        )
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server.server_port}"

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()

    def launch(self, page: str) -> str:
        """The address of a page with the five parameters of a new session."""
        self.launches += 1
        self.fetches = 0
        values = {
            "endpoint": f"{self.url}/lrs",
            "fetch": f"{self.url}/fetch?session={self.launches}",
            "actor": json.dumps(ACTOR),
            "registration": "d4b3c1a2-0000-4000-8000-000000000001",
            "activityId": "http://platform.example/activity/1",
        }
        query = "&".join(f"{name}={quote(value, safe='')}" for name, value in values.items())
        return f"{self.url}/{page}?{query}"

    def data(self) -> dict[str, Any]:
        template = {
            "contextActivities": {
                "grouping": [{"objectType": "Activity", "id": "http://a.example/au"}]
            },
            "extensions": {SESSION: f"session-{self.launches}"},
        }
        data = {
            "contextTemplate": template,
            "launchMode": self.mode,
            "moveOn": "CompletedAndPassed",
            "returnURL": f"{self.url}/back.html",
        }
        return data if self.mastery is None else {**data, "masteryScore": self.mastery}

    def verbs(self, launch: int | None = None) -> list[str]:
        """The verbs of a launch in the order of arriving, by default of the last one."""
        wanted = f"session-{launch or self.launches}"
        mine = (s for s in self.statements if s["context"]["extensions"][SESSION] == wanted)
        return [verb(statement) for statement in mine]

    def of(self, name: str) -> list[Statement]:
        return [statement for statement in self.statements if verb(statement) == name]


def verb(statement: Statement) -> str:
    return str(statement["verb"]["id"]).rsplit("/", 1)[1]


def _tag(data: bytes | None) -> str | None:
    return None if data is None else f'"{sha1(data).hexdigest()}"'


class _Handler(BaseHTTPRequestHandler):
    lrs: Lrs

    def log_message(self, *_: object) -> None:
        """Keep the tests' output to the tests."""

    def reply(self, status: int, data: object = None, **headers: str) -> None:
        body = data if isinstance(data, bytes) else json.dumps(data).encode()
        self.send_response(status)
        kind = headers.pop("kind", "application/json")
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Type", kind)
        self.send_header("X-Experience-API-Version", self.lrs.version)
        self.send_header("Cache-Control", "no-store")
        self.send_header("Content-Length", str(len(body) if status != 204 else 0))
        self.end_headers()
        if status != 204:
            with suppress(ConnectionError):  # a page that was left waits for no answer
                self.wfile.write(body)

    def answer(self) -> None:
        address = urlsplit(self.path)
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if not address.path.startswith(("/lrs/", "/fetch")):
            return self.file(address.path)
        self.lrs.asked.append(f"{self.command} {address.path}")
        self.lrs.bodies.append(body.decode())
        if address.path == "/fetch":
            return self.token()
        version = self.headers.get("X-Experience-API-Version", "")
        if self.lrs.down:
            return self.reply(503)
        if self.headers.get("Authorization") != f"Basic {TOKEN}":
            return self.reply(401)
        if not version or (self.lrs.strict and not version.startswith("2.")):
            return self.reply(400)
        query = {name: values[0] for name, values in parse_qs(address.query).items()}
        return getattr(self, address.path.rsplit("/", 1)[1])(query, body)

    def token(self) -> None:
        self.lrs.fetches += 1
        if self.lrs.refuses or self.lrs.fetches > 1 or self.command != "POST":
            return self.reply(200, {"error-code": "1", "error-text": "used"})
        return self.reply(200, {"auth-token": TOKEN})

    def profile(self, query: dict[str, str], body: bytes) -> None:
        assert json.loads(query["agent"]) == ACTOR
        return self.reply(404)

    def state(self, query: dict[str, str], body: bytes) -> None:
        name = query["stateId"]
        if name == "LMS.LaunchData":
            assert self.command == "GET"
            return self.reply(200, self.lrs.data())
        kept = self.lrs.documents.get(name)
        if self.command == "GET":
            return self.reply(404) if kept is None else self.reply(200, kept, ETag=str(_tag(kept)))
        match, none = self.headers.get("If-Match"), self.headers.get("If-None-Match")
        if (none == "*" and kept is not None) or (match and match != _tag(kept)):
            self.lrs.conflicts += 1
            return self.reply(412)
        self.lrs.documents[name] = body
        return self.reply(204)

    def statements(self, query: dict[str, str], body: bytes) -> None:
        given = json.loads(body)
        batch = given if isinstance(given, list) else [given]
        known = {statement["id"] for statement in self.lrs.statements}
        self.lrs.batches.append([verb(statement) for statement in batch])
        self.lrs.statements += [statement for statement in batch if statement["id"] not in known]
        return self.reply(200, [statement["id"] for statement in batch])

    def file(self, path: str) -> None:
        if path == "/back.html":
            return self.reply(200, b"<!doctype html><title>Back</title>", kind="text/html")
        found = self.lrs.folder / path.lstrip("/")
        if not found.is_file():
            return self.reply(404)
        kind = mimetypes.guess_type(found.name)[0] or "application/octet-stream"
        return self.reply(200, found.read_bytes(), kind=kind)

    def do_GET(self) -> None:
        self.answer()

    def do_POST(self) -> None:
        self.answer()

    def do_PUT(self) -> None:
        self.answer()

    def do_DELETE(self) -> None:
        self.answer()
