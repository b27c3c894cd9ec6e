"""What one run leaves for the next: every text already read and rendered, by content.

The cache lives in the user's cache folder and not in the course, because it is a pickle: a
course from somebody else must not be able to bring one along. It is keyed by content and by the
builder's own sources, so it never has to be cleared by hand; a damaged or missing cache only
costs time.
"""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any
from zlib import crc32

from builder.diagnostics import Diagnostic
from builder.publish.bundle import digest
from builder.publish.library import NO_WORDS, Words

PARTS = 32
"""After one edit one part in so many is packed again."""
_LIBRARIES = ("jinja2", "markdown", "pymdown-extensions", "pygments", "pyyaml")


@dataclass(slots=True)
class Stored:
    """One text of the course as last read.

    `entry` is its catalogue entry (None for a plain page), `blob` the pickled result of the
    unit's work, `words` its part of the search data.
    """

    key: bytes
    entry: Any
    findings: tuple[Diagnostic, ...]
    blob: bytes
    words: Words = NO_WORDS


@dataclass(slots=True)
class Written:
    """A file of a site as last written: the key of its recipe and what the disk said then."""

    key: bytes
    size: int
    mtime_ns: int


def folder() -> Path:
    """Where caches live: $COURSEWRIGHT_CACHE, else the user's cache folder."""
    if told := os.environ.get("COURSEWRIGHT_CACHE"):
        return Path(told)
    if base := os.environ.get("XDG_CACHE_HOME"):
        return Path(base) / "coursewright"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home())) / "coursewright" / "cache"
    return (
        Path.home() / ("Library/Caches" if sys.platform == "darwin" else ".cache") / "coursewright"
    )


@cache
def fingerprint() -> bytes:
    """A digest of the program: its sources by size and time, and the libraries it renders with."""
    home = Path(__file__).parent.parent
    state = blake2b(repr((sys.version_info, *map(_version, _LIBRARIES))).encode(), digest_size=16)
    for base, folders, names in os.walk(home):
        folders[:] = sorted(f for f in folders if f != "__pycache__")
        for name in sorted(names):
            stat = os.stat(os.path.join(base, name))  # noqa: PTH116, PTH118 - runs at every start
            state.update(f"{name} {stat.st_size} {stat.st_mtime_ns}\n".encode())
    return state.digest()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


class Memory(dict[str, Any]):
    """What was remembered, by name. `parts` are the bytes it came from."""

    parts: Sequence[bytes] = ()


def recall(root: Path, what: str) -> Memory:
    """What the last run remembered of the course at `root` under `what`; empty when in doubt."""
    memory = Memory()
    try:
        with _file(root, what).open("rb") as stream:
            stamp, parts = pickle.load(stream)  # noqa: S301 - from the user's own cache folder
        if stamp != fingerprint():
            return memory
        for part in parts:
            memory.update(pickle.loads(part))  # noqa: S301 - likewise
        memory.parts = parts
    except Exception:  # noqa: BLE001 - whatever is wrong with a cache, the answer is to do without
        return Memory()
    return memory


def remember(root: Path, what: str, memory: Mapping[str, Any], last: Memory | None = None) -> None:
    """Keep `memory` for the next run; a cache that cannot be written is no error.

    `last` is what was recalled before: the parts in which nothing changed need no packing.
    """
    path = _file(root, what)
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    parts = _packed(memory, last or Memory())
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with fresh.open("wb") as stream:
            pickle.dump((fingerprint(), parts), stream, protocol=pickle.HIGHEST_PROTOCOL)
        fresh.replace(path)
    except OSError:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)


def _packed(memory: Mapping[str, Any], last: Memory) -> list[bytes]:
    before = _divided(last) if len(last.parts) == PARTS else [{}] * PARTS
    rows = zip(_divided(memory), before, last.parts or [b""] * PARTS, strict=True)
    return [old if old and _same(now, then) else _pickled(now) for now, then, old in rows]


def _divided(memory: Mapping[str, Any]) -> list[dict[str, Any]]:
    """A memory in parts; a name always goes to the same one."""
    parts: list[dict[str, Any]] = [{} for _ in range(PARTS)]
    for name, value in memory.items():
        parts[crc32(name.encode("utf-8", "surrogatepass")) % PARTS][name] = value
    return parts


def _same(now: Mapping[str, Any], then: Mapping[str, Any]) -> bool:
    """Whether two parts hold the very same objects."""
    return len(now) == len(then) and all(then.get(name) is value for name, value in now.items())


def _pickled(part: Mapping[str, Any]) -> bytes:
    return pickle.dumps(part, protocol=pickle.HIGHEST_PROTOCOL)


def _file(root: Path, what: str) -> Path:
    return folder() / f"{digest(os.fsencode(root.resolve()), what).hex()}.pickle"
