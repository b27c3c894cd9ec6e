"""`coursewright workshop fit`: a plan in another number of minutes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from builder.cli.options import reading, reading_options

if TYPE_CHECKING:
    from builder.model.fit import Cut, Fitted
    from builder.model.workshop import Mode, Workshop

MODES = ("room", "online")


@click.command("fit", short_help="Show a plan in another number of minutes.")
@click.argument("plan", metavar="PLAN")
@click.option(
    "--minutes",
    required=True,
    metavar="N",
    type=click.IntRange(min=1, max=1440),
    help="The minutes there are, breaks included.",
)
@click.option("--mode", type=click.Choice(MODES), help="Default: the plan's first mode.")
@click.option("--write", is_flag=True, help="Save it as a plan of its own beside this one.")
@reading_options
def command(
    plan: str,
    minutes: int,
    mode: str | None,
    write: bool,
    course: Path | None,
    jobs: int | None,
    no_cache: bool,
) -> int:
    """Show the workshop PLAN (its id or its file) in another number of minutes.

    It is cut and shortened by its own rules: blocks that say `must` stay, `if_short` says what a
    block can lose, buffers give way first, and nobody works for more than 90 minutes (60 online)
    without a break. Ends with exit code 1 when that is impossible, and says why.
    """
    from builder.cli.progress import Progress
    from builder.diagnostics import Failure
    from builder.model.fit import Impossible, fit
    from builder.model.workshop import Mode
    from builder.pipeline import load
    from builder.pipeline.plans import find_plan, write_plan

    with Progress() as progress:
        project = load(reading(course, jobs, no_cache, progress))
    found = find_plan(project, plan)
    chosen = Mode(mode) if mode else found.modes[0]
    if chosen not in found.modes:
        raise Failure(f"the workshop {found.id!r} is not made to run in the mode {chosen}")
    result = fit(found, chosen, minutes)
    if isinstance(result, Impossible):
        raise Failure(f"{found.id!r} does not fit into {minutes} minutes: {result.reason}")
    click.echo("\n".join(described(result, chosen, minutes)))
    if write:
        click.echo(f"\nWrote {write_plan(project, named(found, result, chosen, minutes))}.")
    return 0


def named(plan: Workshop, result: Fitted, mode: Mode, minutes: int) -> Workshop:
    """The fitted plan under an id of its own, which says the minutes and, where there are
    several, the mode."""
    from dataclasses import replace

    several = f"-{mode}" if len(plan.modes) > 1 else ""
    return replace(result.workshop, id=f"{plan.id}-in-{minutes}{several}")


def described(result: Fitted, mode: Mode, minutes: int) -> list[str]:
    """The new agenda, and what was changed and why."""
    from builder.model.agenda import agenda

    where = "in a room" if mode == "room" else "online"
    lines = [f"{result.workshop.title}", f"{minutes} minutes, {where}", ""]
    for slot in agenda(result.workshop, mode):
        start = f"{slot.start_minute // 60}:{slot.start_minute % 60:02}"
        block = slot.block
        lines.append(f"  {start:>5}  {block.minutes:>3} min  {block.id:<16} {block.title}".rstrip())
    lines += ["", "Changed:" if result.cuts else "Nothing had to change."]
    lines += map(_cut, result.cuts)
    if result.lost:
        lines += ["", f"No longer promised: {', '.join(ref.id for ref in result.lost)}"]
    return lines


def _cut(cut: Cut) -> str:
    after = f"{cut.after} min" if cut.after else "left out"
    return f"  {cut.block:<16} {cut.before:>3} -> {after:<8}  {cut.how}"
