"""Pages that are no lessons: a module's introduction, the home text, about."""

from __future__ import annotations

from builder.model.course import Page
from builder.model.result import Result
from builder.read.markdown import read_markdown
from builder.read.order import humanise, is_index, stem
from builder.read.yaml_value import Fields


def read_page(path: str, data: bytes) -> Result[Page]:
    """The page in a Markdown file; an index without a title has "" as title."""
    document = read_markdown(path, data, front_matter)
    name = "" if is_index(path) else stem(path)
    page = Page(
        path=path,
        title=document.title or (humanise(name) if name else ""),
        body=document.body,
        body_line=document.body_line,
        outline=document.outline,
    )
    return Result(page, tuple(document.findings))


def front_matter(fields: Fields) -> tuple[str, None]:
    """The keys of a page's front matter."""
    return fields.text("title", "The page's title; default: the first heading."), None
