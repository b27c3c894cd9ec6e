"""The files of the look."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

from builder.publish.assets import WEB, assets, kind_names, sheet, slim, with_fallback
from builder.publish.bundle import content_bytes

KB = 1000


@pytest.fixture
def overrides(tmp_path: Path) -> Path:
    (tmp_path / "assets" / "pictures").mkdir(parents=True)
    (tmp_path / "tokens.css").write_text(
        ":root { --brand: light-dark(#abc123, #321cba); }", encoding="utf-8"
    )
    (tmp_path / "icon.svg").write_text("<svg/>", encoding="utf-8")
    (tmp_path / "assets" / "pictures" / "logo.svg").write_text("<svg/>", encoding="utf-8")
    return tmp_path


def test_the_default_look_is_complete():
    files = assets()
    kinds = {f"assets/questions/{name}.js" for name in kind_names()}
    assert len(kinds) >= 2
    assert set(files) - kinds == {
        "assets/certificate.js",
        "assets/content.css",
        "assets/course.css",
        "assets/course.js",
        "assets/fonts/OFL.txt",
        "assets/fonts/display.woff2",
        "assets/fonts/text-italic.woff2",
        "assets/fonts/text.woff2",
        "assets/home.js",
        "assets/icon.svg",
        "assets/learner.css",
        "assets/lesson.js",
        "assets/more/clock.js",
        "assets/more/drag.js",
        "assets/more/keep.js",
        "assets/more/sure.js",
        "assets/notes.js",
        "assets/pages.css",
        "assets/print.css",
        "assets/questions.css",
        "assets/review.js",
        "assets/search.js",
        "assets/sitting.js",
    }
    assert list(files) == sorted(files)
    assert all(content_bytes(content) for content in files.values())
    assert assets() == files


def test_fonts_named_in_the_styles_exist():
    for name in re.findall(rb'url\("(fonts/[^"]+)"\)', sheet("course.css")):
        assert (WEB / name.decode()).is_file()


def test_a_course_changes_colours_icon_and_adds_files(overrides: Path):
    files = assets(overrides)
    css = sheet("course.css", overrides).decode()
    assert files["assets/icon.svg"] == overrides / "icon.svg"
    assert files["assets/pictures/logo.svg"] == overrides / "assets" / "pictures" / "logo.svg"
    own = css.index("light-dark(#abc123")
    assert css.rindex("@layer brand {", 0, own) > css.index("@layer tokens {")
    assert "@layer brand {\n:root { --brand: #abc123; }" in css
    assert css.index("@layer tokens, brand, settings, base") < css.index("@layer tokens {")


def test_only_the_sheet_that_every_page_loads_carries_tokens(overrides: Path):
    assert b"abc123" not in sheet("pages.css", overrides)
    assert b"--paper:" not in sheet("pages.css")


def test_a_folder_without_files_of_ours_changes_nothing(tmp_path: Path):
    assert assets(tmp_path) == assets()


def test_older_browsers_get_the_light_colours():
    css = with_fallback(
        "a { color: light-dark(#fff, rgb(1, 2, 3)); b: light-dark( red , var(--x) ) }"
    )
    plain, newer = css.split("@supports")
    assert plain == "a { color: #fff; b: red  }"
    assert "light-dark(#fff, rgb(1, 2, 3))" in newer


def test_every_default_colour_has_a_fallback():
    plain = sheet("course.css").decode().split("@supports (color: light-dark")[0]
    assert "light-dark(" not in plain
    assert "--t6: #" in plain


def test_slimming_drops_comments_and_indentation_only():
    assert (
        slim("/* a */\na {\n  b: c;\n\n  content: 'x  y';\n}\n")
        == "a {\nb: c;\ncontent: 'x  y';\n}\n"
    )


def test_nothing_of_the_shipped_course_is_wired_in():
    for path in WEB.rglob("*"):
        if path.suffix in (".css", ".js"):
            text = path.read_text(encoding="utf-8").lower()
            assert not re.search(r"bti\b|building trust|empathy", text), path


def test_no_style_reaches_out():
    for name, content in assets().items():
        if name.endswith(".css"):
            assert isinstance(content, bytes)
            assert not re.search(rb"https?://|@import|url\((?!\"fonts/)", content), name


def size(*names: str) -> int:
    files = assets()
    parts = [files[f"assets/{name}"] for name in names]
    return sum(len(gzip.compress(content_bytes(part))) for part in parts)


def test_the_scripts_of_a_lesson_stay_small():
    typical = ("questions/matching.js", "questions/ordering.js")
    assert size("lesson.js", *typical) <= 14 * KB


def test_the_styles_of_a_lesson_stay_small():
    assert size("course.css") <= 10 * KB


def test_the_fonts_stay_small_and_carry_their_licence():
    fonts = list((WEB / "fonts").glob("*.woff2"))
    assert len(fonts) == 3
    assert sum(font.stat().st_size for font in fonts) <= 125 * KB
    text = (WEB / "fonts" / "OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in text
    assert text.count("Project Authors (https://github.com/") == 2
