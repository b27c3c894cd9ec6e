"""The preview of a real course, as the command starts it."""

import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

HERE = Path(__file__).resolve().parents[2]
COMMAND = "from builder.cli import main; raise SystemExit(main())"
LESSON = "# A lesson\n\n## Part\n\nText.\n"


@pytest.fixture
def serving(folder, tmp_path):
    """The course's folder, a function that gets a page of it, and the running command."""
    root = folder({"content/m/a.md": LESSON})
    said = (tmp_path / "said.txt").open("w+")
    run = subprocess.Popen(
        [sys.executable, "-c", COMMAND, "serve", "--port", "0", "-C", str(root)],
        cwd=HERE,
        stdout=said,
        stderr=subprocess.STDOUT,
    )

    def spoken():
        return (tmp_path / "said.txt").read_text()

    def get(page):
        address = re.search(r"http://127\.0\.0\.1:\d+/", spoken())
        if not address:
            return ""
        try:
            with urlopen(address[0] + page) as answer:
                return answer.read().decode()
        except HTTPError as problem:
            return problem.read().decode()

    yield root, get, spoken, run
    run.kill()
    run.wait()
    said.close()


def eventually(check, seconds=20.0):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if check():
            return True
        time.sleep(0.05)
    return False


def test_a_real_course_is_shown_broken_and_mended(serving):
    root, get, spoken, run = serving
    lesson = root / "content/m/a.md"
    assert eventually(lambda: "Text." in get("m/a.html")), spoken()
    lesson.write_text(LESSON.replace("Text.", "Other words."))
    assert eventually(lambda: "Other words." in get("m/a.html"))
    lesson.write_bytes(b"# A lesson\n\n\xff\xfe\n")
    assert eventually(lambda: "content/m/a.md:" in spoken())
    assert eventually(lambda: "last good version" in spoken())
    assert "Other words." in get("m/a.html")
    lesson.write_text(LESSON.replace("Text.", "Mended."))
    assert eventually(lambda: "Mended." in get("m/a.html"))
    assert not (root / "site").exists()
    run.send_signal(signal.SIGINT)
    assert run.wait(10) == 0
    assert spoken().rstrip().endswith("Stopped.")
    assert "Traceback" not in spoken()
