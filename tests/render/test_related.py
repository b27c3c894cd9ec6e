"""Which lessons stand beside a lesson."""

from __future__ import annotations

from time import process_time

from builder.model.catalogue import Entry
from builder.model.parts import Ref
from builder.render.related import MOST, related
from render.samples import AT, entry, lesson


def row(n: int, tags: str = "", topic: str = "", asked: str = "") -> Entry:
    return entry(
        lesson(
            f"l{n}",
            tags=tuple(Ref(t, AT) for t in tags.split()),
            topic=topic,
            related=tuple(Ref(r, AT) for r in asked.split()),
        )
    )


def test_what_the_author_asks_for_comes_first_even_a_neighbour() -> None:
    rows = [row(0, asked="l1 l3 l3 unknown l0"), row(1), row(2), row(3)]
    assert related(rows)[0] == (1, 3)


def test_no_more_than_three() -> None:
    rows = [row(0, asked="l5 l4 l3 l2"), *(row(n) for n in range(1, 6))]
    assert related(rows)[0] == (5, 4, 3)
    assert MOST == 3


def test_a_rare_tag_weighs_more_than_a_common_one() -> None:
    rows = [row(0, "common rare"), row(1), row(2, "common"), row(3, "common"), row(4, "rare")]
    assert related(rows)[0] == (4, 2)


def test_a_topic_counts_when_tags_are_missing() -> None:
    rows = [row(0, topic="Trust"), row(1), row(2), row(3), row(4, topic="trust")]
    assert related(rows)[0] == (4, 2)


def test_neighbours_are_never_suggested() -> None:
    rows = [row(n, "same", "same") for n in range(8)]
    for i, found in enumerate(related(rows)):
        assert not {i - 1, i, i + 1} & set(found)
        assert len(found) == 2


def test_a_short_course_has_what_it_has() -> None:
    assert related([]) == []
    assert related([row(0)]) == [()]
    assert related([row(0), row(1), row(2)]) == [(2,), (), (0,)]


def test_time_grows_with_the_number_of_lessons() -> None:
    """All lessons share one tag: comparing each with each would take minutes."""
    rows = [row(n, "same") for n in range(200)]
    many = [r for r in rows for _ in range(50)]
    start = process_time()
    assert len(related(many)) == 10_000
    assert process_time() - start < 5
