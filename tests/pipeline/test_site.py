"""A site is written whole or not at all, and unchanged pages move on."""

import pytest

from builder.pipeline import Options, building, load
from builder.pipeline.cache import Written
from builder.pipeline.make import Broken, made, unchanged
from builder.publish.bundle import Bundle, Recipe, digest


def recipe(text):
    return Recipe(digest(text), text.encode)


def build(project, target, **options):
    with building(project, target, **options) as work:
        for path, content in work.files():
            file = work.staging / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content if isinstance(content, bytes) else content.read_bytes())
    return work


@pytest.fixture
def project(folder):
    root = folder({"a.md": "# A\n\nText.\n", "b.md": "# B\n\nText.\n", "p.png": b"\x89PNG\r\n"})
    return load(Options(root=root, jobs=1))


def test_the_second_build_makes_nothing(project, tmp_path):
    target = tmp_path / "site"
    first = build(project, target)
    assert first.kept == {}
    before = {p: p.read_bytes() for p in target.rglob("*") if p.is_file()}
    second = build(project, target)
    assert second.result(target, 0).rebuilt == 0
    assert {p: p.read_bytes() for p in target.rglob("*") if p.is_file()} == before
    assert (target / "p.png").read_bytes() == b"\x89PNG\r\n"


def test_a_page_edited_in_the_built_site_is_made_again(project, tmp_path):
    target = tmp_path / "site"
    build(project, target)
    good = (target / "a.html").read_bytes()
    (target / "a.html").write_bytes(good.replace(b"Text", b"Tex!"))
    assert "a.html" not in build(project, target).kept
    assert (target / "a.html").read_bytes() == good


def test_a_failing_build_leaves_the_old_site(project, tmp_path):
    target = tmp_path / "site"
    build(project, target)
    before = sorted(p.name for p in target.iterdir())

    def fail():
        with building(project, target) as work:
            (work.staging / "half.html").write_text("half")
            raise RuntimeError("in the middle")

    with pytest.raises(RuntimeError, match="in the middle"):
        fail()
    assert sorted(p.name for p in target.iterdir()) == before
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".site")] == []


def test_nothing_is_kept_when_others_have_a_say(project, tmp_path):
    target = tmp_path / "site"
    build(project, target)
    assert build(project, target, keep=False).kept == {}


def test_only_files_as_they_were_written_count_as_unchanged(tmp_path):
    (tmp_path / "same.html").write_text("same")
    stat = (tmp_path / "same.html").stat()
    bundle = Bundle({name: recipe("same") for name in ("same.html", "gone.html", "new.html")})
    known = Written(digest("same"), stat.st_size, stat.st_mtime_ns)
    written = {"same.html": known, "gone.html": known}
    assert unchanged(bundle, tmp_path, written) == {"same.html": str(tmp_path / "same.html")}
    other = {"same.html": Written(digest("other"), stat.st_size, stat.st_mtime_ns)}
    assert unchanged(bundle, tmp_path, other) == {}


@pytest.mark.parametrize("jobs", [1, 2])
def test_many_files_are_made_whatever_the_number_of_workers(jobs, tmp_path):
    files = {f"{n}.html": recipe(f"page {n}") for n in range(60)} | {"raw.txt": b"raw"}
    made_files = dict(made(files, Options(root=tmp_path, jobs=jobs)))
    assert made_files == {f"{n}.html": b"page %d" % n for n in range(60)} | {"raw.txt": b"raw"}


def test_a_page_that_cannot_be_made_is_named(tmp_path):
    def fail():
        raise ZeroDivisionError

    files = {f"{n}.html": Recipe(b"%d" % n, fail) for n in range(60)}
    with pytest.raises(Broken, match=r"\d\.html.*ZeroDivisionError"):
        list(made(files, Options(root=tmp_path, jobs=2)))
