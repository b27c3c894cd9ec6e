"""The helpers of the Makefile."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parent.parent


def tool(name, *arguments, path=None):
    environment = {**os.environ, **({"PATH": path} if path else {})}
    return subprocess.run(
        ["/bin/bash", ROOT / "tools" / name, *arguments],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
    )


def test_a_step_is_quiet_when_it_works():
    done = tool("step", "Greeting", "echo", "hello")
    assert done.returncode == 0
    assert re.fullmatch(r"  Greeting: done in \d+ s\n", done.stdout)
    assert done.stderr == ""


def test_a_step_that_fails_shows_everything_and_passes_its_exit_code_on():
    done = tool("step", "Greeting", "bash", "-c", "echo hello; echo world >&2; exit 7")
    assert done.returncode == 7
    assert "Greeting: failed (exit code 7)" in done.stderr
    assert "hello\nworld\n" in done.stderr


def test_nothing_is_installed_that_is_there():
    done = tool("need", "bash", "no-such-package")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_what_cannot_be_installed_is_named(tmp_path):
    """On a system without Debian's package manager the person has to help."""
    for name in ("dirname", "cat"):
        tmp_path.joinpath(name).symlink_to(f"/usr/bin/{name}")
    done = tool("need", "no-such-command", "no-such-package", path=str(tmp_path))
    assert done.returncode == 1
    assert "'no-such-command'" in done.stderr
    assert "no-such-package" in done.stderr


def test_make_calls_tools_that_exist():
    called = set(re.findall(r"tools/[\w.-]+", (ROOT / "Makefile").read_text()))
    assert len(called) > 4
    assert not [name for name in called if not (ROOT / name).is_file()]


def test_the_versions_that_make_installs_are_exact_and_name_no_address():
    lines = (ROOT / "constraints.txt").read_text().splitlines()
    for line in lines:
        assert line.startswith("#") or re.fullmatch(r"[\w.-]+==[\w.]+", line), line
    names = {line.split("==")[0].lower().replace("_", "-") for line in lines}
    wanted = re.findall(
        r'^  "([\w-]+)(?:>=|\[)', (ROOT / "pyproject.toml").read_text(), re.MULTILINE
    )
    assert {"click", "mkdocs", "pytest", "ruff"} <= set(wanted)
    missing = {name.lower() for name in wanted} - names - {"coursewright"}
    assert not missing
