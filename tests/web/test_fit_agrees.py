"""The live view of a workshop plans the rest as the builder would."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from random import Random

from check.workshop.random_plans import LIMITS, random_minutes, random_pieces

from builder.model.replan import Conflict, Part, Piece, replan

CASES = int(os.environ.get("COURSEWRIGHT_CASES", "1000"))
FIT = Path(__file__).with_name("fit.mjs")
Case = tuple[tuple[Piece, ...], int, int, int]


def case(seed: int) -> Case:
    rng = Random(seed)
    pieces = random_pieces(rng)
    since = rng.choice((0, 0, rng.randint(0, 95)))
    return pieces, random_minutes(rng, pieces), rng.choice(LIMITS), since


def in_browser(cases: list[Case]) -> list[dict[str, object]]:
    given = [
        {
            "pieces": [p._asdict() for p in pieces],
            "minutes": minutes,
            "limit": limit,
            "since": since,
        }
        for pieces, minutes, limit, since in cases
    ]
    run = subprocess.run(
        ["node", str(FIT)], input=json.dumps(given), capture_output=True, text=True, check=True
    )
    made: list[dict[str, object]] = json.loads(run.stdout)
    return made


def plain(found: tuple[Part, ...] | Conflict) -> dict[str, object]:
    if isinstance(found, Conflict):
        return {"conflict": {**found._asdict(), "blocks": list(found.blocks)}}
    return {"parts": [part._asdict() for part in found]}


def test_browser_and_builder_plan_alike():
    cases = [case(seed) for seed in range(CASES)]
    here = [plain(replan(*given)) for given in cases]
    for seed, (one, other) in enumerate(zip(here, in_browser(cases), strict=True)):
        assert one == other, seed
    kinds = [next(iter(found)) for found in here]
    assert min(kinds.count("parts"), kinds.count("conflict")) > CASES // 10
