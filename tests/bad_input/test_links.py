"""Links and pictures in a lesson's text, which begins on line 7."""

from __future__ import annotations

import pytest

from .examine import BODY, LESSON, MODULE, Case, judge, lesson, names, write

OTHER = "content/people/02 Empathy.md"
TWO = {MODULE: "title: People\nlessons: [trust, 02 Empathy]\n"}


def case(name: str, text: str, *found: str) -> Case:
    """A text on line 20, below the good body, in a course with a second lesson."""
    other = lesson().replace("trust-map", "listen").replace("title: Trust", "title: Empathy")
    files = {LESSON: lesson(body=f"{BODY}\n{text}\n"), OTHER: other, **TWO}
    return Case(name, files, [f"{LESSON}:{one}" for one in found])


CASES = [
    case("missing-file", "[a lesson](nothing.md)", "20 broken-link"),
    case("missing-page", "[a lesson](nothing.html)", "20 broken-link"),
    case("wrong-case", "[a lesson](Trust.md)", "20 broken-link"),
    case("no-extension", "[a lesson](trust)", "20 broken-link"),
    case("missing-folder", "[a module](../nobody/)", "20 broken-link"),
    case("missing-anchor", "[a section](#nowhere)", "20 broken-anchor"),
    case("missing-anchor-elsewhere", "[a section](02%20Empathy.md#nowhere)", "20 broken-anchor"),
    case("reference", "[a lesson][1]\n\n[1]: nothing.md", "20 broken-link"),
    case("html-link", '<a href="nothing.md">a lesson</a>', "20 broken-link"),
    case("passwords", "[a file](../../../../etc/passwd)", "20 link-outside"),
    case("encoded-dots", "[a file](..%2F..%2F..%2Fetc%2Fpasswd)", "20 link-outside"),
    case("above-content", "[the quiz](../../quizzes/trust.yml)", "20 link-outside"),
    case("picture-outside", "![A map](../../../map.png)", "20 link-outside"),
    case("absolute-path", "[a file](/etc/passwd)", "20 absolute-link", "20 broken-link"),
    case("absolute-but-right", "[a lesson](/people/trust.md)", "20 absolute-link"),
    case("no-scheme-server", "[a site](//example.org/a)", "20 absolute-link"),
    case("javascript", "[a trick](javascript:alert(1))", "20 unsafe-link"),
    case("javascript-entity", "[a trick](java&#115;cript:alert(1))", "20 unsafe-link"),
    case("javascript-upper", "[a trick](JaVaScRiPt:alert(1))", "20 unsafe-link"),
    case("javascript-autolink", "<javascript:alert(1)>", "20 unsafe-link"),
    case("javascript-html", '<a href="javascript:alert(1)">a trick</a>', "20 unsafe-link"),
    case("data", "[a page](data:text/html;base64,AAAA)", "20 unsafe-link"),
    case("file", "[a file](file:///etc/passwd)", "20 unsafe-link"),
    case("scheme-typo", "[a site](htps://example.org)", "20 unknown-scheme"),
    case("drive", "[a file](C:/notes/a.md)", "20 unknown-scheme"),
    case("here", "Read [here](02%20Empathy.md).", "20 vague-link-text"),
    case("no-text", "[](trust.md)", "20 empty-link-text"),
    case("missing-picture", "![A map](map.png)", "20 missing-image"),
    case("no-alt", "![](map.png)", "20 missing-alt", "20 missing-image"),
    case("no-source", "![A map]()", "20 missing-image"),
    case("remote-picture", "![A map](https://example.org/map.png)", "20 remote-picture"),
    case("html-picture", '<img src="map.png">', "20 missing-alt", "20 missing-image"),
    case("two-on-a-line", "[a b](x.md) and [c d](y.md)", "20 broken-link", "20 broken-link"),
    case("good", "[a lesson](02%20Empathy.md#how-it-grows), [the same](<02 Empathy.md>), "
         "[its page](02-empathy.html), [all](./), [home](../), <https://example.org>"),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=names(CASES))
def test_link(case, tmp_path):
    judge(write(tmp_path, case.files), case.found)


def test_two_links_of_a_line_have_their_own_columns(tmp_path):
    chosen = next(one for one in CASES if one.name == "two-on-a-line")
    report = judge(write(tmp_path, chosen.files), chosen.found)
    assert [f.span.column for f in report] == [1, 17]


def test_links_of_an_introduction_are_checked(tmp_path):
    files = {"content/people/index.md": "# People\n\n[a lesson](nothing.md)\n"}
    judge(write(tmp_path, files), ["content/people/index.md:3 broken-link"])
