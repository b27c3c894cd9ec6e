"""The command and its subcommands, each imported when it is called."""

# ruff: noqa: ARG002 - the signatures are click's
from __future__ import annotations

from importlib import import_module

import click

from builder import __version__

COMMANDS = {
    "new": "Start a small complete course in a new folder, or a workshop plan.",
    "check": "Find the mistakes in a course.",
    "build": "Build the course site and other outputs.",
    "inspect": "Say what is in a SCORM or cmi5 package, and what is wrong with it.",
    "serve": "Show the course in the browser while you write.",
    "adopt": "Write course.yml and module.yml for a folder of Markdown.",
    "workshop": "Fit a workshop plan into less time, or read collected results.",
    "trace": "List what teaches each objective and what asks for it.",
    "ids": "Keep learners' records right when ids change.",
    "explain": "Explain a code in brackets, such as [broken-link].",
    "schema": "Print the JSON Schema of a YAML file, for your editor.",
}


class Lazy(click.Group):
    """A group that knows its commands' names and imports only the one that runs."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order in which an author meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or None."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"builder.cli.commands.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list in `--help`, from the table above, so that help imports no command."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command to run; for a misspelt name say which one may be meant."""
        from difflib import get_close_matches

        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            near = get_close_matches(name, COMMANDS, 1)
            hint = f" Did you mean '{near[0]}'?" if near else ""
            raise click.UsageError(f"There is no command '{name}'.{hint}", ctx)
        return super().resolve_command(ctx, args)


@click.group(cls=Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="coursewright", message="%(prog)s %(version)s")
def app() -> None:
    """Turn a folder of Markdown lessons and YAML quizzes into a course.

    `coursewright new my-course` starts one, `coursewright serve` shows it while you write,
    `coursewright build` makes the site.
    """
