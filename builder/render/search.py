"""The data of the site's search: one small index, and the full text of each module.

Both are scripts that call a function with JSON, because a page opened from a folder may load
scripts but may not fetch files.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import unescape

from builder.model.catalogue import Entry
from builder.model.course import Course
from builder.render.body import Body
from builder.render.facts import tag_labels

INDEX = "assets/search/index.js"

_DROP = re.compile(r"<(script|style|svg)\b.*?</\1>", re.DOTALL | re.IGNORECASE)
_BLOCK = re.compile(
    r"</?(?:p|li|h\d|td|th|tr|div|br|pre|dt|dd|blockquote|section)\b[^>]*>", re.IGNORECASE
)
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """One lesson. `headings` are pairs of anchor and text, `sections` the plain text before the
    first heading and then under each: one longer than `headings`. `url` is relative to the
    site's root."""

    title: str
    url: str
    summary: str
    tags: tuple[str, ...]
    headings: tuple[tuple[str, str], ...]
    sections: tuple[str, ...]


def plain_text(body: Body) -> str:
    """A body's words for search: a row `anchor<TAB>heading<TAB>text` for what stands before the
    first section (both empty) and for every section. Quizzes are left out: they hold wrong
    statements."""
    rows = [["", "", ""]]
    for part in body.parts:
        if part.kind == "section":
            rows.append([part.id, text_of(part.title_html), ""])
        rows[-1][2] = f"{rows[-1][2]} {text_of(part.html)}".strip()
    return "\n".join(map("\t".join, rows))


def search_record(entry: Entry, words: str, labels: dict[str, str]) -> SearchRecord:
    """A lesson's record from its entry and its `plain_text`; `labels` names the tags."""
    rows = [[*row.split("\t"), "", ""][:3] for row in words.split("\n")]
    return SearchRecord(
        title=entry.title,
        url=entry.url,
        summary=entry.excerpt,
        tags=tuple(dict.fromkeys(labels.get(tag.id, tag.id) for tag in entry.tags)),
        headings=tuple((anchor, heading) for anchor, heading, _ in rows[1:]),
        sections=tuple(text for _, _, text in rows),
    )


def search_files(course: Course, words: Callable[[str], str]) -> dict[str, str]:
    """The scripts of the search by address; `words` gives a lesson's `plain_text` by path."""
    labels = tag_labels(course)
    files, modules, lessons = {}, [], []
    for place, module in enumerate(course.modules):
        records = [search_record(e, words(e.path), labels) for e in module.lessons]
        text = _call("coursewrightText", {r.url: r.sections for r in records})
        files[f"assets/search/{module.id}.js"] = text
        modules.append({"id": module.id, "t": module.title, "bytes": len(text.encode())})
        lessons += [_brief(record, place) for record in records]
    files[INDEX] = _call("coursewrightSearch", {"modules": modules, "lessons": lessons})
    return dict(sorted(files.items()))


def text_of(html: str) -> str:
    """The words of a piece of HTML on one line."""
    bare = _TAG.sub("", _BLOCK.sub(" ", _DROP.sub(" ", html) if "</s" in html else html))
    return " ".join(unescape(bare).split())


def _brief(record: SearchRecord, module: int) -> dict[str, object]:
    return {
        "t": record.title,
        "u": record.url,
        "m": module,
        "s": record.summary,
        "h": record.headings,
        "g": record.tags,
    }


def _call(name: str, value: Mapping[str, object]) -> str:
    # U+2028 and U+2029 end a line in older readings of JavaScript.
    data = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return f"{name}({data.replace(chr(0x2028), ' ').replace(chr(0x2029), ' ')})\n"
