"""Random typed texts."""

from __future__ import annotations

from random import Random
from typing import Any

from builder.model.questions import TYPOS, Question, ShortText, TextKey, Variant
from web.kinds.draw import AT

TEXTS = (
    "trust",
    "Trust",
    "truss",
    "na\u00efve",
    "naive",
    "reliability",
    "don't know",
    "5 < 6 & 7",
    '"quoted"',
    "\u4fe1\u4efb",
    "\u0141\u00f3d\u017a",
    "Stra\u00dfe",
    "\U0001f600 smile",
    "\u1e9e",
    "\u03a3\u03bf\u03c6\u03af\u03b1\u03c2",
    "1945",
    "C++",
    "a",
    "?",
)
PATTERNS = (r"tru(st|ss)", r"\w+", r"[a-c\d]{1,4}s?", "na[i\u00ef]ve", r"5\s<\s\d.*", r"[^a]\+\+")
EDITS = (
    lambda rng, t: t,
    lambda rng, t: t.upper(),
    lambda rng, t: t.lower(),
    lambda rng, t: f"\u00a0 {t}.  ",
    lambda rng, t: f"\u201c{t}\u201d",
    lambda rng, t: t.replace("'", "\u2019").replace(" ", "\u2003\t"),
    lambda rng, t: t.replace("\u00ef", "i\u0308").replace("e", "\u00e9"),
    lambda rng, t: "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in t),
)


def variants(rng: Random) -> tuple[Variant, ...]:
    """The right answer first, then others that count, in part or not at all."""
    found = [Variant(id="0", text=rng.choice(TEXTS), span=AT)]
    for n in range(1, rng.randint(1, 5)):
        pattern = rng.random() < 0.25
        text = rng.choice(PATTERNS if pattern else TEXTS)
        credit = rng.choice((0.0, 0.0, 0.25, 1.0))
        found.append(Variant(id=str(n), text=text, span=AT, credit=credit, pattern=pattern))
    return tuple(found)


def key(rng: Random) -> TextKey:
    return TextKey(
        variants=variants(rng),
        case=rng.random() < 0.3,
        accents=rng.random() < 0.3,
        typos=rng.choice(TYPOS),
    )


def typed(rng: Random, of: TextKey) -> Any:
    """A listed text in some other way, with slips now and then, or something else."""
    if rng.random() < 0.05:
        return rng.choice([None, 3, ["trust"], "", "x" * 300, "trustss", "colour"])
    listed = [v.text for v in of.variants if not v.pattern] + [rng.choice(TEXTS)]
    text = rng.choice(EDITS)(rng, rng.choice(listed))
    for _ in range(rng.choice((0, 0, 1, 1, 2, 3))):
        text = _slip(rng, text)
    return text


def _slip(rng: Random, text: str) -> str:
    at = rng.randrange(len(text) + 1)
    letter = rng.choice("abtrust7 \u00e9")
    before, after = text[:at], text[at:]
    return rng.choice(
        (before + letter + after, before + after[1:], before + after[1:2] + after[:1] + after[2:])
    )


def question(rng: Random) -> Question:
    return ShortText(id="q", type="short-text", prompt="?", span=AT, key=key(rng))


def answer(rng: Random, asked: Question) -> Any:
    assert isinstance(asked, ShortText)
    return typed(rng, asked.key)
