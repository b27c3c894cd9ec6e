"""How much more people knew afterwards: the mean of paired differences with its interval."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import fmean, stdev

from builder.model.results.answers import Sheet
from builder.model.results.student import t_quantile

FEW_PAIRS = 10
"""Pairs below which no gain is stated: the interval would span most of what is possible."""


@dataclass(frozen=True, slots=True)
class Gain:
    """Shares of the full score, 0 to 1, over the `pairs` people with both tests. `low` and
    `high` bound the mean difference with 95 % confidence, from Student's t distribution."""

    pairs: int
    before: float
    after: float
    low: float
    high: float

    @property
    def difference(self) -> float:
        """The mean gain."""
        return self.after - self.before


def gain(items: Sequence[str], before: Sequence[Sheet], after: Sequence[Sheet]) -> Gain | int:
    """The gain, or the number of pairs where there are too few of them."""
    earlier, later = _shares(items, before), _shares(items, after)
    people = sorted(earlier.keys() & later.keys())
    if len(people) < FEW_PAIRS:
        return len(people)
    differences = [later[person] - earlier[person] for person in people]
    middle = fmean(differences)
    reach = t_quantile(0.975, len(people) - 1) * stdev(differences) / sqrt(len(people))
    return Gain(
        len(people),
        fmean(earlier[person] for person in people),
        fmean(later[person] for person in people),
        middle - reach,
        middle + reach,
    )


def _shares(items: Sequence[str], sheets: Sequence[Sheet]) -> Mapping[str, float]:
    return {
        sheet.person: sum(sheet.scores.get(item, 0.0) for item in items) / len(items)
        for sheet in sheets
    }
