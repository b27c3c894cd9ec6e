"""Questions answered by typing, on the page and on the page of answers."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import cache, partial
from html import unescape
from typing import Any

import pytest

from builder.model.questions import (
    Amount,
    Blank,
    Cloze,
    MenuKey,
    NumberKey,
    Numeric,
    Option,
    Question,
    ShortText,
    TextKey,
    Variant,
)
from builder.render.environment import environment
from builder.render.markup import block, inline, plain
from builder.render.questions import question_view, without_key
from builder.render.questions.base import Text
from builder.render.words import load_words
from render.samples import AT

PATH = "content/a/b.md"


def text_for(language: str) -> Text:
    return Text(partial(inline, path=PATH), partial(block, path=PATH), plain, language)


@cache
def _pages() -> Any:
    return environment(), load_words("en")


def html(question: Question, *, keyless: bool = False, language: str = "en", **more: Any) -> str:
    view = question_view(question, "quiz", {}, text_for(language))
    view = without_key(view) if keyless else view
    pages, words = _pages()
    page: str = pages.get_template(view.template).render(q=view, t=words, number=1, total=1, **more)
    return page


def fingerprint(question: Question) -> str:
    return question_view(question, "quiz", {}, text_for("en")).fingerprint


TEXT = TextKey(
    variants=(
        Variant(id="0", text="trust & hope", span=AT, feedback="It *grows*."),
        Variant(id="1", text="faith", span=AT),
        Variant(id="2", text="belief", span=AT, credit=0.5, feedback="Partly."),
        Variant(id="3", text=r"\d+ x\w", span=AT, pattern=True),
        Variant(id="4", text="<control>", span=AT, credit=0.0, feedback="The opposite."),
    )
)
NUMBER = NumberKey(
    amounts=(
        Amount(id="0", text="1234.5", low=1234.0, high=1235.0, span=AT, feedback="Yes."),
        Amount(id="1", text="26.2", low=26.2, high=26.2, span=AT, credit=0.0, feedback="Miles."),
    ),
    unit="km",
    units=(("km", 1.0), ("m", 0.001)),
)
MENU = MenuKey(
    options=tuple(
        Option(id=i, text=i.title(), span=AT, correct=i == "small", feedback=f"So {i}.")
        for i in ("small", "large", "secret")
    )
)
WORD = ShortText(id="q", type="short-text", prompt="?", span=AT, key=TEXT)
FAR = Numeric(id="q", type="numeric", prompt="?", span=AT, key=NUMBER)
GAPS = Cloze(
    id="q",
    type="cloze",
    prompt="?",
    span=AT,
    text=(
        "A *first* {{what}} in\n\n- one {{size}} step\n"
        "- {{far}} [away](x.md#{{far}}) {{far}} {{no}}"
    ),
    blanks=(
        Blank(id="what", key=TEXT, span=AT, feedback="Look above."),
        Blank(id="size", key=MENU, span=AT),
        Blank(id="far", key=NUMBER, span=AT),
    ),
)
ALL = [WORD, FAR, GAPS]
each = pytest.mark.parametrize("question", ALL, ids=lambda q: q.type)


def specs(page: str) -> dict[str, Any]:
    found = re.findall(r'<li data-i="([^"]*)" data-answer="[^"]*" data-spec="([^"]*)"', page)
    return {name: json.loads(unescape(spec)) for name, spec in found}


def test_the_key_of_a_text_is_what_the_browser_compares() -> None:
    assert specs(html(WORD)) == {
        "text": {
            "type": "text",
            "typos": "hint",
            "of": [
                ["trust & hope", 1.0],
                ["faith", 1.0],
                ["belief", 0.5],
                [r"[0-9]+ x[\p{L}\p{N}_]", 1.0, 1],
                ["<control>", 0.0],
            ],
        }
    }


def test_the_key_of_a_number_has_the_narrowest_range_first() -> None:
    spec = specs(html(FAR))["number"]
    assert [one[0] for one in spec["of"]] == ["1", "0"]
    assert spec["units"] == [["km", 1.0], ["m", 0.001]]
    assert "comma" not in spec


def test_the_language_of_the_course_decides_about_the_comma() -> None:
    page = html(FAR, language="de")
    assert specs(page)["number"]["comma"] == 1
    assert "<strong>1234,5 km</strong> (1234 to 1235 counts)" in page
    point = replace(FAR, key=replace(NUMBER, comma=False))
    assert "comma" not in specs(html(point, language="de"))["number"]


def test_a_unit_stands_beside_the_field_unless_it_is_asked_for() -> None:
    assert '<span class="unit" id="_unit-q--number">km</span>' in html(FAR)
    asked = html(replace(FAR, key=replace(NUMBER, unit_required=True)))
    assert 'class="unit"' not in asked
    assert "Write a number with its unit." in asked


def test_fields_stand_where_the_text_names_them() -> None:
    page = html(GAPS).split("<template")[0]
    assert re.findall(r'class="option gap" data-i="(\w+)"', page) == ["what", "size", "far"]
    assert "A <em>first</em> <span" in page
    assert re.search(r"<li>one <span class=\"option gap\".*?</span> step</li>", page, re.DOTALL)
    assert "#{{far}}" in page.replace("%7B", "{").replace("%7D", "}")
    assert "{{far}} {{no}}" in page


def test_fields_are_named_by_the_words_around_them() -> None:
    page = html(GAPS)
    assert 'aria-label="Blank 1 of 3: A first blank in"' in page
    assert 'aria-label="Blank 2 of 3: one blank step"' in page


def test_fields_tell_nothing_of_the_length_of_one_answer() -> None:
    sizes = set(re.findall(r'size="(\d+)"', html(GAPS).split("<template")[0]))
    assert sizes == {"16", "8"}  # texts, numbers
    short = replace(TEXT, variants=(replace(TEXT.variants[0], text="a" * 60),))
    assert 'size="28"' in html(WORD)
    assert 'size="28"' in html(replace(WORD, key=short))


def test_options_stand_in_an_order_that_tells_nothing() -> None:
    firsts = set()
    for n in range(20):
        page = html(replace(GAPS, id=f"q{n}"))
        firsts.add(re.findall(r'<option value="(\w+)">', page)[0])
    assert firsts == {"small", "large", "secret"}


@each
def test_without_key_nothing_tells_the_answer(question: Question) -> None:
    page = html(question, keyless=True)
    for told in ("trust", "faith", "1234", "26.2", "control", "data-spec", "<template", "So large"):
        assert told not in page


def other_key(question: Any) -> Question:
    text = replace(
        TEXT, variants=(replace(TEXT.variants[0], text="something much longer than it"),)
    )
    number = replace(NUMBER, amounts=(replace(NUMBER.amounts[0], low=-1.0, high=5.0),))
    turned = tuple(replace(option, correct=option.id == "large") for option in MENU.options)
    keys = {TextKey: text, NumberKey: number, MenuKey: MenuKey(options=turned)}
    if isinstance(question, Cloze):
        blanks = tuple(replace(b, key=keys[type(b.key)]) for b in question.blanks)
        return replace(question, blanks=blanks)
    other: Question = replace(question, key=keys[type(question.key)])
    return other


@each
def test_the_page_without_key_is_the_same_whatever_is_right(question: Question) -> None:
    assert html(question, keyless=True) == html(other_key(question), keyless=True)


@each
def test_the_fingerprint_follows_the_key(question: Question) -> None:
    assert fingerprint(question) != fingerprint(other_key(question))
    assert fingerprint(question) == fingerprint(replace(question, feedback="F", hint="H", points=3))


@pytest.mark.parametrize(
    "change",
    [
        {"case": True},
        {"accents": True},
        {"typos": "accept"},
        {"variants": TEXT.variants[:-1]},
        {"variants": (*TEXT.variants[:2], replace(TEXT.variants[2], credit=0.25))},
    ],
)
def test_the_fingerprint_follows_how_a_text_is_compared(change: dict[str, Any]) -> None:
    assert fingerprint(replace(WORD, key=replace(TEXT, **change))) != fingerprint(WORD)


def test_the_fingerprint_leaves_feedback_alone() -> None:
    other = tuple(replace(v, feedback="Other.") for v in TEXT.variants)
    assert fingerprint(replace(WORD, key=replace(TEXT, variants=other))) == fingerprint(WORD)


def test_the_fingerprint_follows_units_and_the_text_of_a_cloze() -> None:
    assert fingerprint(replace(FAR, key=replace(NUMBER, unit="m"))) != fingerprint(FAR)
    assert fingerprint(replace(GAPS, text=GAPS.text + " More.")) != fingerprint(GAPS)


@pytest.mark.parametrize(
    ("question", "lines"),
    [
        (WORD, ["trust & hope (also: faith)", "It grows.", "belief (50 % of the points): Partly."]),
        (WORD, ["<control>: The opposite."]),
        (FAR, ["1234.5 km (1234 to 1235 counts)", "Yes.", "26.2: Miles."]),
        (GAPS, ["A first trust & hope in", "Blank 2: Small", "So small.", "Large: So large."]),
    ],
)
def test_the_page_of_answers_can_be_read(question: Question, lines: list[str]) -> None:
    page = unescape(re.sub(r"<[^>]*>", "", html(question, sheet=True)))
    words = " ".join(page.split())
    for line in lines:
        assert line in words


def test_a_blank_says_its_feedback_where_a_right_answer_has_none() -> None:
    page = html(GAPS)
    said = dict(
        re.findall(r'<li class="told" data-i="(what/\d)">.*?class="why">(.*?)</span>', page)
    )
    assert said["what/1"] == "Look above."
    assert said["what/0"] == "It <em>grows</em>."
    assert said["what/4"] == "The opposite."


def test_a_cloze_builds_on_the_scripts_its_blanks_need() -> None:
    view = question_view(GAPS, "quiz", {}, text_for("en"))
    assert view.needs == ("numeric", "short-text")
    menu = replace(GAPS, blanks=GAPS.blanks[1:2])
    assert question_view(menu, "quiz", {}, text_for("en")).needs == ()
