"""Covers drawn from names."""

from __future__ import annotations

import re
from itertools import pairwise

from builder.render.weave import COVER, CROWD, HERO, THUMB, TONES, Thread, braid, hero_canvas, tones
from render.html_check import problems


def test_the_same_name_draws_the_same_cover() -> None:
    first = braid("trust", tones("trust"), COVER, "_w")
    assert first == braid("trust", tones("trust"), COVER, "_w")
    assert first != braid("empathy", tones("empathy"), COVER, "_w")


def test_a_cover_and_three_cards_stay_small() -> None:
    cover = braid("a-lesson", tones("a-lesson"), COVER, "_w")
    cards = [braid(f"card-{n}", tones(f"card-{n}"), THUMB, f"_c{n}-") for n in range(3)]
    assert len(cover) < 2800
    assert all(len(card) < 1300 for card in cards)


def test_every_thread_runs_from_edge_to_edge() -> None:
    art = braid("x", tones("x"), COVER, "_w")
    paths = re.findall(r'<path class="t t\d" d="M(-?\d+) \d+([^"]*)"', art)
    assert len(paths) == 5
    for start, path in paths:
        curves = sum(int(w) for w in re.findall(r"c\S+ 0 \S+ \S+ (\d+) ", path))
        straight = sum(int(w) for w in re.findall(r"h(\d+)", path))
        assert int(start) + curves + straight >= COVER.width


def test_threads_carry_what_the_script_looks_for() -> None:
    art = braid("c", [Thread(1, "data-strand", 'a"b'), Thread(2, "data-strand", "c")], HERO, "_h")
    assert art.count('data-strand="a&quot;b"') >= 1
    assert problems(f"<h1>x</h1>{art}") == []


def test_neighbours_differ_in_colour() -> None:
    for seed in "abcdefgh":
        found = [thread.tone for thread in tones(seed)]
        assert all(a != b for a, b in pairwise(found))
        assert set(found) <= set(range(1, TONES + 1))


def test_many_threads_stay_apart_and_small() -> None:
    for count in (1, CROWD, CROWD + 1, 24):
        canvas = hero_canvas(count)
        gap = (canvas.height - 4 * canvas.stroke) / max(1, count - 1)
        assert gap > canvas.stroke * 1.4
        assert len(braid("x", [Thread(1)] * count, canvas, "_h")) < 800 * count + 1000


def test_one_thread_is_enough() -> None:
    assert braid("x", [Thread(1)], HERO, "_h").count("<path") == 1
