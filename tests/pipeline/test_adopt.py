"""What was assumed gets written down."""

from __future__ import annotations

import pytest
import yaml

from builder.diagnostics import Failure
from builder.pipeline import Options, load
from builder.pipeline.adopt import plan, write_plan


def planned(root):
    return plan(load(Options(root=root, cache=False)))


BARE = {
    "README.md": "# Soup for all\n",
    "2. Boil.md": "# Boil it\n",
    "10. Eat.md": "# Eat it\n",
    "desserts/ice.md": "Cold.\n",
    "desserts/deep/no.md": "# No\n",
    "desserts/deep/2. boil.md": "# Boil again\n",
}


def test_order_titles_and_ids_are_kept(folder):
    root = folder(BARE)
    files = {path: yaml.safe_load(text) for path, text in planned(root).items()}
    assert set(files) == {
        "course.yml",
        "module.yml",
        "desserts/module.yml",
        "desserts/deep/module.yml",
    }
    assert files["module.yml"]["lessons"] == ["2. Boil", "10. Eat"]
    assert files["desserts/deep/module.yml"]["lessons"] == ["2. boil", "no"]
    before = load(Options(root=root, cache=False)).course
    write_plan(root, planned(root))
    after = load(Options(root=root, cache=False)).course
    assert after.explicit
    assert (after.id, after.title, after.language) == (before.id, before.title, before.language)
    assert [(m.id, m.title) for m in after.modules] == [(m.id, m.title) for m in before.modules]
    assert list(map(address, after.lessons())) == list(map(address, before.lessons()))


def address(pair):
    module, entry = pair
    return module.id, entry.id, entry.path, entry.url, entry.title


def test_a_content_folder_keeps_its_files(folder):
    files = planned(folder({"content/a/one.md": "# One\n"}))
    assert set(files) == {"content/course.yml", "content/a/module.yml"}
    assert yaml.safe_load(files["content/course.yml"])["modules"] == ["a"]


def test_nothing_is_left_to_do_afterwards(folder, run):
    root = folder(BARE)
    write_plan(root, planned(root))
    assert planned(root) == {}
    ran = run("adopt", root)
    assert ran.code == 0
    assert "Nothing to write" in ran.out


def test_existing_files_are_never_changed(folder, run):
    own = "title: My own\nlessons: [ice]\n"
    root = folder({**BARE, "desserts/module.yml": own})
    assert "desserts/module.yml" not in planned(root)
    assert run("adopt", root).code == 0
    assert (root / "desserts/module.yml").read_text() == own


def test_a_file_that_appeared_meanwhile_is_not_overwritten(folder):
    root = folder(BARE)
    files = planned(root)
    (root / "course.yml").write_text("title: Mine\n")
    with pytest.raises(Failure, match=r"course\.yml"):
        write_plan(root, files)
    assert (root / "course.yml").read_text() == "title: Mine\n"


def test_mistakes_of_the_bare_folder_do_not_stop_the_adopted_one(folder, run):
    root = folder({"a.md": "# A\n\n[gone](gone.md)\n"})
    assert run("check", "-C", root).code == 0
    text = planned(root)["course.yml"]
    assert yaml.safe_load(text)["levels"] == {"broken-link": "warning"}
    write_plan(root, planned(root))
    assert run("check", "-C", root).code == 0
    (root / "course.yml").write_text(
        text.replace("  broken-link: warning\n", "").replace("levels:\n", "")
    )
    assert run("check", "-C", root).code == 1
