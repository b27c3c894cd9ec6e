"""Addresses of pages: functions of a file's path alone, so that one lesson's link to another
can be written without knowing the rest of the course.

Addresses end in `.html`, which lets the built site open from a folder by double click just as
well as from a server.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container
from functools import lru_cache

INDEX_STEMS = ("index", "readme", "_index")


@lru_cache(maxsize=65_536)
def slug(text: str) -> str:
    """A readable id: lower case, letters and digits of any script, single hyphens.

    `2. The Café & you` -> `2-the-café-you`. Never empty: a text with no letter gives `x`.
    """
    folded = unicodedata.normalize("NFKC", text).lower()
    words = re.findall(r"[^\W_]+", folded)
    return "-".join(words) or "x"


def page_url(path: str) -> str:
    """The address, relative to the site's root, of the page made from a Markdown file.

    `path` is relative to the course root; its first folder, `content`, does not show.
    `content/psychology/01 Empathy.md` -> `psychology/01-empathy.html`;
    an `index.md` or `README.md` stands for its folder, and no other file gets that address.
    """
    folders, stem = _split(path)
    own = slug(stem)
    # `Index!.md` is a lesson: it must not replace the page of its folder.
    other = "index-page" if own == "index" else own
    name = "index" if stem.lower() in INDEX_STEMS else other
    return "/".join([*map(slug, folders), f"{name}.html"])


def module_url(path: str) -> str:
    """The address of the page of a module folder (`content/psychology`)."""
    folders, stem = _split(path)
    return "/".join([*map(slug, folders), slug(stem), "index.html"]) if stem else "index.html"


def tag_url(tag: str) -> str:
    """The address of a tag's page."""
    return f"tags/{slug(tag)}.html"


def answers_url(lesson: str) -> str:
    """The address of the page with the answers to the quiz of the lesson at that address."""
    return f"answers/{lesson}"


OWN_PAGES = ("notes", "review", "certificate")
"""The pages that show what one learner did."""


def own_url(name: str, taken: Container[str]) -> str:
    """The address of one of `OWN_PAGES`; a lesson's page of the same address keeps it."""
    return f"{name}.html" if f"{name}.html" not in taken else f"_{name}.html"


def quiz_id(path: str) -> str:
    """The id of the quiz in a file: `quizzes/a.yml` -> `a`, `quizzes/banks/b c.yml` -> `banks/b-c`.

    Learners' answers are kept under it, so it is a function of the path alone.
    """
    folders, stem = _split(re.sub(r"\.ya?ml$", "", path))
    return "/".join(map(slug, [*folders[1:], stem]))


def relative(target: str, page: str) -> str:
    """How the page at `page` writes a link to `target`; both relative to the site's root and
    without `.` and `..`."""
    here, there = page.split("/")[:-1], target.split("/")
    shared = 0
    for one, other in zip(here, there[:-1], strict=False):
        if one != other:
            break
        shared += 1
    return "/".join([".."] * (len(here) - shared) + there[shared:])


def _split(path: str) -> tuple[list[str], str]:
    parts = [p for p in path.split("/") if p not in ("", ".")]
    if parts[:1] == ["content"]:
        parts = parts[1:]
    if not parts:
        return [], ""
    return parts[:-1], re.sub(r"\.(md|markdown)$", "", parts[-1], flags=re.IGNORECASE)
