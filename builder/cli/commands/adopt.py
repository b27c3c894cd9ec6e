"""`coursewright adopt`: explicit files for a folder of Markdown."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("adopt")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--write/--dry-run",
    default=True,
    show_default=True,
    help="Write the files, or only show what they would say.",
)
def command(folder: Path, write: bool) -> int:
    """Write course.yml and a module.yml for each folder of Markdown in FOLDER.

    They state what the builder assumed so far: titles, order and ids. Pages and their addresses
    stay the same, and no existing file is changed.
    """
    from builder.cli import words
    from builder.cli.progress import Progress
    from builder.pipeline import Options, load
    from builder.pipeline.adopt import plan, write_plan

    with Progress() as progress:
        project = load(Options(root=folder.resolve(), progress=progress))
    files = plan(project)
    if not files:
        click.echo(f"Nothing to write: {folder} has all its files.")
        return 0
    for path, text in files.items():
        click.echo(path if write else f"--- {path}\n{text}")
    if write:
        write_plan(folder, files)
    click.echo(f"{'Wrote' if write else 'Would write'} {words.number(len(files), 'file')}.")
    return 0
