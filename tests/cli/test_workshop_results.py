"""`coursewright workshop results` on files as people collect them."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from builder.cli.app import app


def run(file: Path) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["workshop", "results", str(file)], standalone_mode=False)
    return result.return_value, result.output


def test_a_small_group_is_told_what_cannot_be_said(tmp_path: Path) -> None:
    rows = [f"p{n},{test},1,0,5" for n in range(4) for test in ("pre", "post")]
    file = tmp_path / "r.csv"
    file.write_text("\n".join(["person,test,a,b,reaction.useful", *rows]) + "\n")
    status, text = run(file)
    assert status == 0
    assert "too few answers to judge it (4; 30 are needed)" in text
    assert "Too few people took both tests for a gain (4; it takes 10)." in text
    assert "useful: mean 5.0" in text


def test_three_ratings_could_be_recognised(tmp_path: Path) -> None:
    file = tmp_path / "r.csv"
    file.write_text("person,reaction.useful\na,1\nb,5\nc,3\n")
    assert "too few ratings to show (3; it takes 5)" in run(file)[1]


def test_a_gain_beyond_chance_is_said_to_be_one(tmp_path: Path) -> None:
    rows = [
        f"p{n},{test},{score}"
        for n in range(12)
        for test, score in (("pre", n % 2 * 0.2), ("post", 0.8))
    ]
    file = tmp_path / "r.csv"
    file.write_text("\n".join(["person,test,a", *rows]) + "\n")
    text = run(file)[1]
    assert "12 people took both tests: 10% before, 80% after. Mean gain +70 points" in text
    assert "more than chance" in text


def test_mistakes_have_their_place_and_end_with_1(tmp_path: Path) -> None:
    file = tmp_path / "r.csv"
    file.write_text("person,a\np1,7\n")
    status, text = run(file)
    assert status == 1
    assert "r.csv:2:4: error:" in text
    assert "[results-file]" in text
