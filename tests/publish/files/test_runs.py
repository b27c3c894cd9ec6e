"""HTML as runs of words."""

import pytest

from builder.publish.files.runs import Run, paragraphs, plain


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("", ()),
        ("plain", ((Run("plain"),),)),
        ("<p>One</p>\n<p>two</p>", ((Run("One"),), (Run("two"),))),
        ("a <strong>b</strong> c", ((Run("a "), Run("b", bold=True), Run(" c")),)),
        ("a\n  <em>b <b>c</b></em>", ((Run("a "), Run("b ", italic=True), Run("c", True, True)),)),
        ("one<br>two", ((Run("one"),), (Run("two"),))),
        ("<ul><li>a</li><li>b</li></ul>", ((Run("a"),), (Run("b"),))),
        ("a &amp; b &lt;i&gt;", ((Run("a & b <i>"),),)),
    ],
)
def test_blanks_and_styles_are_those_a_browser_shows(markup, expected):
    assert paragraphs(markup) == expected


def test_plain_words_stand_in_one_line():
    assert plain("<p>One <em>two</em></p><p>three</p>") == "One two three"
