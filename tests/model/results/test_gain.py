"""The gain between two tests, and Student's t against printed tables."""

from __future__ import annotations

import pytest

from builder.model.results import Sheet, When, gain
from builder.model.results.student import t_below, t_quantile


@pytest.mark.parametrize(
    ("degrees", "value"),
    [(1, 12.706), (2, 4.303), (4, 2.776), (9, 2.262), (10, 2.228), (29, 2.045), (120, 1.980)],
)
def test_the_table_of_every_textbook(degrees: int, value: float) -> None:
    assert t_quantile(0.975, degrees) == pytest.approx(value, abs=0.0006)
    assert t_below(value, degrees) == pytest.approx(0.975, abs=0.0001)


def sheets(when: When, shares: list[float]) -> list[Sheet]:
    return [Sheet(f"p{n}", when, {"a": share}) for n, share in enumerate(shares)]


def test_a_gain_is_the_mean_of_the_pairs_with_its_interval() -> None:
    before = [0.1 * n for n in range(10)]
    after = [share + (0.1 if n % 2 else 0.2) for n, share in enumerate(before)]
    found = gain(["a"], sheets(When.PRE, before), sheets(When.POST, after))
    assert not isinstance(found, int)
    assert found.difference == pytest.approx(0.15)
    # s = 0.0527, t(9) = 2.262, n = 10: 0.15 +- 0.0377
    assert (found.low, found.high) == (
        pytest.approx(0.1123, abs=1e-4),
        pytest.approx(0.1877, abs=1e-4),
    )


def test_people_with_one_test_do_not_count() -> None:
    found = gain(["a"], sheets(When.PRE, [0.0] * 12), sheets(When.POST, [1.0] * 9))
    assert found == 9
