"""What the templates of questions are given."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest

from builder.model.questions import Ordering, Question
from builder.render.environment import TEMPLATES
from builder.render.markup import block, inline, plain
from builder.render.questions import QuestionView, question_view
from builder.render.questions.base import Text, shuffled
from render.samples import AT, matching, option, ordering, questions, single

TEXT = Text(partial(inline, path="content/a/b.md"), partial(block, path="content/a/b.md"), plain)


def view(question: Question) -> QuestionView:
    return question_view(question, "my-quiz", {}, TEXT)


@pytest.mark.parametrize("question", questions(), ids=lambda q: q.type)
def test_every_kind_has_a_template_and_stable_keys(question: Question) -> None:
    shown = view(question)
    assert (TEMPLATES / shown.template).is_file()
    assert shown.key == f"my-quiz--{question.id}"
    assert len(shown.fingerprint) == 12
    assert shown == view(question)


def test_a_kind_without_a_view_is_an_error() -> None:
    with pytest.raises(TypeError, match="'riddle'"):
        view(Question(id="x", type="riddle", prompt="?", span=AT))


def test_choices_keep_the_authors_order() -> None:
    shown = view(single())
    assert [row.id for row in shown.shown] == ["ask", "listen"]
    assert [row.correct for row in shown.rows] == [False, True]


def test_an_ordering_is_never_shown_in_the_right_order() -> None:
    for n in range(50):
        shown = view(replace(ordering(), id=f"q{n}"))
        assert [row.id for row in shown.rows] == ["one", "two", "three"]
        assert [row.id for row in shown.shown] != ["one", "two", "three"]
        assert [row.letter for row in shown.shown] == ["A", "B", "C"]


def test_an_ordering_of_one_item_is_shown_as_it_is() -> None:
    assert len(view(replace(ordering(), options=(option("One"),))).shown) == 1


def test_the_choices_of_a_matching_do_not_give_it_away() -> None:
    orders = {view(replace(matching(), id=f"q{n}")).choices for n in range(20)}
    assert len(orders) > 3
    assert all(sorted(order) == ["Money", "News", "Truth"] for order in orders)


def test_choices_and_answers_are_plain_text() -> None:
    pairs = tuple(replace(p, answer="**Truth** & more") for p in matching().pairs)
    shown = view(replace(matching(), pairs=pairs, choices=("**Truth** & more", "News")))
    assert "Truth & more" in shown.choices
    assert shown.rows[0].answer == "Truth & more"


def test_another_item_moves_none_of_the_others_about() -> None:
    before = shuffled("q", ("a", "b", "c", "d"), str)
    after = shuffled("q", ("a", "b", "c", "d", "e"), str)
    assert tuple(item for item in after if item != "e") == before


def test_the_fingerprint_follows_what_is_asked_and_what_is_right() -> None:
    base = view(single()).fingerprint
    kept = replace(single(), hint="New", feedback="New", points=3, section=None)
    assert view(kept).fingerprint == base
    options = (option("Ask", correct=True), option("Listen"))
    assert view(replace(single(), options=options)).fingerprint != base
    assert view(replace(single(), prompt="Else?")).fingerprint != base


def test_the_fingerprint_of_an_ordering_follows_its_order() -> None:
    turned = replace(ordering(), options=ordering().options[::-1])
    assert isinstance(turned, Ordering)
    assert view(turned).fingerprint != view(ordering()).fingerprint


def test_the_fingerprint_of_a_matching_follows_answers_and_choices() -> None:
    base = view(matching()).fingerprint
    pairs = (replace(matching().pairs[0], answer="Money"), matching().pairs[1])
    assert view(replace(matching(), pairs=pairs)).fingerprint != base
    assert view(replace(matching(), choices=("Truth", "News"))).fingerprint != base


def test_points_are_written_short() -> None:
    assert view(single()).points == "1"
    assert view(replace(single(), points=2.5)).points == "2.5"
