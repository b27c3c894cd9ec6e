"""Takeaways."""

from __future__ import annotations

from dataclasses import replace

from builder.render.exercises import takeaway_view
from render.samples import lesson

HERE = "content/trust/first.md"


def test_markdown_of_a_takeaway_is_rendered() -> None:
    raw = replace(
        lesson().takeaways[0],
        title="A & *b*",
        lead="See [it](second.md).",
        steps=("Write **one**.", "Write **one**.", "Draw `x<y`."),
        good="- a\n- b",
    )
    shown = takeaway_view(raw, HERE)
    assert shown.title == "A &amp; <em>b</em>"
    assert shown.lead == '<p>See <a href="second.html">it</a>.</p>'
    assert [step.text for step in shown.steps][2] == "Draw <code>x&lt;y</code>."
    assert shown.good == "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"


def test_step_ids_come_from_their_words() -> None:
    """A step put in between leaves the ids of the others, under which ticks are kept."""
    raw = lesson().takeaways[0]
    before = takeaway_view(replace(raw, steps=("Write", "Draw", "Write")), HERE).steps
    after = takeaway_view(replace(raw, steps=("New", "Write", "Draw", "Write")), HERE).steps
    assert [step.id for step in before] == ["write", "draw", "write-2"]
    assert [step.id for step in after] == ["new", "write", "draw", "write-2"]
