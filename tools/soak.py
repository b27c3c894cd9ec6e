"""Long trials that are too slow for the tests.

    python tools/soak.py [--kills 100] [--edits 300] [--lessons 60] [--seed 1]
    python tools/soak.py --browser [--kills 100] [--writes 10000] [--cases 1000]

Kills: the real command is killed at random moments of a build, each time with a changed course.
The built site must be the old one or the new one, whole. Edits: random edits of a course, each
followed by an incremental build, whose files must equal those of a build from nothing.
With --browser it is Chromium that is killed, right after an answer (see `soak_browser.py`).
Prints what was tried and `broken=0` when all held.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import bench_courses
from measure import COURSEWRIGHT, HERE, same

sys.path.insert(0, str(HERE / "tests" / "pipeline"))
from edits import Author

TITLE = re.compile(r"Generation \d+")


class Course:
    """A course on the disk with a command that builds it."""

    def __init__(self, root: Path, lessons: int, seed: int) -> None:
        bench_courses.write_ours(bench_courses.course(lessons, seed), root)
        self.root = root
        self.site = root.parent / "site"

    def command(self, out: Path, *more: str) -> list[str]:
        told = [*COURSEWRIGHT, "build", "site", "-C", str(self.root), "--out", str(out)]
        return [*told, *more]

    def start(self, out: Path, *more: str, cache: str = "cache") -> subprocess.Popen[bytes]:
        surroundings = os.environ | {
            "PYTHONPATH": str(HERE),
            "COURSEWRIGHT_CACHE": str(self.root.parent / cache),
        }
        # A file, not a pipe: reading a pipe would wait for workers that outlive a killed build.
        with (self.root.parent / "output.txt").open("wb") as said:
            return subprocess.Popen(
                self.command(out, *more), env=surroundings, stdout=said, stderr=said
            )

    def build(self, out: Path, *more: str, cache: str = "cache") -> bool:
        code = self.start(out, *more, cache=cache).wait()
        if code not in (0, 1):
            raise RuntimeError((self.root.parent / "output.txt").read_text(errors="replace"))
        return code == 0

    def name(self, generation: int) -> None:
        path = self.root / "content/course.yml"
        text = re.sub(r"(?m)^title: .*", f"title: Generation {generation}", path.read_text())
        path.write_text(text)


def whole(site: Path, pages: int) -> bool:
    """Whether every page is there and all are of one generation."""
    texts = [page.read_text(encoding="utf-8") for page in site.rglob("*.html")]
    seen = {tuple(sorted(set(TITLE.findall(text)))) for text in texts}
    return len(texts) == pages and len(seen) == 1 and len(next(iter(seen))) == 1


def kills(course: Course, count: int, chance: random.Random) -> int:
    course.name(0)
    start = time.perf_counter()
    assert course.build(course.site), "the course does not build"
    lasts = time.perf_counter() - start
    pages = len(list(course.site.rglob("*.html")))
    broken = finished = 0
    for generation in range(1, count + 1):
        course.name(generation)
        run = course.start(course.site)
        time.sleep(chance.random() * lasts * 1.2)
        finished += run.poll() is not None
        run.kill()
        run.wait()
        broken += not whole(course.site, pages)
    clean = course.build(course.site) and course.build(course.root.parent / "cold", cache="none")
    left = [path.name for path in course.root.parent.glob(".*coursewright*")]
    broken += not (clean and same(course.site, course.root.parent / "cold"))
    time.sleep(1)
    orphans = processes(str(course.root.parent))
    print(
        f"kills={count} (finished before: {finished}) pages={pages} left over={left} "
        f"processes still running={orphans}"
    )
    return broken + len(left) + orphans


def processes(mark: str) -> int:
    """How many processes of killed builds still run: those with `mark` in their environment."""
    count = 0
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            count += mark.encode() in (folder / "environ").read_bytes()
        except OSError:
            continue
    return count


def edits(course: Course, count: int, seed: int) -> int:
    author = Author(course.root, seed)
    broken = built = 0
    for number in range(1, count + 1):
        done = [author.edit() for _ in range(author.chance.choice([1, 1, 2, 4]))]
        cold = course.root.parent / "cold"
        good = course.build(course.site)
        agreed = course.build(cold, cache=f"none-{number}") == good
        built += good
        if not agreed or (good and not same(course.site, cold)):
            broken += 1
            print(f"edit {number}: {done}: the builds differ")
        for leftover in (course.root.parent / f"none-{number}").glob("*"):
            leftover.unlink()
    print(f"edits={count} (sites compared: {built})")
    return broken


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--edits", type=int, default=300)
    parser.add_argument("--lessons", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--browser", action="store_true")
    parser.add_argument("--writes", type=int, default=10_000)
    parser.add_argument("--cases", type=int, default=1000)
    told = parser.parse_args()
    broken = 0
    with tempfile.TemporaryDirectory(prefix="coursewright-soak-") as name:
        folder = Path(name)
        if told.browser:
            from soak_browser import browser_trials

            broken += browser_trials(folder, told.kills, told.writes, told.cases)
            told.kills = told.edits = 0
        if told.kills:
            course = Course(folder / "kills/course", told.lessons, told.seed)
            broken += kills(course, told.kills, random.Random(told.seed))
        if told.edits:
            course = Course(folder / "edits/course", min(told.lessons, 24), told.seed)
            broken += edits(course, told.edits, told.seed)
    print(f"broken={broken}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
