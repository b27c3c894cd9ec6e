"""Lists of names in `course.yml` and `module.yml` against what lies in the folders."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import get_close_matches

from builder.diagnostics import Code, Diagnostic, Level, Span, code
from builder.model.parts import Ref

UNKNOWN_MODULE = code(
    "unknown-module",
    Level.ERROR,
    "course.yml names a module that does not exist",
    "Each entry under 'modules' is the name of a folder in content/ that holds lessons.",
)
UNKNOWN_LESSON = code(
    "unknown-lesson",
    Level.ERROR,
    "module.yml names a lesson that does not exist",
    "Each entry under 'lessons' is the name of a Markdown file in the module's folder, without "
    "'.md'.",
)
NAMED_TWICE = code(
    "named-twice",
    Level.ERROR,
    "A module or lesson is listed twice",
    "Each module and lesson has one place in the order. Remove one of the entries.",
)
UNLISTED_MODULE = code(
    "unlisted-module",
    Level.WARNING,
    "A folder with lessons is not listed in course.yml",
    "course.yml lists the modules in order, but not this folder, so it comes last. Add it to "
    "'modules', or move it out of content/.",
)
UNLISTED_LESSON = code(
    "unlisted-lesson",
    Level.WARNING,
    "A lesson is not listed in module.yml",
    "module.yml lists the lessons in order, but not this file, so it comes last. Add it to "
    "'lessons', or move it out of the module.",
)


def in_order(
    listed: Sequence[Ref] | None,
    known: Mapping[str, Span],
    codes: tuple[Code, Code],
    kind: str,
    findings: list[Diagnostic],
) -> tuple[str, ...]:
    """All known names, those listed first.

    `known` maps every name that exists, in its natural order, to where to complain about it;
    `codes` are for names that do not exist and for names that are not listed. Without a list
    the natural order holds and nothing is complained about.
    """
    if listed is None:
        return tuple(known)
    unknown, unlisted = codes
    chosen, guessed = _chosen(listed, known, unknown, kind, findings)
    rest = [name for name in known if name not in chosen]
    for name in rest:
        # A misspelt entry is one mistake, not also a missing one.
        if name not in guessed:
            message = f"the {kind} {name!r} is not listed"
            findings.append(unlisted.at(known[name], message, f"add '- {name}' to '{kind}s'"))
    return (*chosen, *rest)


def _chosen(
    listed: Sequence[Ref],
    known: Mapping[str, Span],
    unknown: Code,
    kind: str,
    findings: list[Diagnostic],
) -> tuple[dict[str, Span], set[str]]:
    """The listed names that exist, and those that a misspelt entry probably meant."""
    chosen: dict[str, Span] = {}
    guessed: set[str] = set()
    for name, span in listed:
        if name in chosen:
            see = ((chosen[name], "first listed here"),)
            findings.append(NAMED_TWICE.at(span, f"{name!r} is listed twice", "", see))
        elif name in known:
            chosen[name] = span
        else:
            close = get_close_matches(name.lower()[:100], list(known), 1, 0.6)
            guessed.update(close)
            hint = f"did you mean {close[0]!r}?" if close else ""
            findings.append(unknown.at(span, f"there is no {kind} {name!r}", hint))
    return chosen, guessed
