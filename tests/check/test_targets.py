from __future__ import annotations

import pytest

from builder.check.targets import join, leaves, scheme, split


@pytest.mark.parametrize(
    ("target", "path", "anchor"),
    [
        ("a%20b.md#h%C3%A9", "a b.md", "hé"),
        ("a.md?x=1#y", "a.md", "y"),
        ("#top", "", "top"),
        ("a&amp;b.md#c&amp;d", "a&b.md", "c&d"),
        ("100%.md", "100%.md", ""),
        ("%ff.md", "\ufffd.md", ""),
        ("", "", ""),
    ],
)
def test_split(target, path, anchor):
    assert split(target) == (path, anchor)


@pytest.mark.parametrize(
    ("file", "path", "joined"),
    [
        ("content/a/b.md", "c.md", "content/a/c.md"),
        ("content/a/b.md", "../c.md", "content/c.md"),
        ("content/a/b.md", "../../../x", "../x"),
        ("content/a/b.md", "./", "content/a"),
        ("b.md", "..", ".."),
        ("b.md", ".", ""),
        ("b.md", "..x/y.md", "..x/y.md"),
    ],
)
def test_join(file, path, joined):
    assert join(file, path) == joined


def test_leaves():
    assert leaves("..")
    assert leaves("../x")
    assert not leaves("..x/y")
    assert not leaves("")


def test_scheme_is_lower_case_and_empty_without_colon():
    assert scheme("HTTPS://x") == "https"
    assert scheme("a.md") == ""
    assert scheme("1a:b") == ""
