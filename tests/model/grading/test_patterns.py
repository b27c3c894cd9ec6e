"""Which patterns are safe."""

from __future__ import annotations

import time

import pytest

from builder.model.grading.patterns import UnsafePattern, matches, safe_pattern


@pytest.mark.parametrize(
    ("pattern", "typed", "fits"),
    [
        ("colou?r", "Color", True),
        ("(trust|rel(y|iance))", "reliance", True),
        (r"\d{4}", "1945", True),
        (r"\d{4}", "\u0661\u0669\u0664\u0665", False),
        (r"\w+", "na\u00efve", True),
        (r"a\sb", "a b", True),
        (r"3\.14", "3914", False),
        ("[a-c]+", "cab", True),
        (r"[^\d\]-]+", "ab", True),
        ("[]a]", "]", True),
        (r"[&~|-]{4}", "&~|-", True),
        (r"\-\"", '-"', True),
        ("(?:ab){2,3}", "abab", True),
        ("a|", "b", False),
    ],
)
def test_what_a_pattern_matches(pattern, typed, fits):
    assert matches(pattern, typed, case=False) == fits


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        ("(a+)+", "holds a repetition"),
        ("(a?)*", "holds a repetition"),
        ("(a|ab)*", "holds alternatives"),
        ("((a|b))+", "holds alternatives"),
        ("((x*)y)+", "holds a repetition"),
        ("(a{1,9}){9}", "holds a repetition"),
        ("a*a*a*a*", "leaves too much open"),
        ("a?" * 25 + "a" * 25, "leaves too much open"),
        ("(a|a)" * 25, "leaves too much open"),
        ("a{1000}", "too often"),
        ("(?=a)b", "not allowed"),
        ("(?P<n>a)", "not allowed"),
        (r"(a)\1", "not allowed"),
        (r"\bword", "not allowed"),
        (r"[\D]", "not allowed"),
        ("^trust$", "not needed"),
        ("a+?", "repeats nothing"),
        ("*a", "repeats nothing"),
        ("(a", "never closed"),
        ("a)", "closes nothing"),
        ("[a", "stands alone"),
        ("a{", "stands alone"),
        ("a\\", "stands alone"),
        ("[z-a]", "not valid"),
        ("[a--z]", "no list"),
        ("[^]", "no list"),
        ("x" * 300, "longer"),
    ],
)
def test_patterns_that_are_refused(pattern, reason):
    with pytest.raises(UnsafePattern, match=reason) as found:
        safe_pattern(pattern)
    assert found.value.hint


@pytest.mark.parametrize("pattern", [".*.*.*x", "a?" * 20 + "a{20}", "(a|a)" * 20])
def test_the_worst_pattern_allowed_takes_no_time(pattern):
    started = time.perf_counter()
    assert not matches(pattern, "a" * 150, case=False)
    assert time.perf_counter() - started < 5
