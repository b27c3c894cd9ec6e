"""A learner who answers as the pages let them; records are those of `question.js`."""

from __future__ import annotations

from random import Random
from typing import Any

from builder.model.grading import grade
from builder.model.questions import (
    Choice,
    Cloze,
    Confidence,
    Conversation,
    Highlight,
    Hotspot,
    Matching,
    MenuKey,
    Ordering,
    Question,
    Reflection,
    Sorting,
    Survey,
)
from builder.model.quiz import Mode, Policy, Reveal
from builder.render.markup import plain

Record = dict[str, Any]
TEXTS = (
    "",
    "yes",
    "About 3.5 km, I think",
    "Zwölf Äpfel",
    "спасибо большое",
    "多听 少说",
    "a\tb 😀",
)
UNGRADED = ("survey", "reflection")
DRAFTS = (*UNGRADED, "conversation")
SURE = ("single-choice", "multiple-response", "true-false")


def answer(rng: Random, question: Question, whole: bool) -> Any:
    """What a page would keep; with `whole` nothing is left out."""
    for kind, draw in ANSWERS:
        if isinstance(question, kind):
            return draw(rng, question, whole)
    return rng.choice(TEXTS[1:] if whole else TEXTS)


def _pick(rng: Random, of: list[Any], whole: bool, empty: Any = "") -> Any:
    return rng.choice(of if whole else [*of, empty])


def _ids(options: Any) -> list[str]:
    return [option.id for option in options]


def _some(rng: Random, of: list[str]) -> list[str]:
    return [one for one in of if rng.random() < 0.5]


def _choice(rng: Random, question: Choice, whole: bool) -> Any:
    ids = _ids(question.options)
    return _some(rng, ids) if question.several else _pick(rng, ids, whole, None)


def _confidence(rng: Random, question: Confidence, whole: bool) -> Any:
    option = _pick(rng, _ids(question.options), whole, None)
    return {"option": option, "sure": _pick(rng, [1, 2, 3], whole, None)}


def _order(rng: Random, question: Ordering, _: bool) -> Any:
    return rng.sample(_ids(question.options), len(question.options))


def _matching(rng: Random, question: Matching, whole: bool) -> Any:
    choices = [plain(choice) for choice in question.choices]
    return {pair.id: _pick(rng, choices, whole) for pair in question.pairs}


def _sorting(rng: Random, question: Sorting, whole: bool) -> Any:
    columns = _ids(question.columns)
    if question.several:
        return {row.id: _some(rng, columns) for row in question.rows}
    return {row.id: _pick(rng, columns, whole) for row in question.rows}


def _survey(rng: Random, question: Survey, _: bool) -> Any:
    rows = _some(rng, _ids(question.rows))
    return {row: rng.choice(_ids(question.scale)) for row in rows}


def _cloze(rng: Random, question: Cloze, whole: bool) -> Any:
    return {
        blank.id: _pick(rng, _ids(blank.key.options), whole)
        if isinstance(blank.key, MenuKey)
        else rng.choice(TEXTS[1:])
        for blank in question.blanks
    }


def _reflection(rng: Random, question: Reflection, _: bool) -> Any:
    rated = [one for one in question.rubric if rng.random() < 0.5]
    rubric = {one.id: rng.choice(_ids(one.levels)) for one in rated}
    return {"text": rng.choice(TEXTS), "rubric": rubric}


def _conversation(rng: Random, question: Conversation, _: bool) -> Any:
    turns = {turn.id: turn for turn in question.turns}
    here, way = question.turns[0], []
    while here and here.replies and rng.random() < 0.85 and len(way) < 12:
        reply = rng.choice(here.replies)
        if not reply.to and not reply.end:
            break
        way.append(reply.id)
        here = turns.get(reply.to.id) if reply.to else None
    return way


ANSWERS: tuple[tuple[type, Any], ...] = (
    (Confidence, _confidence),
    (Choice, _choice),
    (Highlight, lambda rng, q, _: _some(rng, _ids(q.options))),
    (Hotspot, lambda rng, q, _: _some(rng, _ids(q.options))),
    (Ordering, _order),
    (Matching, _matching),
    (Sorting, _sorting),
    (Survey, _survey),
    (Cloze, _cloze),
    (Reflection, _reflection),
    (Conversation, _conversation),
)


def record(rng: Random, question: Question, policy: Policy, of: str) -> Record:
    """A record after a few presses of the button, or before the first."""
    exam = policy.mode is Mode.EXAM
    drafts = exam or question.type in DRAFTS
    sure = {"sure": rng.randint(1, 3)} if _asks(question, policy) and rng.random() < 0.7 else {}
    if drafts and rng.random() < 0.3:
        given = answer(rng, question, False)
        return {"draft": True, "answer": given, "tries": 0, **sure, "of": of}
    made: Record = {}
    limit = 1 if exam else policy.tries or 4
    for tries in range(1, rng.randint(1, limit) + 1):
        if made.get("done") and policy.mode is not Mode.PRACTICE:
            break
        made = _check(rng, question, policy, tries, made)
        if not made["done"] and rng.random() < 0.2:
            made |= {"right": False, "first": False, "told": True, "done": True}
    return {**made, **sure, "of": of}


def _asks(question: Question, policy: Policy) -> bool:
    return policy.confidence and question.type in SURE


def _check(rng: Random, question: Question, policy: Policy, tries: int, before: Record) -> Record:
    exam = policy.mode is Mode.EXAM
    given = answer(rng, question, not exam)
    keyless = policy.reveal is Reveal.NEVER
    came = grade(question, given)
    right, score = (False, None) if keyless else (came.right, came.score)
    over = right or keyless or question.type in DRAFTS or exam or tries >= (policy.tries or 99)
    best = None if score is None else max(score, before.get("score") or 0)
    kept = before.get("score")
    return {
        "right": right,
        "first": before.get("first", right and tries == 1),
        "told": not right and bool(before.get("told")),
        "score": best if policy.mode is not Mode.PRACTICE else score if kept is None else kept,
        "done": over or bool(before.get("done")),
        "answer": given,
        "tries": tries,
    }
