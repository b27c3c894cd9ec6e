"""Minutes are made in one place, add up, and say what they are made of."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.diagnostics import Span
from builder.model.catalogue import lesson_entry
from builder.model.lesson import Lesson
from builder.model.minutes import (
    image_seconds,
    lesson_seconds,
    reading_seconds,
    shown_minutes,
    span_minutes,
    speaking_minutes,
    words_per_minute,
)
from builder.model.outline import Measure, Outline
from builder.model.parts import Picture

COUNT = st.integers(0, 5_000)
HERE = Span("a.md", 1, 1)


def test_238_english_words_take_a_minute():
    assert reading_seconds(Measure(words=238), "en") == pytest.approx(60)
    assert reading_seconds(Measure(words=238), "en-GB") == pytest.approx(60)


@pytest.mark.parametrize(("language", "wpm"), [("de", 187), ("fr", 204), ("pl", 173), ("xx", 238)])
def test_other_languages_have_their_own_rate(language, wpm):
    assert round(words_per_minute(language)) == wpm


def test_chinese_and_japanese_count_characters():
    assert reading_seconds(Measure(characters=266), "zh") == pytest.approx(60, abs=0.1)
    assert reading_seconds(Measure(characters=373), "ja") == pytest.approx(60, abs=0.2)


def test_pictures_take_less_and_less_down_to_three_seconds():
    assert [image_seconds(n) for n in (0, 1, 2, 3)] == [0, 12, 23, 33]
    assert image_seconds(11) - image_seconds(10) == 3


def test_a_code_line_takes_three_seconds():
    assert reading_seconds(Measure(code_lines=20), "en") == 60


@given(COUNT, COUNT, COUNT, COUNT)
def test_texts_without_pictures_add_up(a, b, c, d):
    one, other = Measure(words=a, code_lines=b), Measure(words=c, code_lines=d)
    both = reading_seconds(one, "en") + reading_seconds(other, "en")
    assert reading_seconds(one + other, "en") == pytest.approx(both)


@given(COUNT, COUNT)
def test_more_to_read_never_takes_less(words, more):
    less = reading_seconds(Measure(words=words), "en")
    assert reading_seconds(Measure(words=words + more), "en") >= less


def test_an_override_is_the_authors_own_figure():
    assert lesson_seconds(Measure(words=10_000), "en", 7) == 420


@given(st.floats(0, 100_000))
def test_shown_minutes_are_rounded_up_and_never_none(seconds):
    assert shown_minutes(seconds) == max(1, math.ceil(seconds / 60 - 1e-9))


def test_fast_and_slow_readers_frame_the_figure():
    assert span_minutes(10 * 60) == (8, 14)


def test_the_picture_of_a_lesson_counts_like_one_in_its_text():
    plain = Lesson(id="a", path="a.md", title="A", body="", body_line=1, span=HERE)
    pictured = Lesson(
        id="a",
        path="a.md",
        title="A",
        body="",
        body_line=1,
        span=HERE,
        image=Picture("p.svg", "A", HERE),
        outline=Outline(),
    )
    assert lesson_entry(plain, "en").seconds == 0
    assert lesson_entry(pictured, "en").seconds == 12


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("", 0),
        ("word", 1),
        ("word " * 150, 1),
        ("word " * 151, 2),
        ("說" * 167, 1),
        ("說" * 168, 2),
    ],
)
def test_saying_a_script_takes_a_minute_for_150_words(text, minutes):
    assert speaking_minutes(text) == minutes
