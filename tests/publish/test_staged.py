"""Pages as another engine gets them."""

import markdown
import pytest
import yaml

from builder.diagnostics import Span
from builder.model.catalogue import lesson_entry
from builder.model.course import Course, Module, Tag
from builder.model.lesson import Lesson
from builder.model.parts import Ref
from builder.publish.bundle import Bundle, Recipe
from builder.publish.staged import CONFIG, _Head, one_line, page_markdown, staged

HERE = Span("content/course.yml")
DOCUMENT = """<!doctype html><html><head><title>{title} · Course</title></head>
<body data-base="../" data-course="c" class="x">
<header>frame</header>
<main id="_main" tabindex="-1" class="lesson">
<h1>{title}</h1>
<p>Text of
{title}</p>
<pre>
```quiz
# no heading

    indented</pre>
<style>
p { color: red }
</style>
</main>
<script defer src="../assets/course.js"></script>
<script defer src="../assets/lesson.js"></script>
</body></html>"""


def page(title):
    return DOCUMENT.replace("{title}", title).encode()


def lesson(name, **more):
    made = Lesson(
        id=name,
        path=f"content/m/{name}.md",
        title=f"The {name}",
        body="",
        body_line=1,
        span=HERE,
        **more,
    )
    return lesson_entry(made, "en")


@pytest.fixture
def course():
    entries = (lesson("a", subtitle="Sub", tags=(Ref("t", HERE),)), lesson("b"))
    module = Module(id="m", path="content/m", title="Module", span=HERE, lessons=entries)
    return Course(
        id="c",
        title="Course: one",
        language="en",
        span=HERE,
        modules=(module,),
        tags=(Tag("t", "Tag label", "", HERE),),
    )


@pytest.fixture
def site():
    pages = ("index", "m/index", "m/a", "m/b", "tags/index", "tags/t", "about", "404")
    files = {f"{name}.html": page(name) for name in pages}
    files["m/a.html"] = Recipe(b"key", lambda: page("a"))
    files["assets/course.css"] = b"css"
    files["m/picture.svg"] = b"<svg/>"
    files["sitemap.xml"] = b""
    return Bundle(files)


def front(text):
    _, head, body = text.split("---\n", 2)
    return yaml.safe_load(head), body.strip()


def test_every_page_but_the_engines_own_is_staged_under_its_address(course, site):
    assert list(staged(course, site)) == [
        "docs/about.md",
        "docs/assets/course.css",
        "docs/assets/staged.css",
        "docs/index.md",
        "docs/m/a.md",
        "docs/m/b.md",
        "docs/m/index.md",
        "docs/m/picture.svg",
        "docs/tags/index.md",
        "docs/tags/t.md",
        "mkdocs.yml",
    ]


def test_a_lesson_carries_its_front_matter_and_its_content(course, site):
    head, body = front(staged(course, site).read("docs/m/a.md").decode())
    assert head == {
        "title": "The a",
        "description": "Sub",
        "tags": ["Tag label"],
        "hide": ["toc"],
    }
    assert body.startswith('<div class="course-page no-js lesson" data-base="../" data-course="c">')
    assert "<h1>a</h1>" in body
    assert "frame" not in body
    assert 'src="../assets/lesson.js"' in body
    assert "assets/course.js" not in body


def test_a_page_that_is_no_lesson_takes_its_title_from_the_document(course, site):
    head, _ = front(staged(course, site).read("docs/about.md").decode())
    assert head["title"] == "about"


def test_a_markdown_engine_changes_nothing_in_it(course, site):
    _, body = front(staged(course, site).read("docs/m/a.md").decode())
    extensions = ["attr_list", "tables", "pymdownx.superfences"]
    html = markdown.markdown(body, extensions=extensions)
    assert html == body
    assert "<pre>&#10;```quiz&#10;# no heading&#10;&#10;    indented</pre>" in html


def test_line_breaks_survive_where_they_mean_something():
    html = '<a\nhref="x">one\ntwo</a><SCRIPT>a\nb</SCRIPT>\n'
    assert one_line(html) == '<a href="x">one&#10;two</a><SCRIPT>a\nb</SCRIPT>&#10;'


def test_references_in_pictures_survive_instant_navigation():
    html = page_markdown(
        '<main><svg><use x="1" href="#a"/><a href="#b"></a></svg></main>', _Head()
    ).decode()
    assert '<use x="1" xlink:href="#a"/><a href="#b">' in html


def test_data_of_a_page_comes_along_where_nothing_runs_it():
    document = (
        '<main>m</main><script type="application/json" id="_outline">{"a": "\\u003cb"}</script>'
        '<script defer src="assets/home.js"></script>'
    )
    html = page_markdown(document, _Head()).decode()
    data = '<template id="_outline" data-search-exclude>{"a": "\\u003cb"}</template>'
    assert f'm{data}<script defer src="assets/home.js"></script></div>' in html
    assert "application/json" not in html


def test_the_configuration_names_every_page_once(course, site):
    config = yaml.safe_load(staged(course, site).read(CONFIG))
    assert config["site_name"] == "Course: one"
    assert config["use_directory_urls"] is False
    assert config["theme"]["font"] is False
    assert config["nav"] == [
        {"Course home": "index.md"},
        {"Module": ["m/index.md", {"The a": "m/a.md"}, {"The b": "m/b.md"}]},
        {"Tags": ["tags/index.md", {"Tag label": "tags/t.md"}]},
        {"About this course": "about.md"},
    ]


def test_a_page_is_made_again_only_when_it_or_its_head_changes(course, site):
    first = staged(course, site).files["docs/m/a.md"]
    again = staged(course, site).files["docs/m/a.md"]
    other = staged(course, Bundle({**site.files, "m/a.html": Recipe(b"new", lambda: b"")}))
    assert isinstance(first, Recipe)
    assert first.key == again.key
    assert first.key != other.files["docs/m/a.md"].key
