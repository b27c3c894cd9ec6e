"""What differs between platforms, what an author may choose, and what the command says."""

from __future__ import annotations

import json
import re

import pytest

from builder.publish.lms.presets import PRESETS

from .conftest import COURSE, ROOT, read
from .standards import official, verdicts

DOCS = (ROOT / "docs/lms.md").read_text("utf-8")
NAMES = "generic moodle canvas blackboard brightspace cornerstone successfactors docebo ilias"


def shell(package):
    html = read(package, "index.html").decode()
    return json.loads(re.search(r'id="_lms">(.*?)</script>', html)[1])


def test_every_platform_is_there_and_explained():
    assert set(PRESETS) == set(NAMES.split())
    for name in PRESETS:
        assert f"| `{name}` |" in DOCS, name


@pytest.mark.parametrize("name", ["successfactors", "cornerstone"])
def test_manifests_stay_valid(pack, name):
    manifest = read(pack("scorm2004", preset=name), "imsmanifest.xml")
    assert verdicts(official("scorm2004"), manifest) == (True, True)
    assert verdicts(official("cmi5"), read(pack("cmi5", preset=name), "cmi5.xml")) == (True, True)


def test_buttons_that_throw_a_record_away_are_hidden(pack):
    usual = read(pack("scorm2004"), "imsmanifest.xml").decode()
    other = read(pack("scorm2004", preset="successfactors"), "imsmanifest.xml").decode()
    assert "abandonAll" not in usual
    assert other.count("hideLMSUI>abandon") == 2


def test_a_window_of_its_own(pack):
    assert b'launchMethod="OwnWindow"' not in read(pack("cmi5"), "cmi5.xml")
    other = read(pack("cmi5", preset="cornerstone"), "cmi5.xml")
    assert other.count(b'launchMethod="OwnWindow"') == other.count(b"<au ")


def test_an_author_decides_what_a_finished_course_says(pack):
    assert shell(pack("scorm12"))["preset"]["exit"] == "suspend"
    chosen = {"content/course.yml": COURSE + "lms:\n  exit: normal\n"}
    assert shell(pack("scorm12", chosen))["preset"]["exit"] == "normal"


def test_remarks():
    docebo = PRESETS["docebo"]
    assert list(docebo.remarks("scorm12", {"a.html": b""}, 1)) == []
    said = list(docebo.remarks("scorm2004", {"tools/run.PY": b""}, 60_000_000))
    assert len(said) == 3
    assert any("tools/run.PY" in line for line in said)
    assert list(PRESETS["cornerstone"].remarks("scorm12", {}, 60_000_000)) == []


SMALL = {
    "content/course.yml": "id: small\ntitle: Small\nversion: 2 beta\nmodules: [one]\n",
    "content/one/a.md": "---\nsummary: [S]\n---\n# A\n\n## Part\n",
}


def test_what_the_command_says(run, folder, tmp_path, monkeypatch):
    monkeypatch.delenv("CI", raising=False)
    root, out = folder(SMALL), tmp_path / "out"
    packages = ("scorm12", "scorm2004", "cmi5")
    base = ("--base-url", "https://example.com/small/")
    ran = run("build", *packages, "-C", root, "--out", out, "--lms", "docebo", *base)
    assert ran.code == 0
    lines = ran.out.splitlines()
    said = r"Registered \d+ new ids?: commit content/ids.yml with the course."
    assert any(re.fullmatch(said, line) for line in lines)
    packed = [line for line in lines if line.startswith("Packed")]
    assert len(packed) == 3
    facts = (
        r"\d+ kB, \d+ files, (saved state \d+ of 3,800 characters at most, )?sha256 [0-9a-f]{64}"
    )
    assert all(re.search(facts + "$", line) for line in packed)
    assert any(line.startswith("  note: Docebo:") for line in lines)
    made = sorted(path.name for path in out.iterdir())
    assert made == sorted(
        [*(f"small-2-beta-{name}.zip" for name in packages), "small-2-beta-cmi5.xml"]
    )
    assert b"<url>https://example.com/small/one/a.html</url>" in (out / made[0]).read_bytes()
    again = run("build", "scorm12", "-C", root, "--out", out, "--locked")
    assert again.code == 0
    assert "Registered" not in again.out


def test_locked_refuses_new_ids(run, folder, monkeypatch):
    root = folder(SMALL)
    assert run("build", "scorm12", "-C", root, "--locked").code == 1
    assert not (root / "dist").exists()
    assert not (root / "content/ids.yml").exists()
    monkeypatch.setenv("CI", "true")
    assert run("build", "scorm12", "-C", root).code == 0
    (root / "content/one/b.md").write_text("# B\n")
    assert run("build", "scorm12", "-C", root).code == 1
    monkeypatch.delenv("CI")
    assert run("build", "scorm12", "-C", root).code == 0


@pytest.mark.parametrize(
    "options",
    [
        ("scorm12", "--base-url", "https://example.com"),
        ("cmi5", "--base-url", "example.com"),
        ("scorm12", "--lms", "unheard-of"),
        ("site", "scorm12", "--out", "x"),
        ("scorm13",),
    ],
)
def test_wrong_command_lines(run, folder, options):
    assert run("build", "-C", folder(SMALL), *options).code == 2
