"""One way to make the site: `mkdocs build` and `coursewright build` agree to the byte."""

import subprocess
import sys

import pytest

from builder.diagnostics import Failure
from builder.hosts import build_site
from builder.pipeline import Options, load

MKDOCS_YML = "site_name: C\ndocs_dir: content\ntheme:\n  name: material\nplugins: [coursewright]\n"
FILES = {
    "content/course.yml": "id: c\ntitle: C\nmodules: [m]\n",
    "content/m/module.yml": "title: M\nlessons: [a, b]\n",
    "content/m/a.md": "---\ntitle: A\n---\n\n## One\n\nSee [b](b.md).\n",
    "content/m/b.md": "---\ntitle: B\ntags: [t]\n---\n\n## Two\n\nText.\n",
    "content/m/picture.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
}


def files(folder):
    found = (p for p in folder.rglob("*") if p.is_file())
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in found}


def mkdocs(root, *arguments):
    command = [sys.executable, "-m", "mkdocs", *arguments]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)


def read(root):
    return load(Options(root=root, jobs=1))


def test_the_command_and_mkdocs_make_the_same_site(folder, tmp_path):
    root = folder(FILES | {"mkdocs.yml": MKDOCS_YML})
    done = mkdocs(root, "build", "--strict")
    assert done.returncode == 0, done.stderr
    build_site(read(root), tmp_path / "ours")
    assert files(root / "site") == files(tmp_path / "ours")
    assert {"index.html", "m/a.html", "m/picture.svg", "tags/t.html"} <= set(files(root / "site"))


def test_a_course_needs_no_mkdocs_yml(folder, tmp_path):
    root = folder(FILES)
    build_site(read(root), tmp_path / "without")
    (root / "mkdocs.yml").write_text(MKDOCS_YML)
    build_site(read(root), tmp_path / "with")
    assert files(tmp_path / "without") == files(tmp_path / "with")


def test_a_foreign_mkdocs_yml_is_not_read(folder, tmp_path):
    foreign = "site_name: !!python/object/apply:os.abort []\n"
    root = folder(FILES | {"mkdocs.yml": foreign})
    result = build_site(read(root), tmp_path / "site")
    assert result.pages == len(
        [name for name in files(tmp_path / "site") if name.endswith(".html")]
    )


def test_mistakes_stop_mkdocs_with_their_place_and_keep_the_old_site(folder):
    root = folder(FILES | {"mkdocs.yml": MKDOCS_YML})
    mkdocs(root, "build")
    before = files(root / "site")
    (root / "content/m/a.md").write_text("---\ntitle: A\n---\n\n## One\n\nSee [b](c.md).\n")
    done = mkdocs(root, "build")
    assert done.returncode == 1
    assert "content/m/a.md:7:" in done.stderr
    assert "Traceback" not in done.stderr
    assert files(root / "site") == before


def test_other_plugins_see_and_may_change_every_page(folder, tmp_path):
    hook = (
        "def on_post_page(output, page, config):\n    return output.replace('Text.', 'Changed.')\n"
    )
    root = folder(FILES | {"mkdocs.yml": MKDOCS_YML + "hooks: [hook.py]\n", "hook.py": hook})
    for _ in range(2):
        result = build_site(read(root), tmp_path / "site")
        assert result.rebuilt == result.pages
        assert "Changed." in (tmp_path / "site/m/b.html").read_text()


def test_a_mkdocs_yml_with_a_mistake_is_one_line(folder, tmp_path):
    root = folder(FILES | {"mkdocs.yml": MKDOCS_YML.replace("material", "no-such-theme")})
    with pytest.raises(Failure, match="theme"):
        build_site(read(root), tmp_path / "site")
