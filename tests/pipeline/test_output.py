"""An output is the old one or the new one, whatever happens in between."""

import os
import random
import signal
import subprocess
import sys
import time
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import pytest

from builder.pipeline import exchange
from builder.pipeline.disk import OutputError
from builder.pipeline.lock import build_lock
from builder.pipeline.output import MARKER, swapped, write_file_atomically

KILLS = 12
ENDLESS = """
import sys
from pathlib import Path
from builder.pipeline.output import swapped
generation = 0
while True:
    generation += 1
    with swapped(Path(sys.argv[1])) as staging:
        for page in range(40):
            (staging / f"{page}.html").write_text(str(generation) * 1000)
    if generation == 1:
        print("built", flush=True)
"""
CUT_SHORT = """
import os, signal, sys
from pathlib import Path
from builder.pipeline import exchange
from builder.pipeline.output import swapped
exchange._swap = lambda first, second: False
rename = Path.rename
def once(self, other):
    rename(self, other)
    os.kill(os.getpid(), signal.SIGKILL)
with swapped(Path(sys.argv[1])) as staging:
    (staging / "page.html").write_text("new")
    Path.rename = once
"""


def fill(target, text="old", then=lambda staging: None, **options):
    with swapped(target, **options) as staging:
        (staging / "index.html").write_text(text)
        then(staging)


def stumble(staging):
    raise ZeroDivisionError


def names(folder):
    return sorted(entry.name for entry in folder.iterdir())


@contextmanager
def mounted(folder, *options):
    """A small disk of its own, where this process may mount one; yields whether it could."""
    folder.mkdir()
    call = ["mount", "-t", "tmpfs", *options, "tmpfs", str(folder)]
    try:
        done = subprocess.run(call, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        done = False
    try:
        yield done
    finally:
        if done:
            subprocess.run(["umount", str(folder)], check=True)


def test_first_build_fills_the_target_and_leaves_nothing_else(tmp_path):
    fill(tmp_path / "deep" / "site")
    assert names(tmp_path / "deep") == ["site"]
    assert names(tmp_path / "deep" / "site") == [MARKER, "index.html"]


def test_a_second_build_replaces_everything(tmp_path):
    target = tmp_path / "site"
    fill(target)
    (target / "stale.html").write_text("stale")
    fill(target, "new")
    assert (target / "index.html").read_text() == "new"
    assert names(target) == [MARKER, "index.html"]
    assert names(tmp_path) == ["site"]


@pytest.mark.parametrize("swap", [True, False])
def test_a_failing_build_keeps_the_old_site(tmp_path, monkeypatch, swap):
    if not swap:
        monkeypatch.setattr(exchange, "_swap", lambda first, second: False)
    target = tmp_path / "site"
    fill(target)
    with pytest.raises(ZeroDivisionError):
        fill(target, "new", stumble)
    assert (target / "index.html").read_text() == "old"
    assert names(tmp_path) == ["site"]
    fill(target, "new")
    assert (target / "index.html").read_text() == "new"
    assert names(tmp_path) == ["site"]


def test_this_system_exchanges_in_one_step(tmp_path):
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).touch()
    if sys.platform in ("linux", "darwin"):
        assert exchange._swap(tmp_path / "a", tmp_path / "b")
        assert names(tmp_path / "a") == ["b"]
    else:
        assert not exchange._swap(tmp_path / "a", tmp_path / "b")


def test_an_exchange_that_cannot_finish_brings_the_old_site_back(tmp_path, monkeypatch):
    target = tmp_path / "site"
    fill(target)
    monkeypatch.setattr(exchange, "_swap", lambda first, second: False)
    rename = Path.rename

    def refusing(self, other):
        if "-new-" in self.name:
            raise PermissionError(13, "in use", str(self))
        return rename(self, other)

    monkeypatch.setattr(Path, "rename", refusing)
    with pytest.raises(OutputError, match="you may not write there"):
        fill(target, "new")
    assert (target / "index.html").read_text() == "old"
    assert names(tmp_path) == ["site"]


def test_a_build_killed_within_an_exchange_is_recovered(tmp_path):
    target = tmp_path / "site"
    fill(target)
    done = subprocess.run([sys.executable, "-c", CUT_SHORT, str(target)], check=False)
    assert done.returncode == -signal.SIGKILL
    assert not target.exists()
    with suppress(ZeroDivisionError):
        fill(target, "new", stumble)
    assert (target / "index.html").read_text() == "old"
    assert names(tmp_path) == ["site"]


def test_kills_at_random_moments_leave_a_whole_site(tmp_path):
    target = tmp_path / "site"
    chance = random.Random(7)
    for _ in range(KILLS):
        command = [sys.executable, "-c", ENDLESS, str(target)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as build:
            assert build.stdout.readline() == "built\n"
            time.sleep(chance.random() * 0.15)
            build.kill()
        assert build.returncode == -signal.SIGKILL
        pages = [page.read_text() for page in target.glob("*.html")]
        assert len(pages) == 40
        assert len(set(pages)) == 1
        assert pages[0]
    fill(target, "after")
    assert names(tmp_path) == ["site"]


def test_a_full_disk_is_one_line_and_the_old_site_stays(tmp_path):
    with mounted(tmp_path / "disk", "-o", "size=256k") as mine:
        target = tmp_path / "disk" / "site"
        fill(target)

        def outgrow(staging):
            page = staging / "big.html"
            if not mine:
                page.symlink_to("/dev/full")  # the device on which every write finds no space
            page.write_bytes(b"x" * 1_000_000)

        with pytest.raises(OutputError) as caught:
            fill(target, "new", outgrow)
        assert caught.value.message.endswith(
            "site: no space is left on the disk; what was there is unchanged"
        )
        assert "\n" not in caught.value.message
        assert (target / "index.html").read_text() == "old"
        assert names(tmp_path / "disk") == ["site"]


def test_a_limit_on_file_sizes_is_explained(tmp_path):
    script = f"""
import resource, signal
from pathlib import Path
from builder.pipeline.output import swapped
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
with swapped(Path({str(tmp_path / "site")!r})) as staging:
    (staging / "index.html").write_bytes(b"x" * 5000)
"""
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert "OutputError: cannot write" in done.stderr
    assert "larger than allowed" in done.stderr
    assert names(tmp_path) == []


def test_a_read_only_place_is_one_line(tmp_path):
    with ExitStack() as stack:
        target = tmp_path / "disk" / "site"
        if not stack.enter_context(mounted(tmp_path / "disk", "-o", "ro,size=64k")):
            if os.geteuid() == 0:
                target = Path("/sys/site")  # no rights stop root, but nobody makes folders here
            else:
                (tmp_path / "disk").chmod(0o500)
        with pytest.raises(OutputError) as caught:
            fill(target)
        assert caught.value.message.startswith(f"cannot write {target}: ")
        assert "\n" not in caught.value.message
        assert caught.value.hint


def test_a_missing_right_on_a_source_is_not_blamed_on_the_output(tmp_path):
    with pytest.raises(PermissionError), swapped(tmp_path / "site"):
        raise PermissionError(13, "no", str(tmp_path / "content" / "lesson.md"))


def test_a_file_in_the_place_of_the_target_stays(tmp_path):
    (tmp_path / "site").write_text("precious")
    with pytest.raises(OutputError, match="it is a file"):
        fill(tmp_path / "site")
    assert (tmp_path / "site").read_text() == "precious"


def test_a_file_in_the_path_of_the_target_is_explained(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match="a part of the path is a file"):
        fill(tmp_path / "file" / "site")


def test_a_folder_of_other_files_is_refused(tmp_path):
    target = tmp_path / "thesis"
    target.mkdir()
    (target / "chapter.md").touch()
    with pytest.raises(OutputError, match="no build has made"):
        fill(target)
    assert names(target) == ["chapter.md"]
    fill(target, replace_any=True)
    assert names(target) == [MARKER, "index.html"]


def test_an_empty_folder_is_taken(tmp_path):
    (tmp_path / "site").mkdir(mode=0o750)
    fill(tmp_path / "site")
    assert (tmp_path / "site" / "index.html").exists()
    assert (tmp_path / "site").stat().st_mode & 0o777 == 0o750


def test_a_git_working_tree_is_never_replaced(tmp_path):
    fill(tmp_path / "site")
    (tmp_path / "site" / ".git").touch()
    with pytest.raises(OutputError, match="git working tree"):
        fill(tmp_path / "site", replace_any=True)


@pytest.mark.parametrize("target", [".", "content"])
def test_a_target_that_holds_the_sources_is_refused(tmp_path, target):
    (tmp_path / "content").mkdir()
    with pytest.raises(OutputError, match="lies in it"):
        fill(tmp_path / target, sources=[tmp_path / "content"], replace_any=True)
    assert names(tmp_path) == ["content"]


def test_a_link_to_a_folder_stays_a_link(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "real")
    fill(tmp_path / "site")
    assert (tmp_path / "site").is_symlink()
    assert (tmp_path / "real" / "index.html").read_text() == "old"


def test_two_builds_of_one_target_do_not_mix(tmp_path):
    with build_lock(tmp_path / "site"):
        script = (
            "from pathlib import Path\nfrom builder.pipeline.output import swapped\n"
            f"with swapped(Path({str(tmp_path / 'site')!r})): pass"
        )
        done = subprocess.run(
            [sys.executable, "-c", script], capture_output=True, text=True, check=False
        )
    assert f"is running (process {os.getpid()})" in done.stderr
    assert names(tmp_path) == []


def test_one_file_is_written_whole_or_not_at_all(tmp_path):
    target = tmp_path / "out" / "course.zip"
    write_file_atomically(target, [b"first", b" and ", b"second"])
    assert target.read_bytes() == b"first and second"

    def broken():
        yield b"half"
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_file_atomically(target, broken())
    assert target.read_bytes() == b"first and second"
    write_file_atomically(target, b"third")
    assert target.read_bytes() == b"third"
    assert names(target.parent) == ["course.zip"]


def test_one_file_never_replaces_a_folder(tmp_path):
    with pytest.raises(OutputError, match="it is a folder"):
        write_file_atomically(tmp_path, b"")
