"""Measure builds side by side on the same text and check them against the bars.

    python tools/bench.py [--sizes 100,1000,5000] [--rounds 3] [--quick]

Every figure comes from a fresh process, and the tools take turns, because a machine's speed
changes within minutes: compare ratios of one run, never seconds of two. Stock mkdocs-material
runs with its default features, Zensical with `navigation.prune`, its fastest setting; both build
the same lessons without quizzes, ours with them. Above 1,000 lessons only ours runs: the default
navigation of the others grows with the square of the number of pages.
"""

from __future__ import annotations

import argparse
import gzip
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from contextlib import suppress
from math import log
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import bench_courses
from measure import COURSEWRIGHT, HERE, Cost, cost, same

MOST_FOR_OTHERS = 1000
BARS_AT = 1000
MKDOCS = (sys.executable, "-m", "mkdocs", "build", "--quiet")
ZENSICAL = (sys.executable, "-m", "zensical", "build")
_LINKED = re.compile(r'<(?:link|script)\b[^>]*?\b(?:href|src)="([^":]+)"[^>]*>')
_FONT = re.compile(r"url\(\"?([^\")]+\.woff2)")

Figures = dict[tuple[int, str], list[Cost]]


class Bench:
    """All measurements of one run; `figures` holds the costs by size and name."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.figures: Figures = defaultdict(list)
        self.identical = True
        self.edits = 0
        self.pages: dict[int, tuple[float, float, float]] = {}
        self.latency: dict[int, float] = {}

    def note(self, size: int, name: str, made: Cost) -> None:
        self.figures[size, name].append(made)
        line = (
            f"{size:>7} {name:<20} {made.cpu:7.2f} s CPU {made.wall:7.2f} s {made.memory:5.0f} MB"
        )
        print(line, file=sys.stderr, flush=True)

    def size(self, size: int, rounds: int) -> None:
        root = self.folder / str(size)
        bench_courses.write_all(root, size)
        for _ in range(rounds):
            if size <= MOST_FOR_OTHERS:
                self.note(size, "material cold", self.material(root))
                self.note(size, "zensical cold", self.zensical(root, "--clean"))
            self.note(size, "ours cold", self.ours(root, fresh=True))
            self.note(size, "ours unchanged", self.ours(root))
            self.edit(root, size)
            self.note(size, "ours one lesson", self.ours(root))
            self.compare(root)
            if size <= MOST_FOR_OTHERS:
                self.note(size, "zensical one lesson", self.zensical(root))
            self.retitle(root, size)
            self.note(size, "ours new title", self.ours(root))
            self.compare(root)
        self.pages[size] = page_bytes(root / "site", size)
        self.latency[size] = self.preview(root, size)

    def material(self, root: Path) -> Cost:
        shutil.rmtree(root / "material/site", ignore_errors=True)
        return cost(MKDOCS, root / "material")

    def zensical(self, root: Path, *more: str) -> Cost:
        return cost((*ZENSICAL, *more), root / "zensical")

    def ours(self, root: Path, *, fresh: bool = False, out: str = "site") -> Cost:
        memory = root / f"cache-{out}"
        if fresh:
            shutil.rmtree(root / out, ignore_errors=True)
            shutil.rmtree(memory, ignore_errors=True)
        command = (*COURSEWRIGHT, "build", "site", "-C", str(root / "ours"))
        return cost((*command, "--out", str(root / out)), root, COURSEWRIGHT_CACHE=str(memory))

    def compare(self, root: Path) -> None:
        """Build the present text from nothing and compare every byte."""
        self.ours(root, fresh=True, out="check")
        self.identical &= same(root / "site", root / "check")

    def edit(self, root: Path, size: int) -> None:
        """One more sentence in the same lesson of both projects."""
        self.edits += 1
        for project in ("ours/content", "zensical/docs"):
            path = root / project / lesson_path(self.edits * 37 % size)
            text = path.read_text()
            path.write_text(text.replace("\n\n## ", f"\n\nRevision {self.edits}.\n\n## ", 1))

    def retitle(self, root: Path, size: int) -> None:
        path = root / "ours/content" / lesson_path(self.edits * 53 % size)
        path.write_text(
            re.sub(r"(?m)^title: .*", f"title: Renamed {self.edits}", path.read_text(), count=1)
        )

    def preview(self, root: Path, size: int) -> float:
        """Median seconds from saving a lesson to its new text being served."""
        command = (*COURSEWRIGHT, "serve", "--port", "0", "-C", str(root / "ours"))
        run = subprocess.Popen(
            command,
            env=os.environ
            | {"PYTHONPATH": str(HERE), "COURSEWRIGHT_CACHE": str(root / "cache-site")},
            stdout=subprocess.PIPE,
            text=True,
        )
        try:
            assert run.stdout
            address = next(m[0] for line in run.stdout if (m := re.search(r"http://\S+/", line)))
            return statistics.median(self.saved(root, size, address) for _ in range(5))
        finally:
            run.terminate()
            run.wait()

    def saved(self, root: Path, size: int, address: str) -> float:
        self.edit(root, size)
        page = lesson_path(self.edits * 37 % size).replace(".md", ".html")
        start = time.perf_counter()
        while time.perf_counter() - start < 60:
            with suppress(URLError), urlopen(address + page) as answer:
                if f"Revision {self.edits}." in answer.read().decode():
                    return time.perf_counter() - start
            time.sleep(0.01)
        return float("inf")


def lesson_path(number: int) -> str:
    return f"m{number // bench_courses.LESSONS_PER_MODULE + 1:04d}/lesson-{number + 1:05d}.md"


def page_bytes(site: Path, size: int) -> tuple[float, float, float]:
    """KB of a lesson page: as it is, compressed, and with all that a first view loads."""
    page = site / lesson_path(size // 2).replace(".md", ".html")
    html = page.read_text()
    linked = [m[1] for m in _LINKED.finditer(html) if 'media="print"' not in m[0]]
    files = {(page.parent / name).resolve() for name in linked}
    sheets = [file for file in files if file.suffix == ".css" and file.is_file()]
    for sheet in sheets:
        files |= {(sheet.parent / name).resolve() for name in _FONT.findall(sheet.read_text())}
    first = sum(_sent(file) for file in files if file.is_file() and file.suffix != ".html")
    return page.stat().st_size / 1024, _sent(page) / 1024, (_sent(page) + first) / 1024


def _sent(path: Path) -> int:
    data = path.read_bytes()
    return len(data) if path.suffix == ".woff2" else len(gzip.compress(data, 6))


def ratio(figures: Figures, size: int, ours: str, theirs: str, what: str = "cpu") -> list[float]:
    """The ratios of the rounds, each of figures taken minutes apart at most."""
    pairs = zip(figures[size, ours], figures[size, theirs], strict=True)
    return [getattr(a, what) / getattr(b, what) for a, b in pairs]


def exponent(figures: Figures, small: int, large: int, name: str) -> float:
    """How cost grows with size: 1 is in proportion."""
    costs = [statistics.median(c.cpu for c in figures[n, name]) for n in (small, large)]
    return log(costs[1] / costs[0]) / log(large / small)


def table(bench: Bench) -> str:
    rows = ["| lessons | build | CPU s | wall s | peak MB |", "|---|---|---|---|---|"]
    for (size, name), costs in bench.figures.items():
        middle = [
            statistics.median(getattr(c, f) for c in costs) for f in ("cpu", "wall", "memory")
        ]
        rows.append(f"| {size:,} | {name} | {middle[0]:.2f} | {middle[1]:.2f} | {middle[2]:.0f} |")
    rows += [
        "",
        "| lessons | lesson page KB | gzip KB | first view KB | preview s |",
        "|---|---|---|---|---|",
    ]
    for size, (raw, packed, first) in bench.pages.items():
        rows.append(
            f"| {size:,} | {raw:.1f} | {packed:.1f} | {first:.1f} | {bench.latency[size]:.2f} |"
        )
    return "\n".join(rows)


def bars(bench: Bench) -> list[tuple[str, float, float]]:
    """Each bar: what it is about, the figure, the most it may be."""
    got = bench.figures
    found: list[tuple[str, float, float]] = []
    if (BARS_AT, "material cold") in got:
        size = BARS_AT
        found = [
            (
                "cold CPU / mkdocs-material default",
                _mid(ratio(got, size, "ours cold", "material cold")),
                0.30,
            ),
            (
                "cold wall / Zensical, pruned",
                _mid(ratio(got, size, "ours cold", "zensical cold", "wall")),
                1.0,
            ),
            (
                "one lesson CPU / mkdocs-material cold",
                _mid(ratio(got, size, "ours one lesson", "material cold")),
                0.045,
            ),
            (
                "one lesson CPU / Zensical one lesson",
                _mid(ratio(got, size, "ours one lesson", "zensical one lesson")),
                0.25,
            ),
            ("peak memory MB", max(c.memory for c in got[size, "ours cold"]), 300),
            ("preview: seconds until one saved lesson shows", bench.latency[size], 1.0),
        ]
    if (5000, "ours cold") in got and (BARS_AT, "ours cold") in got:
        found.append(
            (
                "growth exponent, cold, 1,000 to 5,000",
                exponent(got, BARS_AT, 5000, "ours cold"),
                1.05,
            )
        )
    return [*found, ("files that differ from a cold build", 0.0 if bench.identical else 1.0, 0)]


def _mid(values: list[float]) -> float:
    return statistics.median(values)


def verdict(bench: Bench) -> tuple[str, bool]:
    rows = ["| bar | figure | at most | |", "|---|---|---|---|"]
    judged = [(name, figure, most, figure <= most) for name, figure, most in bars(bench)]
    rows += [
        f"| {name} | {figure:.3g} | {most:g} | {'pass' if good else 'FAIL'} |"
        for name, figure, most, good in judged
    ]
    return "\n".join(rows), all(good for *_, good in judged)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--sizes", default="100,1000,5000")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--quick", action="store_true", help="100 lessons, one round")
    parser.add_argument("--folder", type=Path, help="where to work; default: a temporary folder")
    told = parser.parse_args()
    sizes = [100] if told.quick else [int(size) for size in told.sizes.split(",")]
    with tempfile.TemporaryDirectory(prefix="coursewright-bench-", dir=told.folder) as name:
        bench = Bench(Path(name))
        for size in sizes:
            bench.size(size, 1 if told.quick or size > MOST_FOR_OTHERS else told.rounds)
    lines, good = verdict(bench)
    print(f"{table(bench)}\n\n{lines}")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
