"""Reading `ids.yml`: strict, each mistake with its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.model.registry import Fate, Kind, Known, Registry, Slot, written
from builder.read.registry import read_registry

PATH = "content/ids.yml"
GOOD = "course: c\nslots:\n  0: lesson trust\n  1: question trust/why aaaaaaaaaaaa o4/1*2\n"


def read(text):
    return read_registry(PATH, text.encode())


def codes(text):
    return [(f.code, f.span.line) for f in read(text).findings]


names = st.text(min_size=1, max_size=12).filter(lambda t: t.isprintable() or "\n" in t)
knowns = st.one_of(
    st.builds(Known, st.sampled_from([Kind.LESSON, Kind.QUIZ]), names, st.just(""), st.just("")),
    st.builds(
        Known,
        st.just(Kind.QUESTION),
        names,
        st.text("0123456789abcdef", min_size=12, max_size=12),
        st.sampled_from(["o4/1*2", "r3.3/2*2du", "t/0*1dxk", "z", "z64.40*1k"]),
    ),
)


@given(st.lists(st.tuples(knowns, st.sampled_from(Fate)), max_size=8, unique_by=lambda k: k[0].id))
def test_what_is_written_is_read(parts):
    slots = tuple(Slot(n, known, (), fate) for n, (known, fate) in enumerate(parts))
    found = read(written(Registry(PATH, "c d", "0123456789ab", slots)))
    assert not found.findings
    assert (found.value.course, found.value.key) == ("c d", "0123456789ab")
    assert [(s.number, s.known, s.fate) for s in found.value.slots] == [
        (s.number, s.known, s.fate) for s in slots
    ]


def test_places():
    registry = read(GOOD).value
    assert registry.span == (PATH, 1, 1)
    assert [s.span for s in registry.slots] == [(PATH, 3, 3), (PATH, 4, 3)]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("  2 lesson how", "registry-line"),
        ("  2: chapter how", "registry-line"),
        ("  02: lesson how", "registry-line"),
        ("  -2: lesson how", "registry-line"),
        ("  2: lesson how gone", "registry-line"),
        ("    2: lesson how", "registry-line"),
        ("  2: lesson", "registry-line"),
        ("<<<<<<< HEAD", "registry-merge"),
        (">>>>>>> other", "registry-merge"),
        ("  1: lesson how", "slot-twice"),
        ("  2: lesson trust", "id-twice"),
        ("  2: question trust/why bbbbbbbbbbbb o4/1*2", "id-twice"),
    ],
)
def test_mistakes(line, code):
    assert codes(f"{GOOD}{line}\n") == [(code, 5)]


def test_what_is_of_the_past_may_stand_beside_what_is_in_use():
    text = f"{GOOD}  2: question trust/why bbbbbbbbbbbb o4/1*2 changed\n  3: lesson trust retired\n"
    assert codes(text) == []


@given(st.binary(max_size=200))
def test_any_bytes(data):
    read_registry(PATH, data)
