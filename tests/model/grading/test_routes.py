"""Ways through a conversation and what they are worth."""

from __future__ import annotations

from itertools import pairwise
from math import inf

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.diagnostics import Span
from builder.model.grading import grade, solution
from builder.model.grading.conversation import walk
from builder.model.grading.routes import find_routes
from builder.model.parts import Ref
from builder.model.questions import Conversation, Ending, Reply, Turn

AT = Span("quizzes/a.yml", 1, 1)


def talk(**turns: list[tuple[str, str, float | None]]) -> Conversation:
    """A conversation from turn -> (reply, target, points); a target in capitals is an ending."""
    ends = sorted({to for rows in turns.values() for _, to, _ in rows if to.isupper()})
    return Conversation(
        id="c",
        type="conversation",
        prompt="?",
        span=AT,
        turns=tuple(
            Turn(
                id=name,
                says=(),
                span=AT,
                replies=tuple(
                    Reply(
                        id=f"{name}.{reply}",
                        text=reply,
                        span=AT,
                        to=None if to.isupper() else Ref(to, AT),
                        end=Ref(to, AT) if to.isupper() else None,
                        points=points,
                    )
                    for reply, to, points in rows
                ),
            )
            for name, rows in turns.items()
        ),
        endings=tuple(Ending(id=end, title=end, span=AT) for end in ends),
    )


TREE = talk(
    a=[("good", "b", 2), ("poor", "c", 0)],
    b=[("good", "END", 2), ("poor", "AWAY", 0)],
    c=[("mend", "b", 1), ("poor", "AWAY", 0)],
)
HUB = talk(
    hub=[("ask", "x", 1), ("listen", "y", 2), ("leave", "END", 0), ("decide", "END", 1)],
    x=[("back", "hub", 0)],
    y=[("back", "hub", 0)],
)
FREE = talk(a=[("one", "b", None), ("two", "END", None)], b=[("three", "END", None)])


@pytest.mark.parametrize(
    ("question", "answer", "score"),
    [
        (TREE, ["a.good", "b.good"], 1),
        (TREE, ["a.poor", "c.mend", "b.good"], 0.75),
        (TREE, ["a.good", "b.poor"], 0.5),
        (TREE, ["a.poor", "c.poor"], 0),
        (TREE, ["a.good"], 0.5),
        (TREE, [], 0),
        (HUB, ["hub.decide"], 0.25),
        (HUB, ["hub.ask", "x.back", "hub.listen", "y.back", "hub.decide"], 1),
        (HUB, ["hub.ask", "x.back", "hub.ask", "x.back", "hub.decide"], 0.5),
        (HUB, ["hub.listen", "y.back", "hub.ask", "x.back", "hub.leave"], 0.75),
        (FREE, ["a.two"], None),
    ],
)
def test_the_score_is_what_was_earned_of_what_the_best_way_earns(question, answer, score):
    outcome = grade(question, answer)
    assert outcome.score == score
    assert outcome.right == (score == 1 or score is None)


@pytest.mark.parametrize("question", [TREE, HUB, FREE])
def test_the_solution_ends_and_loses_nothing(question):
    outcome = grade(question, solution(question))
    assert outcome.right
    assert outcome.score in (1, None)
    assert walk(find_routes(question), solution(question))[1] is None


def test_what_does_not_fit_ends_the_way():
    assert grade(TREE, ["a.good", "c.mend", "b.good"]) == grade(TREE, ["a.good"])
    assert grade(TREE, ["b.good"]) == grade(TREE, [])
    assert grade(TREE, ["a.good", "b.good", "a.poor"]) == grade(TREE, ["a.good", "b.good"])


@pytest.mark.parametrize("junk", [None, 3, {}, {"a": 1}, [None], "no such", [["a.good"]]])
def test_an_answer_of_the_wrong_shape_is_no_answer(junk):
    assert grade(TREE, junk) == grade(TREE, [])
    assert not grade(TREE, junk).right


def test_an_unfinished_conversation_is_not_right_even_without_points():
    assert not grade(FREE, ["a.one"]).right
    assert grade(FREE, ["a.one", "b.three"]).right


def test_a_bare_text_counts_as_one_reply():
    assert grade(FREE, "a.two").right


def test_the_marks_tell_what_was_lost_and_what_was_missed():
    def marks(answer):
        return {m.id: (m.chosen, m.ok) for m in grade(HUB, answer).marks}

    left = marks(["hub.ask", "x.back", "hub.leave"])
    assert left["hub.ask"] == (True, True)
    assert left["hub.leave"] == (True, False)
    assert left["hub.listen"] == (False, False)
    assert left["hub.decide"] == (False, True)


def test_turns_that_lead_to_no_ending_are_told_apart():
    routes = find_routes(talk(a=[("on", "b", 1), ("out", "END", 0)], b=[("round", "b", 5)]))
    assert routes.best == {"b": -inf, "a": 0}
    assert routes.full == 0
    assert routes.good == {"a.out"}


def test_a_conversation_without_an_end_has_no_solution():
    endless = talk(a=[("on", "b", 1)], b=[("back", "a", 1)])
    assert solution(endless) == []
    assert grade(endless, ["a.on", "b.back"]).score is None


def test_long_conversations_do_not_exhaust_the_stack():
    names = [f"t{n}" for n in range(3000)]
    turns = {a: [("on", b, 1)] for a, b in pairwise([*names, "END"])}
    assert len(solution(talk(**turns))) == 3000


@st.composite
def conversations(draw: st.DrawFn) -> Conversation:
    size = draw(st.integers(1, 4))
    names = [f"t{n}" for n in range(size)]
    targets = st.sampled_from([*names, "END", "AWAY"])
    rows = st.lists(st.tuples(targets, st.integers(0, 3)), min_size=1, max_size=3)
    return talk(**{n: [(f"r{i}", *row) for i, row in enumerate(draw(rows))] for n in names})


def every_way(question: Conversation) -> float:
    """The most that any way to an ending earns, by trying them all: a way is known by where it
    is and which replies it has taken."""
    turns = {turn.id: turn for turn in question.turns}
    ends = {ending.id for ending in question.endings}
    states = [(question.turns[0].id, frozenset[str]())]
    seen, best = set(states), -inf
    worth = {reply.id: reply.points or 0 for _, reply in question.replies()}
    for here, taken in states:
        for reply in turns[here].replies:
            now = taken | {reply.id}
            if reply.end and reply.end.id in ends:
                best = max(best, sum(worth[name] for name in now))
            elif reply.to and (state := (reply.to.id, now)) not in seen:
                seen.add(state)
                states.append(state)
    return best


@settings(max_examples=150, deadline=None)
@given(conversations())
def test_the_best_way_is_the_best_of_all_ways(question: Conversation) -> None:
    best = every_way(question)
    assert find_routes(question).full == max(0, best)
    if best > -inf:
        outcome = grade(question, solution(question))
        assert outcome.right
        assert outcome.score == (1 if best else None)


@settings(max_examples=150, deadline=None)
@given(conversations(), st.data())
def test_right_means_ended_with_every_point(question: Conversation, data: st.DataObject) -> None:
    routes = find_routes(question)
    answer: list[str] = []
    for _ in range(8):
        _, waiting = walk(routes, answer)
        if waiting is None:
            break
        answer.append(data.draw(st.sampled_from(waiting.replies)).id)
    ended = walk(routes, answer)[1] is None
    outcome = grade(question, answer)
    if routes.full:
        assert outcome.right == (ended and outcome.score == 1)
    elif routes.best[question.turns[0].id] == 0:
        assert outcome.score is None
