"""The two distributions that the checks of whole banks need."""

from __future__ import annotations

from collections.abc import Iterable
from math import exp, lgamma, log


def at_least(count: int, chances: Iterable[float]) -> float:
    """The probability of `count` or more successes in independent trials with these chances
    (the upper tail of the Poisson-binomial distribution), exact."""
    spread = [1.0]
    for chance in chances:
        stay = [p * (1 - chance) for p in spread] + [0.0]
        move = [0.0] + [p * chance for p in spread]
        spread = [a + b for a, b in zip(stay, move, strict=True)]
    return min(1.0, sum(spread[count:]))


def chi_square_tail(value: float, degrees: int) -> float:
    """The probability of a chi-square `value` or a larger one by chance."""
    if value <= 0 or degrees < 1:
        return 1.0
    return max(0.0, 1.0 - _lower_gamma(degrees / 2, value / 2))


def _lower_gamma(shape: float, x: float) -> float:
    """The regularised lower incomplete gamma function by its series, good for x below 500."""
    if x > 500:
        return 1.0
    term = total = 1.0 / shape
    step = shape
    while term > total * 1e-15:
        step += 1
        term *= x / step
        total += term
    return min(1.0, total * exp(shape * log(x) - x - lgamma(shape)))
