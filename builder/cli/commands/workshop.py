"""`coursewright workshop`: what is done with plans and their results, apart from building."""

from __future__ import annotations

import click

from builder.cli.commands import workshop_results


@click.group("workshop")
def command() -> None:
    """Work with workshop plans; `coursewright build workshop` makes the kits."""


command.add_command(workshop_results.command)
