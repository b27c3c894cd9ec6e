"""What a learner answers, and what an LMS must then have on record: read from the course's map.

Written down once more here, apart from the scripts that are tested, from what the standards say.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

FILL = Path(__file__).with_name("fill.js").read_text(encoding="utf-8") + ";0"
LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
Question = dict[str, Any]


class Told(NamedTuple):
    """An interaction as the LMS must have it. No result is asked for where nothing is right."""

    name: str
    kind: str
    response: str
    result: str

    def in_any_order(self) -> Told:
        """The order of what was chosen or matched says nothing: put it in one order."""
        comma = "[,]" if "[,]" in self.response else ","
        if self.kind not in ("choice", "matching"):
            return self
        return self._replace(response=comma.join(sorted(self.response.split(comma))))


def right(question: Question) -> Any:
    """The right answer as a session keeps it; for what has none, some answer."""
    key, kind = question["key"], question["type"]
    if kind == "conversation":
        return None
    if kind == "confidence":
        return {"option": key["right"]["option"], "sure": 2}
    if kind == "survey":
        return {row: key["choices"][1][0] for row, _ in key["options"]}
    if kind == "reflection":
        return {"text": "One day I will write these seven words."}
    return key.get("right")


def wrong(question: Question, which: int = 0) -> Any:
    """The first wrong answer to a question of the simple kinds, or with -1 the last; None for the
    other kinds."""
    key, kind = question["key"], question["type"]
    ids = [row for row, _ in key.get("options", ())]
    if kind in ("single-choice", "true-false"):
        return [row for row in ids if row != key["right"]][which]
    if kind in ("multiple-response", "highlight", "hotspot"):
        return [([row for row in ids if row not in key["right"]] or ids)[which]]
    if kind == "ordering":
        return [*key["right"][1:], key["right"][0]]
    if kind == "short-text":
        return "Nothing of the kind"
    if kind == "numeric":
        return "-987"
    return None


class Names:
    """How ids are spelled in answers: letters by place in 1.2, short names in 2004."""

    def __init__(self, standard: str, pairs: list[list[str]]) -> None:
        ids = [name for name, _ in pairs]
        single = all(len(name) == 1 and name in LETTERS for name in ids)
        self.old = standard == "1.2"
        self.letters = {n: n if single else LETTERS[at] for at, n in enumerate(ids)}

    def __getitem__(self, name: str) -> str:
        if self.old:
            return self.letters[name]
        escaped = re.sub(r"[^\w-]", lambda sign: f"_u{ord(sign[0]):x}", name, flags=re.ASCII)
        return escaped.replace("-", "_")


@dataclass(frozen=True)
class Check:
    """One check of an answer to a question of a course."""

    standard: str
    name: str
    question: Question
    answer: Any
    ok: bool

    @property
    def own(self) -> str:
        return self.name.replace("/", "__")

    @property
    def result(self) -> str:
        return "correct" if self.ok else "wrong" if self.standard == "1.2" else "incorrect"

    def names(self, group: str) -> Names:
        return Names(self.standard, self.question["key"].get(group, []))

    def joined(self, parts: Iterable[str]) -> str:
        return ("," if self.standard == "1.2" else "[,]").join(parts)


def expected(check: Check) -> list[Told]:
    """The interactions that one check of an answer makes, in their order."""
    return list(KINDS[check.question["type"]](check))


def _truth(check: Check) -> Iterator[Told]:
    said = check.answer[0] if check.standard == "1.2" else check.answer
    yield Told(check.own, "true-false", said, check.result)


def _choice(check: Check) -> Iterator[Told]:
    given = [check.answer] if isinstance(check.answer, str) else check.answer
    names = check.names("options")
    inside = [names[row] for row, _ in check.question["key"]["options"] if row in given]
    yield Told(check.own, "choice", check.joined(inside), check.result)


def _order(check: Check) -> Iterator[Told]:
    names = check.names("options")
    said = check.joined(names[row] for row in check.answer)
    yield Told(check.own, "sequencing", said, check.result)


def _pairs(check: Check) -> Iterator[Told]:
    rows, choices = check.names("options"), check.names("choices")
    dot = "." if check.standard == "1.2" else "[.]"
    pairs = [
        f"{rows[row]}{dot}{choices[one]}"
        for row, _ in check.question["key"]["options"]
        for one in _several(check.answer[row])
    ]
    yield Told(check.own, "matching", check.joined(pairs), check.result)


def _several(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else value


def _text(check: Check) -> Iterator[Told]:
    yield Told(check.own, "fill-in", check.answer, check.result)


def _number(check: Check) -> Iterator[Told]:
    yield Told(check.own, "numeric", re.sub(r"[^\d.-]", "", check.answer), check.result)


def _blanks(check: Check) -> Iterator[Told]:
    key = check.question["key"]
    for blank, kind in key["options"]:
        value = check.answer[blank]
        if kind == "menu":
            value = Names(check.standard, key["menus"][blank])[value]
        told = {"text": "fill-in", "number": "numeric", "menu": "choice"}[kind]
        yield Told(f"{check.own}__{blank}", told, value, check.result)


def _scales(check: Check) -> Iterator[Told]:
    choices = check.names("choices")
    for row, _ in check.question["key"]["options"]:
        yield Told(f"{check.own}__{row}", "likert", choices[check.answer[row]], "neutral")


def _sure(check: Check) -> Iterator[Told]:
    option = check.names("options")[check.answer["option"]]
    yield Told(check.own, "choice", option, check.result)
    yield Told(f"{check.own}__sure", "likert", str(check.answer["sure"]), "neutral")


def _written(check: Check) -> Iterator[Told]:
    """Only how much was written: the text is the learner's own."""
    kind = "fill-in" if check.standard == "1.2" else "long-fill-in"
    yield Told(check.own, kind, f"{len(check.answer['text'].split())} words", "neutral")


KINDS: dict[str, Callable[[Check], Iterator[Told]]] = {
    **dict.fromkeys(("single-choice", "multiple-response", "highlight", "hotspot"), _choice),
    **dict.fromkeys(("matching", "categorise", "matrix"), _pairs),
    "true-false": _truth,
    "ordering": _order,
    "conversation": _order,
    "short-text": _text,
    "numeric": _number,
    "cloze": _blanks,
    "survey": _scales,
    "confidence": _sure,
    "reflection": _written,
}


def rounds(
    standard: str, course: dict[str, Any], lesson: str
) -> Iterator[tuple[list[tuple[str, Any]], list[Told]]]:
    """Two rounds of answers to a lesson's questions, wrong ones and right ones, each with what must
    be stored of it."""
    asked = [(name, q) for name, q in course["questions"].items() if q["lesson"] == lesson]
    for ok, choose in ((False, wrong), (True, right)):
        answers = [(name, q, choose(q)) for name, q in asked]
        checks = [Check(standard, n, q, a, ok) for n, q, a in answers if a is not None]
        yield (
            [(check.name, check.answer) for check in checks],
            [told.in_any_order() for check in checks for told in expected(check)],
        )


def stored(standard: str, cmi: dict[str, Any]) -> list[Told]:
    """The interactions an LMS has on record, in their order."""
    answer = "student_response" if standard == "1.2" else "learner_response"
    records = cmi.get("interactions") or {}
    listed = (
        records if isinstance(records, list) else [records[n] for n in sorted(records, key=int)]
    )
    own = re.compile(r"^urn:coursewright:[^:]+:")
    told = [Told(own.sub("", r["id"]), r["type"], r[answer], r["result"]) for r in listed]
    return [one.in_any_order() for one in told]
