"""Terms in the margin."""

from __future__ import annotations

import pytest

from builder.render.markup import BodyWords, render_body
from builder.render.terms import is_term

TEXT = """\
**Close ties** tell the truth. HTML is short. Close ties again.

- Close ties in a list, and Light ties

Light ties and Close ties.

*[Close ties]: They know you & "care".
*[Light ties]: Seen < often.
*[HTML]: HyperText
"""


def test_a_term_is_explained_where_it_first_stands() -> None:
    html = render_body(TEXT, "content/a.md", (), BodyWords(terms="Sanat")).html
    assert html == (
        '<div class="noted"><aside class="sidenote" role="note" aria-label="Sanat"><dl><div>'
        '<dt>Close ties</dt><dd>They know you &amp; "care".</dd></div></dl></aside>'
        "<p><strong><dfn>Close ties</dfn></strong> tell the truth. "
        '<abbr title="HyperText">HTML</abbr> is short. Close ties again.</p></div>\n'
        '<ul>\n<li><abbr title="They know you &amp; &quot;care&quot;.">Close ties</abbr> in a '
        'list, and <abbr title="Seen &lt; often.">Light ties</abbr></li>\n</ul>\n'
        '<div class="noted"><aside class="sidenote" role="note" aria-label="Sanat"><dl><div>'
        "<dt>Light ties</dt><dd>Seen &lt; often.</dd></div></dl></aside>"
        "<p><dfn>Light ties</dfn> and Close ties.</p></div>"
    )


def test_a_text_without_terms_is_left_alone() -> None:
    html = render_body("HTML and e.g. this.\n\n*[HTML]: x\n", "content/a.md").html
    assert html == '<p><abbr title="x">HTML</abbr> and e.g. this.</p>'


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Close ties", True), ("trust", True), ("HTML", False), ("kHz", False), ("e.g.", False)],
)
def test_is_term(text: str, expected: bool) -> None:
    assert is_term(text) is expected
