"""The same pages inside another engine's frame.

Each page of the site becomes a Markdown file that carries the page's own content as finished
HTML, under the same address, with front matter and a navigation for the engine. MkDocs with
stock Material and Zensical both read the result. What a learner reads is therefore the same
whichever engine draws the frame, and nothing of a lesson depends on an engine's dialect.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from builder.model.course import Course
from builder.model.urls import module_url, tag_url
from builder.publish.bundle import Bundle, Content, Recipe, content_bytes, digest
from builder.render.words import load_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

DOCS = "docs"
CONFIG = "mkdocs.yml"
_NOT_STAGED = ("404.html", "sitemap.xml", "assets/search")
"""What the engine makes itself: whole names, or the beginnings of several."""

_MAIN = re.compile(r"<main\b([^>]*)>(.*)</main>", re.DOTALL)
_BODY = re.compile(r"<body\b([^>]*)>")
_DATA = re.compile(r'\sdata-[\w-]+="[^"]*"')
_CLASS = re.compile(r'\sclass="([^"]*)"')
_SCRIPT = re.compile(r'<script defer src="(?!(?:\.\./)*assets/course\.js)[^"]*"></script>')
_JSON = re.compile(r'<script type="application/json" id="([^"]*)">(.*?)</script>', re.DOTALL)
_HEAD_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_VERBATIM = re.compile(
    r"(<script\b.*?</script\s*>|<style\b.*?</style\s*>)", re.DOTALL | re.IGNORECASE
)
_TAG = re.compile(r"<[^<>]*>")
_ADOPT = (
    "<script>(e=>{e.classList.replace('no-js','js');for(const[k,v]of Object.entries(e.dataset))"
    "document.body.dataset[k]=v})(document.currentScript.parentElement)</script>"
)
"""The course's scripts look for a page's data on the body, which belongs to the engine here."""

_XLINK = re.compile(
    r"<(?:use|image|textPath|mpath|pattern|linearGradient|radialGradient)\b[^<>]*", re.IGNORECASE
)
"""Elements of pictures that refer to another one. Material's instant navigation sets what it finds
as `href` to a full address, which such an element refuses, and then nothing is shown at all."""

_SHEETS = ("assets/course.css", "assets/pages.css", "assets/content.css")
_STYLE = "assets/staged.css"


@dataclass(frozen=True, slots=True)
class _Head:
    """What the front matter of a page says."""

    title: str = ""
    description: str = ""
    tags: tuple[str, ...] = ()


def staged(course: Course, site: Bundle) -> Bundle:
    """The site's pages as a project for MkDocs or Zensical: `mkdocs.yml` and `docs/`.

    Addresses stay as they are; files that are no pages are passed on.
    """
    heads = _heads(course)
    kept = [path for path in site if not path.startswith(_NOT_STAGED)]
    pages = {path for path in kept if path.endswith(".html")}
    files: dict[str, Content] = {
        CONFIG: _config(course, site, pages),
        f"{DOCS}/{_STYLE}": Path(__file__).with_name("staged.css"),
    }
    for path in kept:
        if path in pages:
            files[f"{DOCS}/{_markdown(path)}"] = _page(site.files[path], heads.get(path))
        else:
            files[f"{DOCS}/{path}"] = site.files[path]
    return Bundle(files)


def _markdown(path: str) -> str:
    return f"{path.removesuffix('.html')}.md"


def _heads(course: Course) -> dict[str, _Head]:
    labels = {tag.id: tag.label for tag in course.tags}
    return {
        entry.url: _Head(
            entry.title,
            entry.subtitle or entry.excerpt,
            tuple(labels.get(tag.id, tag.id) for tag in entry.tags),
        )
        for _, entry in course.lessons()
    }


def _page(content: Content, head: _Head | None) -> Content:
    head = head or _Head()
    if not isinstance(content, Recipe):
        return page_markdown(content_bytes(content).decode(), head)
    made = content.make
    return Recipe(
        digest("staged", repr(head), content.key), lambda: page_markdown(made().decode(), head)
    )


def page_markdown(document: str, head: _Head) -> bytes:
    """A Markdown file with the content of one finished page."""
    main = _MAIN.search(document)
    body = _BODY.search(document)
    attributes, inner = (main[1], main[2]) if main else ("", "")
    data = "".join(_DATA.findall(body[1])) if body else ""
    named = _CLASS.search(attributes)
    classes = f"course-page no-js {named[1]}" if named else "course-page no-js"
    after = "".join([*_data(document), *_SCRIPT.findall(document)])
    html = f'<div class="{classes}"{data}>{_ADOPT}{_XLINK.sub(_in_xlink, inner)}{after}</div>'
    return f"---\n{_front(head, document)}---\n\n{one_line(html)}\n".encode()


def _data(document: str) -> Iterator[str]:
    """What a page's scripts read, in templates: instant navigation runs every script, data too."""
    for name, text in _JSON.findall(document):
        yield f'<template id="{name}" data-search-exclude>{text}</template>'


def _in_xlink(tag: re.Match[str]) -> str:
    """The same reference under its older name, which instant navigation does not look for."""
    return re.sub(r"(?<=\s)href=", "xlink:href=", tag[0])


def _front(head: _Head, document: str) -> str:
    found = _HEAD_TITLE.search(document)
    title = head.title or unescape(found[1] if found else "").split(" · ")[0]
    fields: dict[str, Any] = {"title": title}
    if head.description:
        fields["description"] = head.description
    if head.tags:
        fields["tags"] = list(head.tags)
    fields["hide"] = ["toc"]
    return _yaml(fields)


def one_line(html: str) -> str:
    """The same HTML without line breaks, so that no Markdown engine finds a block in it.

    Scripts and styles, where a line break has a meaning, stay as they are.
    """
    pieces = _VERBATIM.split(html)
    return "".join(piece if n % 2 else _unbroken(piece) for n, piece in enumerate(pieces))


def _unbroken(html: str) -> str:
    flat = _TAG.sub(lambda tag: tag[0].replace("\n", " "), html)
    return flat.replace("\n", "&#10;")


_PALETTE = [
    {
        "media": f"(prefers-color-scheme: {name})",
        "scheme": scheme,
        "toggle": {"icon": f"material/{icon}", "name": toggle},
    }
    for name, scheme, icon, toggle in (
        ("light", "default", "weather-sunny", "Dark"),
        ("dark", "slate", "weather-night", "Light"),
    )
]


def _config(course: Course, site: Bundle, pages: set[str]) -> bytes:
    styles = [p for p in _SHEETS if p in site.files]
    fields: dict[str, Any] = {
        "site_name": course.title,
        "site_description": course.description or course.subtitle,
        "site_url": course.url,
        "site_author": ", ".join(course.authors),
        "copyright": course.licence,
        "repo_url": course.repository,
        "docs_dir": DOCS,
        "site_dir": "site",
        "use_directory_urls": False,
        "theme": {
            "name": "material",
            "font": False,  # no request leaves the site
            "features": ["navigation.indexes", "navigation.prune"],
            "palette": _PALETTE,
        },
        "plugins": ["search"],
        "extra_css": [*styles, _STYLE],
        "nav": list(_nav(course, pages)),
    }
    return _yaml({key: value for key, value in fields.items() if value not in ("", [])}).encode()


def _nav(course: Course, pages: set[str]) -> Iterator[Mapping[str, Any]]:
    """Home, each module with its lessons, the tags, about: what there is a page for."""
    words = load_words(course.language)
    yield {words("course_home"): "index.md"}
    for module in course.modules:
        own = module_url(module.path)
        rows: list[Any] = [_markdown(own)] if own in pages and own != "index.html" else []
        rows += [{e.title: _markdown(e.url)} for e in module.lessons if e.url in pages]
        if rows:
            yield {module.title: rows}
    if tags := list(_tag_rows(course, pages)):
        yield {words("tags"): tags}
    if "about.html" in pages:
        yield {words("about"): "about.md"}


def _tag_rows(course: Course, pages: set[str]) -> Iterator[str | dict[str, str]]:
    if "tags/index.html" in pages:
        yield "tags/index.md"
    labels = {tag.id: tag.label for tag in course.tags}
    used = dict.fromkeys(ref.id for _, entry in course.lessons() for ref in entry.tags)
    for tag in dict.fromkeys([*labels, *used]):
        if tag_url(tag) in pages:
            yield {labels.get(tag, tag): _markdown(tag_url(tag))}


def _yaml(fields: Mapping[str, Any]) -> str:
    text: str = yaml.safe_dump(dict(fields), allow_unicode=True, sort_keys=False, width=10_000)
    return text
