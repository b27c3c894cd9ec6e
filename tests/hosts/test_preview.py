"""The preview over a real connection, with a small stand-in for the course."""

import http.client
import json
import threading
import time
from contextlib import contextmanager

import pytest

from builder.diagnostics import Diagnostic, Failure, Level, Report, Span
from builder.hosts.preview import Preview
from builder.hosts.preview.panel import panel
from builder.hosts.preview.server import content_type, site_path
from builder.hosts.preview.stage import Built
from builder.hosts.preview.watch import Watcher
from builder.publish.bundle import Bundle, Recipe, digest


def page(text):
    return f"<html><body><p>{text}</p></body></html>".encode()


def reader(root):
    """Reads `lesson.md` as the one page of a course; the word "wrong" is a mistake."""

    def make():
        path = root / "lesson.md"
        text = path.read_text(encoding="utf-8")
        if "explode" in text:
            raise ZeroDivisionError(text)
        if "full" in text:
            raise Failure("the disk is full", "free some space")
        if "wrong" in text:
            finding = Diagnostic(
                Span("lesson.md", 1, 1 + text.index("wrong")),
                "bad-word",
                Level.ERROR,
                "this word is <wrong>",
                "right?",
            )
            return Built(Report([finding]), lambda name: (root / name).read_text())
        files = {
            "index.html": Recipe(digest(text), lambda: page(text)),
            "other/index.html": Recipe(b"same", lambda: page("other")),
            "broken.html": Recipe(b"broken", lambda: 1 // 0),
            "404.html": page("nothing here"),
            "assets/course.css": b"body {}",
            "assets/picture.svg": root / "picture.svg",
        }
        return Built(Report(), lambda name: None, Bundle(files))

    return make


@contextmanager
def running(root, **options):
    said = []
    with Preview(root, reader(root), said.append, port=0, **options) as preview:
        stop = threading.Event()

        def loop():
            while not stop.is_set():
                preview.step(0.05)

        thread = threading.Thread(target=loop)
        thread.start()
        try:
            yield preview, said
        finally:
            stop.set()
            thread.join()


@pytest.fixture
def root(tmp_path):
    (tmp_path / "lesson.md").write_text("first")
    (tmp_path / "picture.svg").write_text("<svg/>")
    return tmp_path


def ask(preview, path, method="GET", **headers):
    connection = http.client.HTTPConnection("127.0.0.1", preview._server.port, timeout=10)
    try:
        connection.putrequest(method, path, skip_host="Host" in headers)
        for name, value in headers.items():
            connection.putheader(name, value)
        connection.endheaders()
        answer = connection.getresponse()
        return answer.status, dict(answer.getheaders()), answer.read()
    finally:
        connection.close()


class Events:
    """The stream of one page, as a browser's EventSource reads it."""

    def __init__(self, preview, path):
        self.connection = http.client.HTTPConnection("127.0.0.1", preview._server.port, timeout=10)
        self.connection.request("GET", f"/__preview__/events?path={path}")
        self.answer = self.connection.getresponse()
        assert self.answer.getheader("Content-Type") == "text/event-stream"

    def next(self):
        while True:
            line = self.answer.readline()
            assert line, "the stream ended"
            if line.startswith(b"data: "):
                return json.loads(line[6:])

    def close(self):
        self.answer.close()
        self.connection.close()


def eventually(check, seconds=5.0):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if check():
            return True
        time.sleep(0.02)
    return False


def save(path, text):
    """As many editors do: a new file put in the place of the old one."""
    fresh = path.with_name("." + path.name + ".tmp")
    fresh.write_text(text)
    fresh.replace(path)


@pytest.mark.parametrize("events", [True, False])
def test_a_saved_lesson_shows_and_tells_its_page_to_load_again(root, events):
    with running(root, events=events) as (preview, said):
        status, headers, body = ask(preview, "/")
        assert status == 200
        assert headers["Content-Type"] == "text/html; charset=utf-8"
        assert b"<p>first</p><script" in body
        mine, other = Events(preview, "index.html"), Events(preview, "other%2Findex.html")
        was, was_other = mine.next(), other.next()
        assert f'data-page="{was["page"]}"'.encode() in body
        save(root / "lesson.md", "second")
        now, now_other = mine.next(), other.next()
        assert now["page"] != was["page"]
        assert now_other == was_other
        assert b"<p>second</p>" in ask(preview, "/index.html")[2]
        mine.close()
        other.close()
    assert any(line.startswith("lesson.md: rebuilt in ") for line in said)


def test_a_changed_picture_changes_the_look_of_every_page(root):
    with running(root) as (preview, _):
        stream = Events(preview, "other/index.html")
        was = stream.next()
        (root / "picture.svg").write_text("<svg></svg>")
        now = stream.next()
        assert now["look"] != was["look"]
        assert now["page"] == was["page"]
        stream.close()


def test_a_mistake_is_shown_and_the_last_good_site_stays(root):
    with running(root) as (preview, _):
        stream = Events(preview, "index.html")
        good = stream.next()
        assert good["panel"] == ""
        save(root / "lesson.md", "all wrong")
        bad = stream.next()
        assert bad["page"] == good["page"]
        assert "<code>lesson.md:1:5</code> this word is &lt;wrong&gt;" in bad["panel"]
        assert "<pre>1 | all <mark>w</mark>rong</pre>" in bad["panel"]
        assert "right?" in bad["panel"]
        assert "last version without errors" in bad["panel"]
        assert b"<p>first</p>" in ask(preview, "/")[2]
        save(root / "lesson.md", "mended")
        assert stream.next()["panel"] == ""
        assert b"<p>mended</p>" in ask(preview, "/")[2]
        stream.close()


def test_a_course_with_mistakes_from_the_start_still_opens(root):
    (root / "lesson.md").write_text("wrong")
    with running(root) as (preview, _):
        status, _, body = ask(preview, "/")
        assert status == 404
        assert b"no page yet" in body
        assert b"client.js" in body
        save(root / "lesson.md", "right")
        assert eventually(lambda: b"<p>right</p>" in ask(preview, "/")[2])


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("full", "the disk is full. free some space."), ("explode", "The builder made a mistake")],
)
def test_what_stops_a_run_does_not_stop_the_server(root, text, sentence):
    with running(root) as (preview, said):
        save(root / "lesson.md", text)
        assert eventually(lambda: any(sentence in line for line in said))
        stream = Events(preview, "index.html")
        assert sentence in stream.next()["panel"]
        stream.close()
        assert b"<p>first</p>" in ask(preview, "/")[2]


def test_a_page_that_cannot_be_made_says_so(root):
    with running(root) as (preview, _):
        status, _, body = ask(preview, "/broken.html")
        assert status == 500
        assert b"ZeroDivisionError" in body
        assert ask(preview, "/")[0] == 200


def test_only_files_of_the_site_are_served(root):
    (root / "secret.txt").write_text("secret")
    with running(root) as (preview, _):
        for path in (
            "/secret.txt",
            "/../secret.txt",
            "/assets/../../secret.txt",
            "/%2e%2e/secret.txt",
            "/..%2fsecret.txt",
            "/assets/..%5c..%5csecret.txt",
            f"/{root}/secret.txt",
            f"/{str(root).replace('/', '%2f')}%2fsecret.txt",
            "//secret.txt",
            "/secret.txt%00.html",
            "/__preview__/__init__.py",
            "/__preview__/../secret.txt",
            "/%ff%fe",
        ):
            status, _, body = ask(preview, path)
            assert status == 404, path
            assert b"secret" not in body.replace(b"secret.txt", b""), path


def test_addresses(root):
    with running(root) as (preview, _):
        assert ask(preview, "/other/")[0] == 200
        status, headers, _ = ask(preview, "/other")
        assert (status, headers["Location"]) == (301, "/other/")
        assert ask(preview, "/index.html?x=1#y")[0] == 200
        assert b"nothing here" in ask(preview, "/missing.html")[2]
        status, headers, body = ask(preview, "/assets/course.css", "HEAD")
        assert (status, headers["Content-Length"], body) == (200, "7", b"")
        assert ask(preview, "/", "POST")[0] == 501
        for name in ("client.js", "panel.css"):
            assert ask(preview, f"/__preview__/{name}")[0] == 200


def test_another_sites_name_for_this_machine_is_refused(root):
    with running(root) as (preview, _):
        assert ask(preview, "/", Host="evil.example:80")[0] == 403
        assert ask(preview, "/", Host=f"localhost:{preview._server.port}")[0] == 200


def test_a_taken_port_gives_way_to_the_next(root):
    with running(root) as (first, _):
        port = first._server.port
        said = []
        with Preview(root, reader(root), said.append, port=port) as second:
            assert second._server.port > port
            assert said == [f"Port {port} is taken; using {second._server.port}."]


def test_it_listens_on_this_machine_only(root):
    with running(root) as (preview, _):
        assert preview._server.server_address[0] == "127.0.0.1"
        assert preview.address == f"http://127.0.0.1:{preview._server.port}/"


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("a.html", "text/html; charset=utf-8"),
        ("a.js", "text/javascript; charset=utf-8"),
        ("a.css", "text/css; charset=utf-8"),
        ("a.svg", "image/svg+xml; charset=utf-8"),
        ("a.woff2", "font/woff2"),
        ("a.png", "image/png"),
        ("a.json", "application/json; charset=utf-8"),
        ("a.unheard-of", "application/octet-stream"),
    ],
)
def test_media_types(path, kind):
    assert content_type(path) == kind


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("/", "index.html"),
        ("/a/", "a/index.html"),
        ("/caf%C3%A9.html?x", "café.html"),
        ("//a//b.html", "a/b.html"),
        ("/a/../b", None),
        ("*", None),
    ],
)
def test_site_paths(address, path):
    assert site_path(address) == path


def test_the_panel_lists_errors_first_and_stays_closed_for_warnings():
    warning = Diagnostic(Span("a.md"), "w", Level.WARNING, "odd")
    error = Diagnostic(Span("b.md", 2, 1), "e", Level.ERROR, "bad")
    both = panel(Built(Report([warning, error]), lambda path: "one\ntwo"), stale=False)
    assert "1 error, 1 warning" in both
    assert both.index("bad") < both.index("odd")
    assert "<details open>" in both
    assert "<details>" in panel(Built(Report([warning]), lambda path: None), stale=True)
    remark = Diagnostic(Span("a.md"), "r", Level.INFO, "short")
    assert panel(Built(Report([remark]), lambda path: None), stale=True) == ""


def test_the_watcher_sees_new_removed_and_renamed_files_and_no_hidden_ones(tmp_path):
    (tmp_path / "content").mkdir()
    with Watcher(tmp_path) as watcher:
        assert watcher.wait(0) == set()
        (tmp_path / "content" / "a.md").touch()
        (tmp_path / ".git").mkdir()
        (tmp_path / ".git" / "index").touch()
        (tmp_path / "site").mkdir()
        (tmp_path / "site" / "index.html").touch()
        assert watcher.wait(3) == {"content/a.md"}
        (tmp_path / "content" / "a.md").rename(tmp_path / "content" / "b.md")
        assert watcher.wait(3) == {"content/a.md", "content/b.md"}
        (tmp_path / "content" / "b.md").unlink()
        assert watcher.wait(3) == {"content/b.md"}
        assert watcher.wait(0.1) == set()
