"""What the outline finds is what the page has: the same headings, ids, links and pictures."""

import re

import pytest

from builder.read.outline import outline
from builder.render.markup import render_body

TEXTS = {
    "hashes": "# A\n\n## B ##\n\n###C\n\ntext\n## D\n",
    "underlined": "A\n===\n\nB\n---\n\ntwo\nlines\n---\n\ntext\n-\n",
    "underlined markup": "**A**\n===\n\n[b](x.md)\n---\n",
    "fences": "```python\n# no\n```\n\n````md\n```\n# no\n```\n````\n\n## yes\n",
    "open fence": "## a\n\n```\n## b\n\ntext\n",
    "indented code": "para\n\n    # code\n\n- item\n\n    ## in item\n\n## after\n",
    "comments": "<!-- # no\n\n## no\n-->\n\n## yes <!-- x -->\n",
    "html": "<div>\n\n## no\n\n</div>\n\n## yes\n\n<div markdown>\n\n## in div\n\n</div>\n",
    "details": "<details>\n<summary>S</summary>\n\n## no\n\n</details>\n\n## yes\n",
    "quotation": "> ## in quote\n\n## yes\n",
    "notes": '!!! note\n    ## in note\n\n## yes\n\n=== "Tab"\n\n    ## In tab\n\n## last\n',
    "ids": "## Head {#my-id}\n\n## Head { #other }\n\n## Head {: #third }\n\n## C++ {x}\n",
    "markup": "## A `code` and **b** [l](x.md) ![i](p.png) &amp; <b>z</b>\n\n## *x*\n",
    "repeated": "## A\n\n## A\n\n## A\n\n## A-2\n",
    "rules": "text\n\n---\n\n## yes\n\n***\n\n___\n",
    "fences in lists": "- a\n\n    ```\n    # no\n    ```\n\n- b\n\n## yes\n",
    "escaped": "\\# no\n\n## a \\# b\n",
    "links": (
        '[a](x.md) [b](<y z.md>) [d](u.md "T") [e][r] [r][] [r] `[no](n.md)` \\[no] '
        "[![k](q.png)](t.md) ![i](p.png) ![j][r] [p](a_(b).md)\n\n"
        "[r]: ref.md 'title'\n\n<a href=\"h.md\">H</a> <img src='s.png' alt='S'>\n"
    ),
    "links over lines": "[a\nb](x.md) end\n\n[un\n\nclosed](z.md)\n",
    "tables": "| a | b |\n|---|---|\n| [x](x.md) | `[n](n.md)` |\n",
}


def rendered(text, headings):
    body = render_body(text, "content/a.md", headings)
    title = f'<h1 id="{body.title_id}">{body.title}</h1>' if body.title else ""
    return title + body.html


@pytest.mark.parametrize("name", TEXTS)
def test_headings(name):
    headings = outline(TEXTS[name], "content/a.md").headings
    html = rendered(TEXTS[name], headings)
    assert re.findall(r'<h[1-6][^>]*? id="([^"]*)"', html) == [h.id for h in headings]
    assert len(re.findall(r"<h[1-6]", html)) == len(headings)


@pytest.mark.parametrize("name", TEXTS)
def test_links_and_pictures(name):
    found = outline(TEXTS[name], "content/a.md")
    html = rendered(TEXTS[name], found.headings)
    assert len(re.findall(r"<a [^>]*href=", html)) == len(found.links)
    assert len(re.findall(r"<img [^>]*src=", html)) == len(found.pictures)
