"""Exit codes, and what is said with them."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from builder.cli.app import COMMANDS, app
from builder.diagnostics import Busy, Failure


@pytest.fixture
def command_that(monkeypatch):
    """A command `boom` that does what it is told."""

    def install(action):
        @click.command("boom")
        def boom():
            return action()

        monkeypatch.setitem(COMMANDS, "boom", "for tests")
        monkeypatch.setattr(app, "get_command", lambda ctx, name: boom)

    return install


def raising(problem):
    def action():
        raise problem

    return action


def test_fine(command_that, run):
    command_that(lambda: 0)
    assert run("boom") == (0, "", "")


def test_authors_mistake(command_that, run):
    command_that(lambda: 1)
    assert run("boom").code == 1


def test_failure_is_one_line_and_a_hint(command_that, run):
    command_that(raising(Failure("the disk is full", "make room")))
    assert run("boom") == (1, "", "error: the disk is full\n    hint: make room\n")


def test_busy(command_that, run):
    command_that(raising(Busy("another build is running")))
    assert run("boom") == (75, "", "error: another build is running\n")


@pytest.mark.parametrize("problem", [KeyboardInterrupt(), click.Abort()])
def test_interrupted(command_that, run, problem):
    command_that(raising(problem))
    ran = run("boom")
    assert ran.code == 130
    assert ran.err.endswith("Interrupted. Nothing was published.\n")
    assert "Traceback" not in ran.err


def test_bug_of_ours(command_that, run, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    command_that(raising(ZeroDivisionError("deep inside")))
    ran = run("boom")
    assert ran.code == 3
    assert "Traceback" not in ran.err
    assert "deep inside" not in ran.err
    (file,) = tmp_path.glob("coursewright-*.txt")
    assert str(file) in ran.err
    assert "report" in ran.err
    details = file.read_text()
    assert "arguments: boom" in details
    assert "ZeroDivisionError: deep inside" in details
    assert "Traceback" in details


def test_bug_on_a_full_disk_is_still_told(command_that, run, monkeypatch):
    def full(*arguments, **options):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tempfile.NamedTemporaryFile", full)
    command_that(raising(ZeroDivisionError("deep inside")))
    ran = run("boom")
    assert ran.code == 3
    assert "deep inside" in ran.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["buidl"], "There is no command 'buidl'. Did you mean 'build'?"),
        (["check", "--format", "xml"], "'xml' is not one of"),
        (["check", "--jobs", "0"], "0 is not in the range"),
        (["check", "-C", "no-such-folder"], "does not exist"),
        (["build", "sight"], "There is no output 'sight'"),
        (["build", "--engine", "hugo"], "'hugo' is not one of"),
        (["explain", "brokn-link"], "Did you mean 'broken-link'?"),
        (["schema", "nothing"], "There is no schema 'nothing'"),
        (["new"], "Missing argument"),
        (["adopt", "no-such-folder"], "does not exist"),
    ],
)
def test_wrong_command_line(run, arguments, said):
    ran = run(*arguments)
    assert ran.code == 2
    assert said in ran.err
    assert ran.out == ""


def test_help_names_every_command_and_every_command_has_help(run):
    text = run("--help").out
    for name, line in COMMANDS.items():
        assert f"  {name} " in text
        assert line.split(maxsplit=1)[0] in text
        ran = run(name, "--help")
        assert ran.code == 0
        assert ran.out.startswith(f"Usage: coursewright {name}")


def test_without_arguments_help_is_shown(run):
    ran = run()
    assert ran.code == 2
    assert "Usage: coursewright" in ran.out + ran.err


LIGHT = """
import sys
from builder.cli import main
code = main(sys.argv[1:])
heavy = {"mkdocs", "markdown", "jinja2", "yaml", "pygments", "multiprocessing"} & set(sys.modules)
sys.exit(f"imported {sorted(heavy)}" if heavy else code)
"""


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["new", "--help"], ["schema"]])
def test_start_is_light(arguments):
    done = subprocess.run(
        [sys.executable, "-c", LIGHT, *arguments], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_the_module_is_the_command(run):
    root = Path(__file__).parent.parent.parent
    done = subprocess.run(
        [sys.executable, "-m", "builder", "--version"],
        capture_output=True,
        text=True,
        check=True,
        cwd=root,
    )
    assert re.fullmatch(r"coursewright \d+\.\d+\.\d+\n", done.stdout)
