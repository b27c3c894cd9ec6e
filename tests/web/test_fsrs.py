"""Our schedule of reviews is the one the reference implementation makes, over random histories.

`COURSEWRIGHT_CASES` sets how many histories there are.
"""

from __future__ import annotations

import json
import os
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from fsrs import Card, Rating, Scheduler

HISTORIES = int(os.environ.get("COURSEWRIGHT_CASES", "200"))
RUN = Path(__file__).with_name("fsrs.mjs")
START = 1_795_600_000_000
REFERENCE = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)


def history(chance: Random) -> list[tuple[int, int]]:
    """Ratings with their times in milliseconds; now and then on the same day or years later."""
    time, found = START, []
    for _ in range(chance.randint(1, 30)):
        found.append((chance.choices([1, 2, 3, 4], [2, 2, 5, 1])[0], time))
        days = chance.choice([0, 0.01, 1, 3, 10, 40, 400, -0.5])
        time += int(days * chance.uniform(0.5, 1.5) * 86_400_000)
    return found


def reference(reviews: list[tuple[int, int]]) -> list[Card]:
    card, found = Card(), []
    for rating, time in reviews:
        when = datetime.fromtimestamp(0, UTC) + timedelta(milliseconds=time)
        card, _ = REFERENCE.review_card(card, Rating(rating), when)
        found.append(card)
    return found


def ours(histories: list[list[tuple[int, int]]]) -> list[list[dict[str, Any]]]:
    told = json.dumps(histories)
    run = subprocess.run(["node", str(RUN)], input=told, capture_output=True, text=True, check=True)
    cards: list[list[dict[str, Any]]] = json.loads(run.stdout)
    return cards


def test_every_card_comes_back_when_the_reference_says():
    chance = Random(6)
    histories = [history(chance) for _ in range(HISTORIES)]
    reviews = 0
    for reviewed, made in zip(histories, ours(histories), strict=True):
        for wanted, card in zip(reference(reviewed), made, strict=True):
            assert card["due"] == round(wanted.due.timestamp() * 1000), reviewed
            assert card["stability"] == pytest.approx(wanted.stability, rel=1e-9)
            assert card["difficulty"] == pytest.approx(wanted.difficulty, rel=1e-9)
            reviews += 1
    assert reviews > HISTORIES
