"""Build the wheel, install it into a fresh environment and use it outside the source tree.

What works from a checkout may be missing from the wheel: a template, a font, a schema. This
starts a course with the installed copy, checks it strictly and builds it.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
import venv
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
PAGES = ("index.html", "first-steps/index.html", "first-steps/start-with-the-end.html", "404.html")


def main() -> int:
    """Run all steps; a failing one ends the run with its output."""
    start = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="coursewright-wheel-") as name:
        folder = Path(name)
        wheel = build(folder)
        compare(wheel)
        command = install(folder, wheel)
        use(folder, command)
    print(f"  Wheel: built, installed and used in {time.monotonic() - start:.0f} s")
    return 0


def run(*command: str | Path, cwd: Path = HERE) -> str:
    """The output of a command; a failure ends the run."""
    # The installed copy must be the one that answers, whatever the caller's environment says.
    clean = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "VIRTUAL_ENV")}
    done = subprocess.run(command, cwd=cwd, env=clean, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}")
    return done.stdout + done.stderr


def build(folder: Path) -> Path:
    """The wheel, made from a clean build environment."""
    run(sys.executable, "-m", "build", "--wheel", "--outdir", folder, HERE)
    (wheel,) = folder.glob("*.whl")
    return wheel


def compare(wheel: Path) -> None:
    """Every tracked file of the package is in the wheel."""
    tracked = run("git", "ls-files", "builder").split("\n")
    missing = {t for t in tracked if t} - set(zipfile.ZipFile(wheel).namelist())
    if missing:
        sys.exit("not in the wheel: " + ", ".join(sorted(missing)))


def install(folder: Path, wheel: Path) -> Path:
    """The command, installed with the known good versions of what it needs."""
    home = folder / "environment"
    venv.create(home, with_pip=True)
    python = home / "bin" / "python"
    run(python, "-m", "pip", "install", "-q", "--disable-pip-version-check",
        "--constraint", HERE / "constraints.txt", wheel)  # fmt: skip
    where = run(python, "-c", "import builder; print(builder.__file__)", cwd=folder).strip()
    if not Path(where).is_relative_to(home):
        sys.exit(f"the copy in use is not the installed one: {where}")
    return home / "bin" / "coursewright"


def use(folder: Path, command: Path) -> None:
    """A course is started, found faultless, and built."""
    course = folder / "my course"
    run(command, "new", course, cwd=folder)
    run(command, "check", "--strict", cwd=course)
    run(command, "build", cwd=course / "content")
    absent = [page for page in PAGES if not (course / "site" / page).is_file()]
    if absent:
        sys.exit(f"not built: {', '.join(absent)}")


if __name__ == "__main__":
    sys.exit(main())
