"""What an output consists of, before anything is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Recipe:
    """A file that is made when it is needed.

    `key` is a digest of everything `make` depends on: two recipes with the same key make the
    same bytes, so a file made from one of them never has to be made again.
    """

    key: bytes
    make: Callable[[], bytes]


Content = bytes | Path | Recipe


def content_bytes(content: Content) -> bytes:
    """The bytes of a file of a bundle, made or read as needed."""
    if isinstance(content, Recipe):
        return content.make()
    return content if isinstance(content, bytes) else content.read_bytes()


def digest(*parts: bytes | str) -> bytes:
    """A short digest of several parts; their borders count, so ("a", "bc") != ("ab", "c")."""
    state = blake2b(digest_size=16)
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        state.update(len(data).to_bytes(8, "big"))
        state.update(data)
    return state.digest()


@dataclass(frozen=True, slots=True)
class Bundle:
    """Files by their path in the output, with forward slashes: bytes, a file to copy, a recipe."""

    files: Mapping[str, Content]

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self.files))

    def read(self, path: str) -> bytes:
        """The bytes of one file."""
        return content_bytes(self.files[path])

    def resolved(self) -> dict[str, bytes]:
        """Every file made or read, by path, sorted."""
        return {path: self.read(path) for path in self}
