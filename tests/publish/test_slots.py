"""What the browser is told of slots, and how much room is reckoned with."""

from __future__ import annotations

import json
from dataclasses import replace
from random import Random

import pytest
from web.state.author import Author
from web.test_grading_agrees import cases

from builder.model.grading import GRADERS, grade, solution
from builder.model.quiz import Mode, Policy, Reveal
from builder.model.registry import Fate, with_fate
from builder.publish.lms.codes import shape
from builder.publish.lms.codes.base import Code, joined, parsed, records, responses, steps_of
from builder.publish.lms.room import runs
from builder.publish.lms.slots import SIGNS


@pytest.mark.parametrize("kind", GRADERS)
def test_every_kind_has_a_shape(kind):
    for question, _ in cases(kind, 24):
        made = shape(question)
        code = parsed(f"{made.name}/{made.steps}*2{made.flags}")
        assert responses(code) >= 1
        assert (made.steps == 0) is (grade(question, solution(question)).score is None)
        json.dumps(made.data)


@pytest.mark.parametrize(
    ("code", "count"),
    [
        ("o4/1*1", 1 + 1 + 3 * 3),
        ("o4/1*2", 1 + 4 + 3 * 7),
        ("o4/1*2d", 1 + 5 + 4 + 4 * 7),
        ("o4/1*2u", 1 + 25 * 4),
        ("o4/1*2x", 1 + 4 * 6 * 2 * 2),
        ("o4/1*1k", 1 + 4 * 6),
        ("s3/2*1", 1 + 1 + 7 * 3),
        ("p3/3*1", 1 + 1 + 5 * 3),
        ("r2.3/2*1", 1 + 1 + 5 * 3),
        ("m2.2/2*1", 1 + 1 + 15 * 3),
        ("w7/0*1dx", 1 + 7 + 7 * 6),
        ("t/0*1x", 1 + 6),
    ],
)
def test_states_of_a_question(code, count):
    assert records(parsed(code)) == count


@pytest.mark.parametrize("text", ["", "4", "o4/", "o4*", "O4/1*1", "o4/1*2 d"])
def test_what_is_no_code(text):
    with pytest.raises(ValueError, match="no code"):
        parsed(text)


def test_parts_of_a_code():
    assert parsed("r4.4.3/3*2dx") == Code("r", (4, 4, 3), 3, 2, "dx")
    assert parsed("z") == Code("z", (), 0, 1, "")


@pytest.mark.parametrize(
    ("before", "now", "both"),
    [
        ("o4/1*1d", "o4/1*2", "o4/1*2d"),
        ("o4/1*5u", "o4/1*2", "o4/1*5u"),
        ("o4/1*2x", "o4/1*2", "o4/1*2"),
        ("o4/1*2", "o4/1*2x", "o4/1*2x"),
        ("t/1*1dx", "t/1*2x", "t/1*2dx"),
        ("z16*2tw", "z3*2", "z16*2tw"),
        ("o4/1*2", "o5/1*2", "o5/1*2"),
        ("r4.4/2*1d", "m4.4/2*2", "m4.4/2*2"),
        ("o4/1*2k", "o4/1*2", "o4/1*2"),
        ("s4/1*1d", "s4/2*2", "s4/2*2"),
        ("z16*2", "z", "z"),
        ("z", "z16*2", "z16*2"),
    ],
)
def test_a_code_that_holds_what_was_and_what_is(before, now, both):
    assert joined(before, now) == both
    assert joined(both, now) == both


def test_steps():
    assert steps_of([1, 0.5, 0.25]) == 4
    assert steps_of([3, 2], 4) == 4
    assert steps_of([1 / 3]) == 3
    assert steps_of([0.123456]) <= 1000


def test_runs():
    assert runs([]) == []
    assert runs([0, 1, 2, 5, 6, 9]) == [(0, 3), (2, 2), (2, 1)]
    assert runs([4]) == [(4, 1)]


KEYLESS = Policy(mode=Mode.EXAM, tries=1, reveal=Reveal.NEVER)


def test_no_key_leaves_the_house_with_a_quiz_that_keeps_its_own():
    author = Author(3, lessons=3, types=("single-choice", "matching", "ordering"))
    author.exam.policy = KEYLESS
    others = [room for room in author.rooms if room is not author.exam]
    for room in others:
        room.policy = Policy()
    author.register()
    questions = author.map()["questions"]
    told = {name for name, question in questions.items() if "right" in question["code"]}
    secret = {n for n in questions if n.startswith((f"{author.exam.id}/", "banks/b/"))}
    assert secret
    assert told == questions.keys() - secret
    assert all(set("xk") & set(questions[name]["code"]["c"]) for name in secret)


def test_the_row_of_codes_tells_every_slot():
    author = Author(5, lessons=5)
    gone = [slot.number for slot in author.registry.slots][3:5]
    author.registry = with_fate(author.registry, gone, Fate.CHANGED)
    author.register()
    slots = tuple(slot for slot in author.registry.slots if slot.number != 7)
    author.registry = replace(author.registry, slots=slots)
    author.register()
    given = author.slots().retired
    signs, wide = given["row"], given["wide"]
    for slot in author.registry.slots:
        text = signs[slot.number * wide : (slot.number + 1) * wide]
        place = sum(SIGNS.index(sign) * 64**at for at, sign in enumerate(reversed(text)))
        assert given["codes"][place] == (slot.known.code or "l")
    assert given["codes"][SIGNS.index(signs[7])] == "" if wide == 1 else True


def test_room_grows_with_what_there_is():
    author = Author(1, lessons=1, types=("single-choice",))
    before = author.slots().worst_case()
    for _ in range(20):
        author.add_question()
    author.register()
    after = author.slots().worst_case()
    assert after > before
    author.exam.draws = ()
    author.register()
    assert author.slots().worst_case() < after


def test_a_part_of_the_course_takes_less_than_all_of_it():
    author = Author(2, lessons=8)
    rng = Random(1)
    some = set(rng.sample([room.number for room in author.rooms], 3))
    assert author.slots(some).worst_case() < author.slots().worst_case()
