"""`coursewright workshop`: what is done with plans and their results, apart from building."""

from __future__ import annotations

import click

from builder.cli.commands import workshop_fit, workshop_notes, workshop_results


@click.group("workshop")
def command() -> None:
    """Work with workshop plans, the files in content/workshops/.

    `coursewright new workshop` drafts one, `coursewright check` finds its mistakes,
    `coursewright build workshop` makes the kits.
    """


command.add_command(workshop_fit.command)
command.add_command(workshop_notes.command)
command.add_command(workshop_results.command)
