"""The block of YAML at the top of a Markdown file."""

from __future__ import annotations

import re
from dataclasses import dataclass

from builder.diagnostics import Diagnostic, Level, Span, code
from builder.read.yaml_nodes import TOO_MANY

MOST_CHARACTERS = 64 * 1024

UNCLOSED = code(
    "front-matter-open",
    Level.ERROR,
    "The front matter is not closed",
    "Front matter stands between two lines '---' at the top of the file. Here the second one is "
    "missing, so everything below would be taken for YAML. Add '---' after the last key.",
)

TOML = code(
    "toml-front-matter",
    Level.WARNING,
    "The front matter is TOML",
    "Front matter between '+++' lines is not read, and not shown either. Write it as YAML "
    "between '---' lines: 'title: ...' instead of 'title = ...'.",
)

_TOML_KEY = re.compile(r"""("[^"]*"|'[^']*'|[\w.-]+)\s*=|\[""")
_KEY = re.compile(r"""("[^"]*"|'[^']*'|[\w][\w .-]*):(\s|$)""")


@dataclass(frozen=True, slots=True)
class Split:
    """A file in two: `yaml` begins on line 2, `body` on line `body_line`."""

    yaml: str
    body: str
    body_line: int
    findings: tuple[Diagnostic, ...] = ()


def split(text: str, path: str) -> Split:
    """Part front matter and Markdown. A rule ('---') at the top of a text is no front matter:
    a line `key: ...` has to follow."""
    rows = text.split("\n")
    if rows[0].rstrip() == "+++":
        return _split_toml(rows, text, path)
    if rows[0].rstrip() != "---" or not _begins_mapping(rows):
        return Split("", text, 1)
    end = next((n for n, row in enumerate(rows[1:], 1) if row.rstrip() in ("---", "...")), 0)
    if not end:
        message = "the front matter that begins here is never closed"
        finding = UNCLOSED.at(Span(path, 1, 1), message, "add a line '---' after the last key")
        return Split("", "\n".join(rows[1:]), 2, (finding,))
    yaml = "\n".join(rows[1:end])
    body = "\n".join(rows[end + 1 :])
    if len(yaml) > MOST_CHARACTERS:
        message = "more than 64 KB of front matter"
        finding = TOO_MANY.at(Span(path, 1, 1), message, "move the text below the second '---'")
        return Split("", body, end + 2, (finding,))
    return Split(yaml, body, end + 2)


def _split_toml(rows: list[str], text: str, path: str) -> Split:
    end = next((n for n, row in enumerate(rows[1:], 1) if row.rstrip() == "+++"), 0)
    first = next((row.strip() for row in rows[1:end] if row.strip()), "")
    if not _TOML_KEY.match(first):
        return Split("", text, 1)
    message = "front matter in TOML is not read"
    finding = TOML.at(Span(path, 1, 1), message, "write it as YAML between '---' lines")
    return Split("", "\n".join(rows[end + 1 :]), end + 2, (finding,))


def _begins_mapping(rows: list[str]) -> bool:
    """Whether the first line with content after the opening one could begin a mapping."""
    for row in rows[1:]:
        content = row.strip()
        if content in ("---", "..."):
            return True
        if content and not content.startswith("#"):
            return bool(_KEY.match(content))
    return False
