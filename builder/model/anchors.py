"""The ids of headings: what a page's anchors are called.

Reader and renderer must agree on them, so both call `heading_ids`.
"""

from __future__ import annotations

from collections.abc import Iterable

from builder.model.urls import slug


def heading_ids(headings: Iterable[tuple[str, str | None]]) -> tuple[str, ...]:
    """The id of each heading, given its plain text and the id its author wrote, if any.

    Authors' ids are taken first, so that a derived id never claims one of them; a repeated id
    gets `-2`, `-3` and so on.
    """
    rows = tuple(headings)
    taken = {explicit for _, explicit in rows if explicit}
    seen: set[str] = set()
    counts: dict[str, int] = {}
    ids = []
    for text, explicit in rows:
        base = explicit or slug(text)
        blocked = seen if explicit else seen | taken if base in taken else seen
        ids.append(_unique(base, blocked, taken, counts))
        seen.add(ids[-1])
    return tuple(ids)


def _unique(base: str, blocked: set[str], taken: set[str], counts: dict[str, int]) -> str:
    if base not in blocked:
        return base
    # The count is remembered so that a thousand equal headings cost a thousand steps.
    number = counts.get(base, 1) + 1
    while f"{base}-{number}" in blocked or f"{base}-{number}" in taken:
        number += 1
    counts[base] = number
    return f"{base}-{number}"
