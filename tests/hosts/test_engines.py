"""The same course through every engine: the same text, quizzes and tags on every page."""

import shutil
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from builder.diagnostics import Failure
from builder.hosts import build_site
from builder.hosts.zensical_host import build_with_zensical
from builder.pipeline import Options, load

HERE = Path(__file__).resolve().parents[2]
VOID = {
    "br",
    "hr",
    "img",
    "input",
    "link",
    "meta",
    "source",
    "wbr",
    "area",
    "col",
    "embed",
    "track",
}
UNSEEN = {"script", "style", "template"}


class Content(HTMLParser):
    """What a learner gets from the element `start` of a page: words, links, form parts."""

    def __init__(self, start):
        super().__init__()
        self.start, self.open, self.unseen = start, 0, 0
        self.words, self.links, self.quiz, self.tags, self.pictures = [], [], [], [], []

    def handle_starttag(self, tag, attributes):
        told = dict(attributes)
        if not self.open and self.start(tag, told):
            self.open = 1
        elif self.open and tag not in VOID:
            self.open += 1
        if not self.open:
            return
        self.unseen += tag in UNSEEN
        if tag == "a" and told.get("class") != "headerlink":
            self.links.append(told.get("href"))
        if tag == "a" and "tagchip" in (told.get("class") or ""):
            self.tags.append(told["href"])
        if tag == "img":
            self.pictures.append((told.get("src"), told.get("alt")))
        if tag in ("form", "input", "select", "option", "textarea", "button") or "data-i" in told:
            self.quiz.append((tag, tuple(sorted(told.items(), key=str))))

    def handle_endtag(self, tag):
        if self.open and tag not in VOID:
            self.open -= 1
            self.unseen -= tag in UNSEEN

    def handle_data(self, text):
        if self.open and not self.unseen:
            self.words += text.split()


def main_of(document):
    content = Content(lambda tag, told: tag == "main")
    content.feed(document)
    return content


def framed(document):
    content = Content(lambda tag, told: "course-page" in (told.get("class") or "").split())
    content.feed(document)
    return content


@pytest.fixture(scope="module")
def shipped():
    return load(Options(root=HERE))


@pytest.fixture(scope="module")
def ours(shipped, tmp_path_factory):
    return build_site(shipped, tmp_path_factory.mktemp("ours") / "out").path


@pytest.fixture(scope="module")
def zensical(shipped, tmp_path_factory):
    return build_site(shipped, tmp_path_factory.mktemp("zensical") / "out", "zensical").path


def pages(site):
    return sorted(str(p.relative_to(site)) for p in site.rglob("*.html") if p.name != "404.html")


def assert_same_pages(site, other, count):
    assert pages(other) == pages(site)
    quizzes = tags = 0
    for page in pages(site):
        mine = main_of((site / page).read_text(encoding="utf-8"))
        theirs = framed((other / page).read_text(encoding="utf-8"))
        assert len(mine.words) > 10, page
        assert theirs.words == mine.words, page
        assert theirs.links == mine.links, page
        assert theirs.tags == mine.tags, page
        assert theirs.quiz == mine.quiz, page
        assert theirs.pictures == mine.pictures, page
        quizzes += any(tag == "form" for tag, _ in mine.quiz)
        tags += bool(mine.tags)
    assert quizzes >= count
    assert tags >= count


def test_zensical_makes_the_same_pages(shipped, ours, zensical):
    assert not shipped.report.failed
    assert_same_pages(ours, zensical, len(list(shipped.course.lessons())))


def test_everything_a_page_of_zensicals_names_is_there(zensical):
    """No request leaves the site and none fails: styles, scripts, pictures, links."""

    class Named(HTMLParser):
        def handle_starttag(self, tag, attributes):
            told = dict(attributes)
            name = told.get("src") or (told.get("href") if tag in ("link", "a") else None)
            if name and told.get("rel") not in ("canonical", "external noopener"):
                found.append((tag, name))

    missing = []
    for page in pages(zensical):
        found = []
        Named().feed((zensical / page).read_text(encoding="utf-8"))
        for tag, name in found:
            outside = "//" in name
            if outside and tag != "a":
                missing.append((page, name))
            elif not outside and not name.startswith(("#", "mailto:", "data:")):
                file = (zensical / page).parent / name.split("#")[0].split("?")[0]
                if not (file.is_file() or (file / "index.html").is_file()):
                    missing.append((page, name))
    assert missing == []


def test_stock_material_makes_the_same_pages(ours, tmp_path):
    root = copied(tmp_path / "course")
    course = root / "content" / "course.yml"
    course.write_text(course.read_text(encoding="utf-8") + "\nshell: material\n", encoding="utf-8")
    project = load(Options(root=root))
    assert_same_pages(ours, build_site(project, tmp_path / "out").path, 1)


def copied(root):
    for part in ("content", "quizzes", "site_overrides"):
        shutil.copytree(HERE / part, root / part)
    return root


def test_a_missing_zensical_is_one_line(shipped, tmp_path, monkeypatch):
    monkeypatch.setattr("builder.hosts.zensical_host.find_spec", lambda name: None)
    with pytest.raises(Failure) as caught:
        build_with_zensical(shipped, tmp_path / "out")
    assert caught.value.message == "Zensical is not installed"
    assert "pip install" in caught.value.hint
    assert list(tmp_path.iterdir()) == []


def test_a_failing_zensical_keeps_the_old_site(shipped, tmp_path, monkeypatch):
    target = tmp_path / "site"
    target.mkdir()
    (target / "index.html").write_text("old")
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with pytest.raises(Failure, match="Zensical could not build the site"):
        build_with_zensical(shipped, target)
    assert [p.name for p in tmp_path.iterdir()] == ["site"]
    assert (target / "index.html").read_text() == "old"
