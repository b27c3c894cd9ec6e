"""The form in which every check explains itself."""

from __future__ import annotations

from builder.diagnostics import all_codes


def explained(*, what: str, why: str, fix: str, example: str = "") -> str:
    """An explanation in the order a reader needs it; `example` is shown indented."""
    parts = [what, f"Why it matters: {why}", f"How to fix it: {fix}"]
    if example:
        shown = "\n".join(f"    {line}".rstrip() for line in example.strip("\n").split("\n"))
        parts.append(f"Example:\n\n{shown}")
    return "\n\n".join(parts)


def explain(name: str) -> str | None:
    """What `coursewright explain NAME` prints; None for a name that no imported code has."""
    found = all_codes().get(name)
    if found is None:
        return None
    head = f"{found.name} ({found.level})\n{found.title}"
    tail = "\n\nThis finding cannot be lowered in course.yml." if found.fatal else ""
    return f"{head}\n\n{found.explanation}{tail}\n"
