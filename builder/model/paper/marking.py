"""From what is written on a sheet to an answer, and from a question to what should be written.

What is written is one text per row of the sheet, or one text where there are no rows: letters
("B", "B D", "CABD") or words. Case and spaces between letters do not count.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from builder.model.grading import Answer, solution
from builder.model.paper.layout import Form, Paper, letter
from builder.model.questions import Cloze, Confidence, Conversation, MenuKey

Written = tuple[str, ...]
_LETTERS = re.compile(r"[A-Za-z]+")


def key(paper: Paper) -> Written:
    """What a full mark takes, row by row; empty for a question that has no right answer."""
    make = _KEYS.get(paper.form)
    return make(paper, solution(paper.question)) if make else ()


def answer(paper: Paper, written: Sequence[str]) -> Answer:
    """What was written, as the answer that `model.grading.grade` marks. Letters that are not on
    the sheet count as nothing written."""
    return _ANSWERS[paper.form](paper, list(written))


def _tick_key(paper: Paper, right: Answer) -> Written:
    names = right.get("option") if isinstance(right, dict) else right
    wanted = {names} if isinstance(names, str) else set(names or ())
    return (" ".join(slip.letter for slip in paper.choices if slip.id in wanted),)


def _order_key(paper: Paper, right: Answer) -> Written:
    letters = {slip.id: slip.letter for slip in paper.choices}
    return (" ".join(letters[name] for name in right),)


def _pair_key(paper: Paper, right: Answer) -> Written:
    letters = {slip.id: slip.letter for slip in paper.choices}
    wanted = [right.get(row.id, ()) for row in paper.rows]
    lists = [[one] if isinstance(one, str) else list(one) for one in wanted]
    return tuple(" ".join(sorted(letters[name] for name in names)) for names in lists)


def _write_key(_: Paper, right: Answer) -> Written:
    return (str(right),)


def _fill_key(paper: Paper, right: Answer) -> Written:
    texts = _menus(paper)
    return tuple(texts.get(row.id, {}).get(right[row.id], right[row.id]) for row in paper.rows)


def _talk_key(paper: Paper, right: Answer) -> Written:
    return (" ".join(_replies(paper)[name] for name in right),)


def _tick(paper: Paper, written: list[str]) -> Answer:
    names = _names(paper, written[0] if written else "")
    if isinstance(paper.question, Confidence):
        return {"option": names[0] if len(names) == 1 else None}
    return names


def _order(paper: Paper, written: list[str]) -> Answer:
    return _names(paper, written[0] if written else "")


def _pair(paper: Paper, written: list[str]) -> Answer:
    found = {row.id: _names(paper, text) for row, text in zip(paper.rows, written, strict=False)}
    if paper.several:
        return found
    return {row: names[0] for row, names in found.items() if len(names) == 1}


def _write(_: Paper, written: list[str]) -> Answer:
    return written[0] if written else ""


def _fill(paper: Paper, written: list[str]) -> Answer:
    menus = _menus(paper)
    found: dict[str, str] = {}
    for row, text in zip(paper.rows, written, strict=False):
        options = {_folded(shown): name for name, shown in menus.get(row.id, {}).items()}
        found[row.id] = options.get(_folded(text), text)
    return found


def _rate(paper: Paper, written: list[str]) -> Answer:
    found = {row.id: _names(paper, text) for row, text in zip(paper.rows, written, strict=False)}
    return {row: names[0] for row, names in found.items() if len(names) == 1}


def _reflect(_: Paper, written: list[str]) -> Answer:
    return {"text": written[0] if written else "", "rubric": {}}


def _talk(paper: Paper, written: list[str]) -> Answer:
    """The replies, following the letters from turn to turn as far as they lead."""
    question = paper.question
    if not isinstance(question, Conversation):
        return []
    turns = {turn.id: turn for turn in question.turns}
    here = question.turns[0] if question.turns else None
    path: list[str] = []
    for sign in _LETTERS.findall(" ".join(written).upper()):
        replies = {letter(at): reply for at, reply in enumerate(here.replies if here else ())}
        if sign not in replies:
            break
        path.append(replies[sign].id)
        to = replies[sign].to
        here = turns.get(to.id) if to else None
    return path


def _replies(paper: Paper) -> dict[str, str]:
    """The letter of each reply, by its id."""
    question = paper.question
    turns = question.turns if isinstance(question, Conversation) else ()
    return {reply.id: letter(at) for turn in turns for at, reply in enumerate(turn.replies)}


def _menus(paper: Paper) -> dict[str, dict[str, str]]:
    """The options of each blank to choose for: texts by id, by the blank's id."""
    blanks = paper.question.blanks if isinstance(paper.question, Cloze) else ()
    return {
        blank.id: {option.id: option.text for option in blank.key.options}
        for blank in blanks
        if isinstance(blank.key, MenuKey)
    }


def _names(paper: Paper, text: str) -> list[str]:
    """The ids of the letters in a text. Letters may stand together where all are single."""
    names = {slip.letter: slip.id for slip in paper.choices}
    signs = _LETTERS.findall(text.upper())
    if all(len(name) == 1 for name in names):
        signs = [sign for word in signs for sign in word]
    return [names[sign] for sign in signs if sign in names]


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


_KEYS: dict[Form, Callable[[Paper, Any], Written]] = {
    Form.TICK: _tick_key,
    Form.ORDER: _order_key,
    Form.PAIR: _pair_key,
    Form.WRITE: _write_key,
    Form.FILL: _fill_key,
    Form.TALK: _talk_key,
}

_ANSWERS: dict[Form, Callable[[Paper, list[str]], Answer]] = {
    Form.TICK: _tick,
    Form.ORDER: _order,
    Form.PAIR: _pair,
    Form.WRITE: _write,
    Form.FILL: _fill,
    Form.RATE: _rate,
    Form.REFLECT: _reflect,
    Form.TALK: _talk,
}
