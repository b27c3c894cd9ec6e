"""Saved state at its limits: damaged, too long, the largest course."""

from __future__ import annotations

import string
from dataclasses import replace
from functools import partial
from random import Random
from typing import Any

import pytest

from builder.diagnostics import Span
from builder.model.parts import Ref
from builder.model.questions import (
    Choice,
    Conversation,
    Ending,
    Option,
    Question,
    Reflection,
    Reply,
    Turn,
)
from builder.model.quiz import Policy
from builder.publish.lms.slots import MOST_CHARACTERS
from web.state.author import Asked, Author, Room
from web.state.life import NOON, Facts, Life, answers
from web.state.node import run

AT = Span("x.yml", 1, 1)
KEPT = ("answer:", "done:", "seen:", "place:", "sitting:", "sat:", "rev:", "seed:")
SIGNS = string.ascii_letters + string.digits + "-_"


def mangled(rng: Random, text: str) -> str:
    """A text with a slip: cut short, a sign more, fewer or other, two parts exchanged."""
    at = rng.randrange(len(text))
    other = rng.choice([c for c in string.printable + "é\u2028\0" if c != text[at]])
    return rng.choice(
        (
            text[:at],
            text[at + 1 :],
            text[:at] + other + text[at + 1 :],
            text[:at] + other + text[at:],
            text[at:] + text[:at] + other,
            text.lower() + "A",
            text + text,
        )
    )


def test_damage_is_noticed_and_never_more_than_that():
    rng = Random("damage")
    lives = [Life(seed) for seed in range(4)]
    texts = [out["text"] for out in run([life.case() for life in lives])]
    for life, text in zip(lives, texts, strict=True):
        odd = [mangled(rng, text) for _ in range(150)]
        odd += ["".join(rng.choices(string.printable, k=rng.randint(1, 90))) for _ in range(60)]
        odd += [text[:5] + "".join(rng.choices(SIGNS, k=rng.randint(0, 90))) for _ in range(60)]
        (read,) = run([{"map": life.before, "texts": [*odd, "", text]}])
        whole = read[-1]["facts"]
        for sent, out in zip(odd, read, strict=False):
            if out["damaged"] or not sent.strip():
                assert out["facts"] == {}, sent
                continue
            # What must not be lost stands in front, with a checksum of its own.
            assert sent.strip().split(".")[0] == text.split(".")[0]
            assert {n for n in out["facts"] if n.startswith(KEPT)} == {
                n for n in whole if n.startswith(KEPT)
            }
        assert [out["damaged"] for out in read[-2:]] == [False, False]


def test_a_text_cut_short_among_its_texts_has_all_the_rest():
    life = Life(3)
    (out,) = run([life.case() | {"then": life.before}])
    first, second = out["text"].split(".")
    cuts = [out["text"][:-n] for n in range(1, len(second))]
    (read,) = run([{"map": life.before, "texts": [first, f"{first}.", *cuts]}])
    for cut in read:
        assert not cut["damaged"]
        for name, fact in out["facts"].items():
            if name.startswith("answer:"):
                whole = cut["facts"][name]["value"]
                typed = "lost" in whole or whole["answer"] == fact["value"]["answer"]
                assert typed, "a text that was cut off may be missing, never another one"
                kept = {**whole, "answer": 0}
                kept.pop("lost", None)
                assert kept == {**fact["value"], "answer": 0}


def signed(body: str, key: str) -> str:
    """A number with a right checksum; as `checksum` in digits.js."""
    value = 2166136261
    for sign in f"c/{key}/{body}":
        value = (value ^ ord(sign)) * 16777619 & 0xFFFFFFFF
    value = (value ^ value >> 16) * 2246822507 & 0xFFFFFFFF
    value ^= value >> 13
    alphabet = string.ascii_uppercase + string.ascii_lowercase + string.digits + "-_"
    return "1" + "".join(alphabet[value >> shift & 63] for shift in (18, 12, 6, 0)) + body


def test_nonsense_under_a_right_checksum_throws_nothing_and_ends():
    rng = Random("nonsense")
    life = Life(1)
    bodies = ["".join(rng.choices(SIGNS, k=rng.randint(0, 300))) for _ in range(300)]
    sign = partial(signed, key=life.before["retired"]["key"])
    more = [f"{sign('')}.{sign(body)[1:]}" for body in bodies]
    (read,) = run([{"map": life.before, "texts": [sign(body) for body in bodies] + more}])
    assert any(not out["damaged"] for out in read)
    known = set(life.before["questions"])
    for out in read:
        names = {n.removeprefix("answer:") for n in out["facts"] if n.startswith("answer:")}
        assert names <= known


def test_another_course_s_state_is_no_state():
    life = Life(2)
    (out,) = run([life.case() | {"then": {**life.before, "course": "d"}}])
    assert (out["damaged"], out["facts"]) == (True, {})


def test_numbers_of_another_register_are_no_state():
    life = Life(2)
    other = {**life.before, "retired": {**life.before["retired"], "key": "0" * 12}}
    (out,) = run([life.case() | {"then": other}])
    assert (out["damaged"], out["facts"]) == (True, {})


def test_what_is_written_is_plain_and_within_its_budget():
    for seed in range(6):
        life = Life(seed)
        (whole,) = run([{**life.case(), "budget": 100_000}])
        least = len(whole["text"].split(".")[0])
        budgets = [least, least + 1, least + 9, (least + len(whole["text"])) // 2, 3800]
        for budget, out in zip(
            budgets, run([{**life.case(), "budget": b} for b in budgets]), strict=True
        ):
            assert len(out["text"]) <= budget
            assert set(out["text"]) <= set(SIGNS + ".")
            assert out["text"].split(".")[0] == whole["text"].split(".")[0]


def only(question: Question, count: int) -> Author:
    """A course of one lesson that asks the same question many times."""
    author = Author(0, lessons=1, types=("single-choice",))
    author.rooms = [room(1, "one", [question] * count)]
    author.exam = author.rooms[0]
    author.bank.asked = []
    author.register()
    return author


def room(number: int, name: str, questions: list[Question]) -> Room:
    asked = [Asked(n, replace(q, id=f"q{n}")) for n, q in enumerate(questions)]
    return Room(number, name, asked, Policy())


def test_the_newest_texts_are_kept():
    author = only(Reflection(id="q", type="reflection", prompt="?", span=AT), 12)
    written = {"right": True, "first": True, "told": False, "score": None, "done": True, "tries": 1}
    facts = {
        f"answer:one/q{n}": {
            "at": NOON + (n * 7 % 12) * 1000,
            "value": {**written, "answer": {"text": f"All that I think of {n:02}", "rubric": {}}},
        }
        for n in range(12)
    }
    facts["note:later"] = {"at": NOON + 99_000, "value": "Ask Ann, and “Jörg” too.\nSoon"}
    given = author.map()
    for budget in (100, 150, 250, 400):
        (out,) = run([{"map": given, "facts": facts, "budget": budget}])
        lost = {n: "lost" in out["facts"][n]["value"] for n in facts if n.startswith("answer:")}
        kept = [facts[name]["at"] for name in lost if not lost[name]]
        gone = [facts[name]["at"] for name in lost if lost[name]]
        assert gone
        assert min(kept, default=NOON + 10**6) > max(gone)
        assert out["facts"]["note:later"]["value"] == facts["note:later"]["value"]
        record = next(out["facts"][name]["value"] for name in lost if lost[name])
        assert (record["right"], record["done"], record["answer"]) == (True, True, {})


def circle() -> Conversation:
    """Two turns that lead to each other, and an end."""
    end = (Ending(id="out", title="Out", span=AT),)
    turns = tuple(
        Turn(
            id=name,
            says=(),
            replies=(
                Reply(id=f"{name}-on", text="On", span=AT, to=Ref(other, AT)),
                Reply(id=f"{name}-out", text="Out", span=AT, end=Ref("out", AT)),
            ),
            span=AT,
        )
        for name, other in (("a", "b"), ("b", "a"))
    )
    return Conversation(
        id="q", type="conversation", prompt="?", span=AT, turns=turns, endings=end, points=0
    )


def test_a_way_in_circles_is_kept_as_a_text():
    author = only(circle(), 3)
    done = {"right": False, "first": False, "told": False, "score": None, "done": True, "tries": 1}
    ways = (["a-on", "b-on", "a-out"], [*["a-on", "b-on"] * 6, "a-out"], ["a-on", "gone"])
    facts = {
        f"answer:one/q{n}": {"at": NOON, "value": {**done, "answer": way}}
        for n, way in enumerate(ways)
    }
    given = author.map()
    (whole,) = run([{"map": given, "facts": facts}])
    least = len(whole["text"].split(".")[0])
    (short,) = run([{"map": given, "facts": facts, "budget": least}])
    for n, way in enumerate(ways):
        assert whole["facts"][f"answer:one/q{n}"]["value"]["answer"] == way
        kept = short["facts"][f"answer:one/q{n}"]["value"]
        assert (kept["answer"], kept.get("lost")) == (([], True) if n else (way, None))


def test_ticks_sections_and_days():
    life = Life(3)
    lesson = life.before["lessons"][0]["id"]
    day = 86_400_000
    values: dict[str, Any] = {
        "step:map/draw-it": True, "step:map/show-it": True, f"read:{lesson}#end": NOON,
        f"seen:{lesson}": NOON - 9 * day, f"done:{lesson}": NOON - 5 * day - 7,
        "step:other/dropped": None, "card:x/y": {"due": NOON}, "name:certificate": "Ann",
    }  # fmt: skip
    facts = {name: {"at": NOON, "value": value} for name, value in values.items()}
    (out,) = run([{"map": life.before, "facts": facts}])
    found = {name: fact["value"] for name, fact in out["facts"].items()}
    assert found == {
        "step:map/draw-it": True, "step:map/show-it": True, f"read:{lesson}#end": NOON,
        f"seen:{lesson}": NOON, f"done:{lesson}": pytest.approx(NOON - 5 * day, abs=day),
    }  # fmt: skip


def test_lessons_were_done_on_their_days():
    author = Author(4, lessons=7)
    day = 86_400_000
    ages = (9, 9, 8, 3, 0, 12, 2)
    facts = {
        f"done:{room.id}": {"at": NOON, "value": NOON - age * day}
        for room, age in zip(author.rooms, ages, strict=True)
    }
    (out,) = run([{"map": author.map(), "facts": facts}])
    for room, age in zip(author.rooms, ages, strict=True):
        when = out["facts"][f"done:{room.id}"]["value"]
        assert abs(when - (NOON - age * day)) <= day / 2


def four(several: bool = False) -> Choice:
    options = tuple(Option(id=f"o{n}", text=str(n), span=AT, correct=n == 1) for n in range(4))
    kind = "multiple-response" if several else "single-choice"
    return Choice(id="q", type=kind, prompt="?", span=AT, options=options)


def large(questions: list[Question]) -> Author:
    """400 lessons that ask these questions each."""
    author = Author(0, lessons=1, types=("single-choice",))
    author.rooms = [room(n, f"lesson-{n:03}", questions) for n in range(400)]
    author.exam, author.bank.asked = author.rooms[0], []
    author.register()
    return author


def everything(author: Author, given: dict[str, Any]) -> Facts:
    """Every lesson done, every question answered, wrong and more than once as a rule."""
    marks = {name: question["of"] for name, question in given["questions"].items()}
    rng = Random("everything")
    facts = answers(author, rng, marks, share=1)
    for one in author.rooms:
        facts |= {f"{kind}:{one.id}": {"at": NOON, "value": NOON} for kind in ("seen", "done")}
    return facts


@pytest.mark.parametrize(
    ("questions", "most"),
    [([four()] * 3 + [four(several=True)], 2100), ([four()] * 8, 3800)],
)
def test_a_course_of_400_lessons_fits(questions, most):
    author = large(questions)
    given = author.map()
    facts = everything(author, given) | {"rev:": {"at": NOON, "value": 99_999}}
    (out,) = run([{"map": given, "facts": facts}])
    kept = sum(name.startswith("answer:") for name in out["facts"])
    assert (out["damaged"], kept) == (False, 400 * len(questions))
    must = len(out["text"].split(".")[0])
    assert must <= author.slots().worst_case() <= most
    assert len(out["text"]) <= MOST_CHARACTERS
