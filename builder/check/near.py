"""The name an author probably meant."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import cached_property

LEAST_LIKENESS = 0.7
FEW = 40
"""Up to so many names are compared one by one."""
TELLING = 5
MOST_SHARED = 200
"""Among more names, those that share the rarest groups of three letters are compared."""


def folded(text: str) -> str:
    """The same for two names that differ in case or in how Unicode writes them."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", folded(text))


def _groups(letters: str) -> set[str]:
    padded = f"^{letters}$"
    return {padded[i : i + 3] for i in range(len(padded) - 2)}


class Names:
    """Known names. Asking costs the same whether there are ten of them or ten thousand."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = sorted(set(names))

    def near(self, word: str) -> str | None:
        """The known name most like `word`, if any is like it; equal names are no answer."""
        letters = _letters(word)
        same = [n for n in self._by_letters.get(letters, ()) if n != word]
        return same[0] if letters and same else self._alike(word, letters)

    @cached_property
    def _by_letters(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for name in self._names:
            found[_letters(name)].append(name)
        return found

    @cached_property
    def _by_group(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for letters in self._by_letters:
            for group in _groups(letters):
                found[group].append(letters)
        return found

    def _candidates(self, letters: str) -> Iterable[str]:
        if len(self._by_letters) <= FEW:
            return self._by_letters
        sharing = [self._by_group[g] for g in sorted(_groups(letters)) if g in self._by_group]
        votes = Counter[str]()
        for names in sorted(sharing, key=len)[:TELLING]:
            votes.update(names[:MOST_SHARED])
        return [name for name, _ in votes.most_common(8)]

    def _alike(self, word: str, letters: str) -> str | None:
        matcher = SequenceMatcher(b=letters, autojunk=False)
        best, found = LEAST_LIKENESS, None
        for other in self._candidates(letters):
            matcher.set_seq1(other)
            if matcher.real_quick_ratio() >= best and matcher.quick_ratio() >= best:
                likeness = matcher.ratio()
                if likeness > best or (likeness == best and found is None):
                    best, found = likeness, other
        names = [n for n in self._by_letters[found] if n != word] if found else []
        return names[0] if names else None


def did_you_mean(word: str, names: Names | Iterable[str], otherwise: str = "") -> str:
    """A hint that names the nearest known name, else `otherwise`."""
    known = names if isinstance(names, Names) else Names(names)
    near = known.near(word)
    return f"did you mean {near!r}?" if near else otherwise
