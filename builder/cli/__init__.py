"""The command `coursewright`.

Exit codes: 0 fine, 1 the author's mistake, 2 a wrong command line, 3 a bug of ours, 75 another
build is running, 130 interrupted.

Nothing heavy is imported before a command needs it: an author types `coursewright --version` or
misspells an option far more often than the time of a build would hide.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence

import click

from builder.diagnostics import Failure

INTERRUPTED = 130
OURS = 3
GARBAGE = 500_000
"""A build makes many objects and few cycles: looking for those as often as Python does by itself
takes a tenth of its time. Workers inherit the figure."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line (by default the process's own) and return the exit code."""
    from builder.cli.app import app

    gc.set_threshold(GARBAGE, 20, 50)
    try:
        code = app.main(
            args=None if arguments is None else list(arguments),
            prog_name="coursewright",
            standalone_mode=False,
        )
    except click.ClickException as problem:
        problem.show()
        return problem.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("Interrupted. Nothing was published.", err=True)
        return INTERRUPTED
    except Failure as failure:
        return _say(failure)
    except Exception as bug:  # noqa: BLE001 - the last line of defence: authors see no traceback
        from builder.cli.crash import report

        click.echo(report(bug, sys.argv if arguments is None else arguments), err=True)
        return OURS
    return code or 0


def _say(failure: Failure) -> int:
    from builder.cli.style import styled

    click.echo(f"{styled('error', 'error', sys.stderr)}: {failure.message}", err=True)
    if failure.hint:
        click.echo(f"    hint: {failure.hint}", err=True)
    return failure.exit_code
