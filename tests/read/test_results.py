"""Reading a table of answers, as spreadsheets in many countries write it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.model.results import When
from builder.read.results import read_results


def test_letters_are_marked_by_the_key() -> None:
    found = read_results("r.csv", b"person,test,a,b\nkey,,A,c\np1,pre,a,B\np1,post,A,\n")
    assert found.findings == ()
    pre, post = found.value.sheets
    assert (pre.when, pre.scores, pre.chosen) == (
        When.PRE,
        {"a": 1.0, "b": 0.0},
        {"a": "A", "b": "B"},
    )
    assert (post.when, post.scores) == (When.POST, {"a": 1.0})


def test_semicolons_and_decimal_commas() -> None:
    found = read_results("r.csv", b"person;a;reaction.useful\r\np1;0,5;4\r\n")
    assert found.value.sheets[0].scores == {"a": 0.5}
    assert found.value.ratings == {"reaction.useful": (4.0,)}


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("", "r.csv:1:1", "empty"),
        ("name,a\nx,1\n", "r.csv:1:1", "no column 'person'"),
        ("person,a,a\np,1,1\n", "r.csv:1:10", "two columns"),
        ("person,test,a\np,mid,1\n", "r.csv:2:3", "'mid' is no test"),
        ("person,a\np,2\n", "r.csv:2:3", "neither a score"),
        ("person,a\np,X\n", "r.csv:2:3", "no key"),
        ("person,reaction.fun\np,nan\n", "r.csv:2:3", "no rating"),
        ("person,a\n,1\n", "r.csv:2:1", "missing"),
        ("person,a\np,1\np,0\n", "r.csv:3:1", "line 2"),
        ('person,a\n"p,1\n', "r.csv:2:1", "quotes"),
    ],
)
def test_each_mistake_has_its_place(text: str, place: str, words: str) -> None:
    finding, *_ = read_results("r.csv", text.encode()).findings
    assert str(finding.span) == place
    assert words in f"{finding.message} {finding.hint}"


@given(
    st.binary(max_size=200)
    | st.text(alphabet='person,test;ab"\n\r\t01.', max_size=200).map(str.encode)
)
def test_no_bytes_end_in_a_traceback(data: bytes) -> None:
    found = read_results("r.csv", data)
    assert found.findings or found.value.sheets is not None


@given(st.lists(st.text(alphabet='person,test;ab"\n01.key', max_size=12), max_size=20))
def test_no_table_ends_in_a_traceback(cells: list[str]) -> None:
    read_results("r.csv", ("person,test,a,reaction.b\n" + "\n".join(cells)).encode())
