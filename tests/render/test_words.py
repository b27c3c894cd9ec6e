"""The words of the pages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from builder.render.body import BodyWords
from builder.render.environment import TEMPLATES
from builder.render.words import body_words, direction, load_words


def test_forms_follow_the_count() -> None:
    t = load_words("en")
    assert t("questions", n=1) == "1 question"
    assert t("questions", n=0) == "0 questions"
    assert t.skip == "Skip to the content"


def test_a_language_fills_its_gaps_with_english(tmp_path: Path) -> None:
    table = "fi:\n  skip: Siirry\n  questions: {one: '{n} kysymys', other: '{n} kysymystä'}\n"
    (tmp_path / "strings.yml").write_text(table, encoding="utf-8")
    t = load_words("fi-FI", tmp_path)
    assert t.skip == "Siirry"
    assert t("questions", n=2) == "2 kysymystä"
    assert t.search == "Search"
    assert load_words("en", tmp_path).skip == "Skip to the content"


def test_an_empty_table_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "strings.yml").write_text("", encoding="utf-8")
    assert load_words("xx", tmp_path).names() == load_words("en").names()


def test_unknown_phrases_are_errors() -> None:
    t = load_words("en")
    with pytest.raises(AttributeError, match="no phrase is called 'nothing'"):
        _ = t.nothing
    with pytest.raises(KeyError):
        t("nothing")


@pytest.mark.parametrize(("tag", "expected"), [("en", "ltr"), ("he", "rtl"), ("ar-EG", "rtl")])
def test_direction(tag: str, expected: str) -> None:
    assert direction(tag) == expected


def test_english_body_words_are_the_defaults() -> None:
    assert body_words("en") == BodyWords()


def test_templates_and_phrases_agree() -> None:
    """Every phrase a template names exists, and every phrase is used somewhere."""
    t = load_words("en", None, "workshop/strings.yml")
    sources = "".join(p.read_text("utf-8") for p in TEMPLATES.rglob("*.html"))
    code = "".join(p.read_text("utf-8") for p in (TEMPLATES.parent / "render").rglob("*.py"))
    used = set(re.findall(r"\bt\.(\w+)", sources)) | set(re.findall(r"\bt\([\"'](\w+)", sources))
    elsewhere = set(re.findall(r"_?words\.(\w+)", code))
    elsewhere |= set(re.findall(r'"(\w+)"', code + sources))
    built = tuple(set(re.findall(r"\bt\([\"'](\w+_)[\"'] ~", sources)))
    built += (*re.findall(r'f"(kit_\w+_)\{', code), "kit_lv_")
    assert used - set(built) <= set(t.names())
    endings = tuple(re.findall(r'_words\(f"\{\w+\}(_\w+)"\)', code))
    unused = set(t.names()) - used - elsewhere
    assert {
        n for n in unused if not n.startswith((*built, "lms_")) and not n.endswith(endings)
    } == set()


def test_words_of_a_place_replace_words_of_the_site():
    words = load_words("en")
    packed = words.spoken_in("lms")
    own = [name for name in words.names() if name.startswith("lms_")]
    assert own
    for name in own:
        assert name.removeprefix("lms_") in words.names()
        assert getattr(packed, name.removeprefix("lms_")) == getattr(words, name)
    assert packed.skip == words.skip
