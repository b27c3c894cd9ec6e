"""`coursewright explain`: what a code means."""

from __future__ import annotations

from difflib import get_close_matches

import click


@click.command("explain")
@click.argument("code", required=False)
def command(code: str | None) -> None:
    """Explain a CODE, such as broken-link; without one, list them all."""
    import builder.check.package
    import builder.read.package  # noqa: F401 - both declare codes
    from builder import check

    if code is None:
        click.echo(_table())
        return
    name = code.strip("[] ")
    text = check.explain(name)
    if text is None:
        near = get_close_matches(name, _codes(), 1)
        hint = f" Did you mean '{near[0]}'?" if near else ""
        raise click.UsageError(
            f"There is no code '{name}'.{hint} `coursewright explain` lists all."
        )
    click.echo(text.rstrip("\n"))


def _codes() -> list[str]:
    from builder.diagnostics import all_codes

    return list(all_codes())


def _table() -> str:
    from builder.diagnostics import all_codes

    codes = all_codes().values()
    width = max(len(code.name) for code in codes)
    return "\n".join(f"{code.name:{width}}  {code.level:7}  {code.title}" for code in codes)
