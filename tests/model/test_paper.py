"""Questions on paper: what is printed as the key earns full marks, whatever the version."""

from __future__ import annotations

import pytest
from kits import questions

from builder.model.grading import GRADERS, grade
from builder.model.paper import Form, answer, key, laid_out, versions

QUESTIONS = tuple(questions())
SEEDS = ("", "a", "b", "c", "d")


def test_every_type_of_question_is_in_the_course():
    """Otherwise the tests below would say nothing about some."""
    assert {question.type for _, question in QUESTIONS} == set(GRADERS)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_key_earns_full_marks(seed):
    for name, question in QUESTIONS:
        paper = laid_out(question, seed)
        written = key(paper)
        outcome = grade(question, answer(paper, written))
        if paper.form in (Form.RATE, Form.REFLECT):
            assert not written, name
        else:
            assert outcome.right, (name, written)
            assert outcome.score in (1.0, None), (name, written)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_sheet_left_empty_earns_nothing(seed):
    for name, question in QUESTIONS:
        paper = laid_out(question, seed)
        if key(paper):
            outcome = grade(question, answer(paper, ("",) * max(1, len(paper.rows))))
            assert not outcome.right, name
            assert not outcome.score, name


def test_a_wrong_letter_costs():
    """Every wrong letter of a single choice is wrong, in every version."""
    seen = 0
    for name, question in QUESTIONS:
        paper = laid_out(question, "x")
        if paper.form is not Form.TICK or paper.several:
            continue
        for slip in paper.choices:
            if slip.letter != key(paper)[0]:
                seen += 1
                assert not grade(question, answer(paper, (slip.letter,))).right, name
    assert seen > 100


def test_letters_may_be_written_together_and_small():
    paper = next(p for _, q in QUESTIONS if (p := laid_out(q)).form is Form.ORDER)
    (right,) = key(paper)
    together = right.replace(" ", "").lower()
    assert answer(paper, (together,)) == answer(paper, (right,))


def test_an_order_never_stands_in_order():
    for name, question in QUESTIONS:
        for seed in SEEDS:
            paper = laid_out(question, seed)
            if paper.form is Form.ORDER:
                (right,) = key(paper)
                assert right.split() != sorted(right.split()), name


def test_versions_keep_the_questions_and_mix_them():
    first, second, third = versions(QUESTIONS, 3, "seed")
    assert [v.name for v in (first, second, third)] == ["A", "B", "C"]
    names = [name for name, _ in QUESTIONS]
    assert [name for name, _ in first.papers] == names
    for version in (second, third):
        assert [name for name, _ in version.papers] != names
        assert sorted(name for name, _ in version.papers) == sorted(names)
    assert first != second != third
    assert versions(QUESTIONS, 3, "seed") == (first, second, third)
    assert versions(QUESTIONS, 2, "other")[1] != second


def test_another_question_moves_no_choices():
    few = dict(versions(QUESTIONS[:5], 2, "seed")[1].papers)
    many = dict(versions(QUESTIONS, 2, "seed")[1].papers)
    assert all(many[name] == paper for name, paper in few.items())


def test_choices_that_are_numbers_keep_their_order():
    for _, question in QUESTIONS:
        if question.type == "true-false":
            assert laid_out(question, "x") == laid_out(question, "y")
