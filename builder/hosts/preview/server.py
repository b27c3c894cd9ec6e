"""The preview's web server: pages from memory, with a small script added on the way out."""

from __future__ import annotations

import json
import os
import re
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from mimetypes import MimeTypes
from posixpath import normpath
from typing import Any
from urllib.parse import parse_qs, quote, unquote, urlsplit

from builder.diagnostics import Failure
from builder.hosts.preview.panel import panel
from builder.hosts.preview.stage import PAGE, Stage, View, tag_of

OWN = "/__preview__/"
HEARTBEAT = 15.0
"""Seconds after which a silent connection is tried, so that a closed tab's thread ends."""
PORTS_TRIED = 20
_TYPES = MimeTypes()
for _suffix, _type in {
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".css": "text/css",
    ".html": "text/html",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".json": "application/json",
    ".webmanifest": "application/manifest+json",
    ".vtt": "text/vtt",
}.items():
    _TYPES.add_type(_type, _suffix)  # the system's own table may say otherwise, as on Windows


def content_type(path: str) -> str:
    """The media type of a file by its name."""
    kind = _TYPES.guess_type(path)[0] or "application/octet-stream"
    text = kind.startswith("text/") or kind in ("application/json", "image/svg+xml")
    return f"{kind}; charset=utf-8" if text else kind


def site_path(address: str) -> str | None:
    """The file of the site an address asks for, None when it can be none."""
    path = unquote(re.split("[?#]", address, maxsplit=1)[0], errors="replace")
    if "\0" in path or "\\" in path or not path.startswith("/"):
        return None
    parts = path.split("/")
    if ".." in parts or "." in parts:
        return None
    tidy = normpath("/" + path.lstrip("/")).lstrip("/")
    return f"{tidy}/index.html".lstrip("/") if path.endswith("/") else tidy


class PreviewServer(ThreadingHTTPServer):
    """Serves a stage on the first free port from `port` on."""

    daemon_threads = True
    allow_reuse_address = os.name != "nt"  # there it would let two servers share a port

    def __init__(self, stage: Stage, host: str, port: int) -> None:
        self.stage = stage
        for tried in range(port, port + (PORTS_TRIED if port else 1)):
            try:
                super().__init__((host, tried), Handler)
            except (OSError, OverflowError) as problem:
                trouble = problem
            else:
                return
        raise Failure(
            f"no free port from {port} on: {trouble}", "name another one with --port"
        ) from trouble

    @property
    def port(self) -> int:
        """The port that was free."""
        return int(self.server_address[1])

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401
        """A closed tab is no error, and a page that cannot be made is told in the page."""


class Handler(BaseHTTPRequestHandler):
    """One request."""

    server: PreviewServer
    server_version = "coursewright"
    sys_version = ""
    protocol_version = "HTTP/1.1"
    timeout = 60

    def do_GET(self) -> None:
        """Answer with a page, a file, the script's own files or the stream of events."""
        if not self._is_for_us():
            self._send(HTTPStatus.FORBIDDEN, b"Unknown host name.", "text/plain; charset=utf-8")
        elif self.path.startswith(f"{OWN}events?"):
            self._stream()
        elif self.path.startswith(OWN):
            self._send_own(self.path.removeprefix(OWN))
        else:
            self._send_file()

    do_HEAD = do_GET  # noqa: N815

    def log_message(self, *_: object) -> None:
        """Requests are not worth a line each in the author's terminal."""

    def _is_for_us(self) -> bool:
        """Refuse a foreign site's name that was made to point at this machine."""
        if self.server.server_address[0] not in ("127.0.0.1", "::1"):
            return True
        name = self.headers.get("Host", "").rsplit(":", 1)[0]
        return name in ("127.0.0.1", "localhost", "[::1]", "")

    def _send_own(self, name: str) -> None:
        if name not in ("client.js", "panel.css"):
            self._send(HTTPStatus.NOT_FOUND, b"", "text/plain; charset=utf-8")
            return
        data = files("builder.hosts.preview").joinpath(name).read_bytes()
        self._send(HTTPStatus.OK, data, content_type(name))

    def _send_file(self) -> None:
        view = self.server.stage.view
        path = site_path(self.path)
        if path is not None and path not in view.bundle.files:
            folder = f"{path}/index.html"
            if folder in view.bundle.files:
                self._redirect(f"/{quote(path)}/")
                return
        try:
            found = self.server.stage.read(view, path) if path is not None else None
        except Exception as problem:  # noqa: BLE001 - shown to the author; the server goes on
            self._send_page(view, path or "", _notice(f"{type(problem).__name__}: {problem}"), 500)
            return
        if found is None:
            self._send_missing(view, path or "")
        elif path is not None and path.endswith(PAGE):
            self._send_page(view, path, found[1], HTTPStatus.OK)
        else:
            self._send(HTTPStatus.OK, found[1], content_type(path or ""))

    def _send_missing(self, view: View, path: str) -> None:
        page = self.server.stage.read(view, "404.html")
        if not view.bundle.files:
            text = _notice("This course has no page yet.")
        else:
            text = page[1] if page else _notice("There is no such page.")
        self._send_page(view, path, text, HTTPStatus.NOT_FOUND)

    def _send_page(self, view: View, path: str, html: bytes, status: int) -> None:
        tag = tag_of(view.bundle.files.get(path))
        script = (
            f'<script src="{OWN}client.js" data-page="{tag}" data-look="{view.look}"'
            f' data-path="{quote(path)}"></script>'
        ).encode()
        head, end, tail = html.rpartition(b"</body>")
        body = head + script + end + tail if end else html + script
        self._send(status, body, "text/html; charset=utf-8")

    def _redirect(self, target: str) -> None:
        self.send_response(HTTPStatus.MOVED_PERMANENTLY)
        self.send_header("Location", target)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send(self, status: int, data: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def _stream(self) -> None:
        """Tell the page about every new view until it goes away."""
        path = unquote(parse_qs(urlsplit(self.path).query).get("path", [""])[0])
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        stage, told = self.server.stage, -1
        while not stage.closed:
            view = stage.view
            line = f"data: {_state(view, path)}" if view.number != told else ": still here"
            self.wfile.write(f"{line}\n\n".encode())
            told = view.number
            stage.wait(told, HEARTBEAT)


def _state(view: View, path: str) -> str:
    shown = panel(view.built, stale=bool(view.bundle.files))
    tag = tag_of(view.bundle.files.get(path))
    return json.dumps({"page": tag, "look": view.look, "panel": shown})


def _notice(text: str) -> bytes:
    from html import escape

    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width"><title>Preview</title>'
        "<style>:root{color-scheme:light dark;font:1rem/1.5 system-ui}body{margin:2rem}</style>"
        f"</head><body><main><h1>Preview</h1><p>{escape(text)}</p></main></body></html>"
    ).encode()
