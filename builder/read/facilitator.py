"""What a lesson tells whoever teaches it: `facilitator` blocks."""

from __future__ import annotations

from dataclasses import replace

from builder.model.outline import Fence, Outline
from builder.model.parts import FacilitatorNote
from builder.model.result import Result
from builder.read.yaml_value import Fields, read_yaml

SECTION = 2
"""The level of the headings that divide a lesson into sections."""


def read_note(fence: Fence, outline: Outline) -> Result[FacilitatorNote]:
    """The note in a `facilitator` block; it belongs to the section it stands in."""
    found = read_yaml(fence.text, fence.span.path, facilitator, fence.line, fence.span.column)
    before = [h for h in outline.headings if h.span.line < fence.span.line]
    above = [heading.id for heading in before if heading.level <= SECTION]
    note = replace(found.value, section=above[-1] if above else "", span=fence.span)
    return Result(note, found.findings)


def facilitator(fields: Fields) -> FacilitatorNote:
    """The keys of a facilitator note."""
    note = FacilitatorNote(
        section="",
        span=fields.span,
        timing=fields.text("timing", "How long to allow for which part (Markdown)."),
        prompt=fields.texts("prompt", "What to ask the group to do or to talk about (Markdown)."),
        watch_out=fields.texts("watch_out_for", "What tends to go wrong, and what helps then."),
        debrief=fields.texts("debrief", "Questions to ask once the exercise is done."),
    )
    fields.require_one_of("prompt", "timing", "watch_out_for", "debrief")
    return note
