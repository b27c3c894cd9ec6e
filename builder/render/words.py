"""The words that pages say of themselves, in the language of the course."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from builder.render.body import BodyWords

_FILE = "strings.yml"
_HOME = Path(__file__).parent.parent / "templates" / _FILE
_RTL = frozenset({"ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"})

Phrase = str | Mapping[str, str]


class Words:
    """Phrases by name. `t.skip` is the phrase itself; `t("questions", n=3)` fills it in, and
    picks the form for `n` where a phrase has several."""

    def __init__(self, phrases: Mapping[str, Phrase]) -> None:
        self._phrases = dict(phrases)
        for name, phrase in phrases.items():
            if isinstance(phrase, str):
                setattr(self, name, phrase)

    def __call__(self, name: str, **values: object) -> str:
        """The phrase `name` with its gaps filled. Raises KeyError for an unknown name."""
        phrase = self._phrases[name]
        if not isinstance(phrase, str):
            phrase = phrase["one" if values.get("n") == 1 else "other"]
        return phrase.format(**values)

    def spoken_in(self, place: str) -> Words:
        """The words for another place: a phrase `PLACE_NAME` stands there for `NAME`."""
        mark = f"{place}_"
        own = {n.removeprefix(mark): p for n, p in self._phrases.items() if n.startswith(mark)}
        return Words({**self._phrases, **own})

    def __getattr__(self, name: str) -> str:
        raise AttributeError(f"no phrase is called {name!r}")

    def phrase(self, name: str) -> Phrase:
        """The phrase `name` with its gaps open, for a script that fills them in."""
        return self._phrases[name]

    def names(self) -> tuple[str, ...]:
        """The names of all phrases."""
        return tuple(self._phrases)


def load_words(language: str, overrides: Path | None = None, *more: str) -> Words:
    """The words for a BCP 47 tag: English, then the language, then its regional form.

    `more` are further files of ours in the templates' folder, for outputs with words of their
    own. A `strings.yml` in `overrides` adds to all of them.
    """
    found: dict[str, Phrase] = {}
    tables = [_read(_HOME), *(_read(_HOME.parent / name) for name in more)]
    if overrides and (overrides / _FILE).is_file():
        tables.append(_read(overrides / _FILE))
    for tag in ("en", language.partition("-")[0].lower(), language.lower()):
        for table in tables:
            found.update(table.get(tag) or {})
    return Words(found)


@lru_cache(maxsize=4)
def body_words(language: str, overrides: Path | None = None) -> BodyWords:
    """The phrases that `markup.render_body` writes into a text."""
    words = load_words(language, overrides)
    return BodyWords(words.table, words.backlink, words.tick_done, words.tick_open, words.terms)


def direction(language: str) -> str:
    """`rtl` for a language written from right to left, else `ltr`."""
    return "rtl" if language.partition("-")[0].lower() in _RTL else "ltr"


def _read(path: Path) -> dict[str, Any]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    table = yaml.load(path.read_bytes(), Loader=loader)  # noqa: S506 - both loaders are safe
    return {str(k).lower(): v for k, v in (table or {}).items()}
