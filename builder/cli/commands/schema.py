"""`coursewright schema`: the JSON Schemas that editors complete and check YAML with."""

from __future__ import annotations

from importlib.resources import files

import click

_SUFFIX = ".schema.json"


@click.command("schema")
@click.argument("name", required=False)
def command(name: str | None) -> None:
    """Print the JSON Schema NAME, such as quiz; without one, list the names.

    An editor that speaks to yaml-language-server uses it when a file starts with
    `# yaml-language-server: $schema=quiz.schema.json`.
    """
    folder = files("builder") / "schemas"
    names = sorted(f.name[: -len(_SUFFIX)] for f in folder.iterdir() if f.name.endswith(_SUFFIX))
    if name is None:
        click.echo("\n".join(names))
    elif name in names:
        click.echo((folder / f"{name}{_SUFFIX}").read_text("utf-8").rstrip("\n"))
    else:
        raise click.UsageError(f"There is no schema '{name}'; there are {', '.join(names)}.")
