"""HTML as a value."""

from __future__ import annotations

from builder.render.html import escaped, trusted


def test_escaped() -> None:
    assert escaped("a & <b> \"c\" 'd'") == "a &amp; &lt;b&gt; \"c\" 'd'"


def test_trusted_is_not_escaped_again() -> None:
    assert trusted("<p>") + "<" == "<p>&lt;"
