"""Slots are given once: what was known keeps its number through any change."""

from __future__ import annotations

import re
from urllib.parse import unquote

import pytest
import yaml

from builder.model.registry import (
    Fate,
    Kind,
    Known,
    Registry,
    quoted,
    renewed,
    unregistered,
    vanished,
    with_fate,
    with_names,
    written,
)

LESSON = Known(Kind.LESSON, "trust")
WHY = Known(Kind.QUESTION, "trust/why", "a" * 12, "o4/1*2")
HOW = Known(Kind.QUESTION, "trust/how", "b" * 12, "s4/2*2")
NEW = Registry("content/ids.yml")


def numbers(registry):
    return {slot.known: (slot.number, slot.fate) for slot in registry.slots}


def test_new_parts_get_the_next_numbers():
    first = renewed(NEW, "c", [LESSON, WHY])
    second = renewed(first, "c", [HOW, WHY, LESSON])
    assert [s.number for s in second.slots] == [0, 1, 2]
    assert numbers(second)[HOW] == (2, Fate.LIVE)
    assert second.course == "c"


def test_a_changed_question_gets_a_new_number_and_its_old_one_when_it_changes_back():
    other = WHY._replace(mark="c" * 12)
    first = renewed(NEW, "c", [LESSON, WHY])
    second = renewed(first, "c", [LESSON, other])
    assert numbers(second)[WHY] == (1, Fate.CHANGED)
    assert numbers(second)[other] == (2, Fate.LIVE)
    third = numbers(renewed(second, "c", [LESSON, WHY]))
    assert third[WHY] == (1, Fate.LIVE)
    assert third[other] == (2, Fate.CHANGED)


def test_another_way_to_write_answers_is_no_other_question():
    other = WHY._replace(code="o4/1*5")
    second = renewed(renewed(NEW, "c", [WHY]), "c", [other])
    assert numbers(second) == {WHY: (0, Fate.RECODED), other: (1, Fate.LIVE)}


def test_a_retired_number_is_never_given_again():
    first = renewed(NEW, "c", [LESSON, WHY])
    retired = with_fate(first, [1], Fate.RETIRED)
    assert numbers(renewed(retired, "c", [LESSON, HOW]))[HOW] == (2, Fate.LIVE)
    assert retired.retired().keys() == {(Kind.QUESTION, "trust/why")}


def test_what_is_gone_and_what_is_new():
    first = renewed(NEW, "c", [LESSON, WHY])
    now = [LESSON, HOW, WHY._replace(id="trust/what")]
    assert [slot.known for slot in vanished(first, now)] == [WHY]
    assert list(unregistered(first, now)) == now[1:]
    renamed = with_names(first, {1: "trust/what"})
    assert list(vanished(renamed, now)) == []
    assert list(unregistered(renamed, now)) == [HOW]


@pytest.mark.parametrize("name", ["a b", "a: b", "é/多", "#1", "100%", "a\nb", "*x", "it's", "-"])
def test_any_id_is_one_word(name):
    word = quoted(name)
    assert re.fullmatch(r"\S+", word)
    assert unquote(word) == name


def test_the_file_is_yaml_with_one_line_for_each_slot():
    registry = with_fate(renewed(NEW, "c: d", [LESSON, WHY]), [1], Fate.RETIRED)
    text = written(registry)
    assert f"\nkey: {registry.key}\nslots:\n" in text
    assert text.endswith("  0: lesson trust\n  1: question trust/why aaaaaaaaaaaa o4/1*2 retired\n")
    assert yaml.safe_load(text) == {
        "course": "c%3A%20d",
        "key": registry.key,
        "slots": {0: "lesson trust", 1: "question trust/why aaaaaaaaaaaa o4/1*2 retired"},
    }


def test_a_register_that_is_begun_anew_has_another_key_unless_the_course_is_the_same():
    first = renewed(NEW, "c", [LESSON, WHY])
    assert renewed(first, "c", [LESSON, WHY, HOW]).key == first.key
    assert renewed(NEW, "c", [LESSON, WHY]).key == first.key
    assert renewed(NEW, "c", [LESSON, HOW, WHY]).key != first.key
