"""Links between pages."""

from __future__ import annotations

from posixpath import dirname, relpath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.model.urls import relative


@pytest.mark.parametrize(
    ("target", "page", "expected"),
    [
        ("a/b.html", "a/c.html", "b.html"),
        ("a/b.html", "index.html", "a/b.html"),
        ("index.html", "a/b/c.html", "../../index.html"),
        ("a/x/b.html", "a/y/c.html", "../x/b.html"),
        ("a", "a/b.html", "../a"),
    ],
)
def test_relative(target: str, page: str, expected: str) -> None:
    assert relative(target, page) == expected


PATHS = st.lists(st.sampled_from("abc"), min_size=1, max_size=4).map("/".join)


@given(PATHS, PATHS)
def test_it_agrees_with_the_library(folder: str, page: str) -> None:
    target = f"{folder}/x.html"
    assert relative(target, f"{page}/p.html") == relpath(target, dirname(f"{page}/p.html"))
