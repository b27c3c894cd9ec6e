import pytest

from builder.read.page import read_page


@pytest.mark.parametrize(
    ("path", "text", "title"),
    [
        ("content/m/index.md", "# Hi\n", "Hi"),
        ("content/m/index.md", "---\ntitle: T\n---\n# Hi\n", "T"),
        ("content/m/README.md", "Text\n", ""),
        ("content/about.md", "Text\n", "About"),
    ],
)
def test_titles(path, text, title):
    assert read_page(path, text.encode()).value.title == title


def test_the_body_has_no_title_and_keeps_its_lines():
    page = read_page("content/index.md", b"---\ntitle: T\n---\n# T\n\n## Part\n").value
    assert (page.body, page.body_line) == ("\n\n## Part\n", 4)
    assert page.outline.headings[0].span.line == 6


def test_mistakes_are_found():
    (finding,) = read_page("content/index.md", b"---\ntitel: T\n---\n").findings
    assert (finding.code, finding.span[1:]) == ("unknown-key", (2, 1))
