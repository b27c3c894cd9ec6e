"""Questions whose rows are sorted, and whose regions or pieces are picked, as HTML."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, partial
from typing import Any

import pytest

from builder.model.parts import Picture
from builder.model.questions import (
    Highlight,
    Hotspot,
    Option,
    Question,
    Region,
    Sorting,
    SortRow,
)
from builder.render.environment import environment
from builder.render.markup import block, inline, plain
from builder.render.questions import question_view, without_key
from builder.render.questions.base import Text
from builder.render.words import load_words
from render.samples import AT

PATH = "content/m/l.md"
TEXT = Text(partial(inline, path=PATH), partial(block, path=PATH), plain)
SECRET = "Because it is so."


@cache
def _pages() -> Any:
    return environment(), load_words("en")


def html(question: Question, *, keyless: bool = False, **more: Any) -> str:
    pages, words = _pages()
    view = question_view(question, "quiz", {}, TEXT)
    view = without_key(view) if keyless else view
    made: str = pages.get_template(view.template).render(q=view, t=words, number=1, total=1, **more)
    return made


def option(name: str, text: str, *, correct: bool = False) -> Option:
    return Option(id=name, text=text, span=AT, correct=correct, feedback=SECRET)


def sorting(kind: str, *, several: bool = False) -> Sorting:
    both = ("yes", "no") if several else ("no",)
    rows = (("a", "**Ask** first", ("yes",)), ("b", "Tell & sell", both))
    return Sorting(
        id="s",
        type=kind,
        prompt="?",
        span=AT,
        several=several,
        columns=(Option(id="yes", text="*Yes*", span=AT), Option(id="no", text="No", span=AT)),
        rows=tuple(
            SortRow(id=i, text=text, span=AT, named=(), right=right, feedback=SECRET)
            for i, text, right in rows
        ),
    )


def hotspot(*, several: bool = False) -> Hotspot:
    return Hotspot(
        id="h",
        type="hotspot",
        prompt="?",
        span=AT,
        picture=Picture("images/a desk.png", 'A *desk* & a "lamp" <here>', AT),
        options=(option("l", "The lamp", correct=True), option("b", "Book", correct=several)),
        regions=(Region(0, 10, 20, 12.5), Region(50, 10, 20, 20)),
    )


def highlight() -> Highlight:
    return Highlight(
        id="t",
        type="highlight",
        prompt="?",
        span=AT,
        text="He **sat [[down*]]**.\n\n“[[I *see*]],” she `[[said]]`, [[not\nlisted]].",
        options=(
            option("down", "down*", correct=True),
            option("see", "I *see*"),
            option("said", "said", correct=True),
        ),
    )


ALL = [
    sorting("categorise"),
    sorting("matrix"),
    sorting("matrix", several=True),
    hotspot(),
    hotspot(several=True),
    highlight(),
]
names = [f"{q.type}-{getattr(q, 'several', '')}" for q in ALL]


def test_a_category_is_a_radio_in_a_named_group() -> None:
    made = html(sorting("categorise"))
    assert made.count('type="radio"') == 4
    assert 'role="radiogroup" aria-labelledby="_row-s--a"' in made
    assert 'id="_row-s--a"><strong>Ask</strong> first<' in made
    assert '<span class="bin-name"><em>Yes</em></span>' in made


def test_a_matrix_is_a_table_whose_cells_are_named_by_row_and_column() -> None:
    made = html(sorting("matrix"))
    assert '<th role="columnheader" scope="col" id="_col-s--yes"><em>Yes</em></th>' in made
    assert made.count('<tbody class="option" role="rowgroup" data-i=') == 2
    assert 'value="no" aria-labelledby="_col-s--no _row-s--b"' in made


def test_several_columns_are_checkboxes() -> None:
    made = html(sorting("matrix", several=True))
    assert (made.count('type="checkbox"'), made.count('type="radio"')) == (4, 0)
    assert "Choose all that fit each one." in made
    assert 'data-spec="[&#34;yes&#34;, &#34;no&#34;]"' in made


def test_regions_are_labels_of_the_inputs_in_the_list() -> None:
    made = html(hotspot())
    assert (made.count('type="radio"'), made.count('type="checkbox"')) == (2, 0)
    assert made.count('for="_o-h--l"') == 1
    assert 'style="left:0%;top:10%;width:20%;height:12.5%"' in made
    assert html(hotspot(several=True)).count('type="checkbox"') == 2


def test_the_picture_is_named_and_found_from_the_page() -> None:
    made = html(hotspot())
    assert 'src="images/a%20desk.png"' in made
    assert 'alt="A *desk* &amp; a &quot;lamp&quot; &lt;here&gt;"' in made
    assert 'loading="lazy"' not in made


def test_pieces_stand_in_the_text_whatever_surrounds_them() -> None:
    made = html(highlight())
    assert "<p>He <strong>sat <span" in made
    assert '<span class="o-text">down*</span>' in made
    assert '<span class="o-text">I <em>see</em></span>' in made
    assert "<code><span" in made
    assert "not\nlisted.</p>" in made
    assert made.count('type="checkbox"') == 3
    assert "\ue000" not in made


@pytest.mark.parametrize("question", ALL, ids=names)
def test_without_key_nothing_tells_the_answer(question: Question) -> None:
    made = html(question, keyless=True)
    assert "<template" not in made
    for word in (SECRET, "data-correct", "data-answer", "data-spec"):
        assert word not in made
    with_key = html(question)
    assert (
        made[made.index("<fieldset") : made.index("</fieldset>")]
        == (with_key[with_key.index("<fieldset") : with_key.index("</fieldset>")])
    )


def other_key(question: Any) -> Any:
    if isinstance(question, Sorting):
        return replace(question, rows=tuple(replace(r, right=("yes",)) for r in question.rows))
    turned = tuple(replace(o, correct=not o.correct) for o in question.options)
    return replace(question, options=turned)


@pytest.mark.parametrize("question", [ALL[0], ALL[1], ALL[2], ALL[5]], ids=lambda q: q.type)
def test_the_page_without_key_is_the_same_whatever_is_right(question: Question) -> None:
    assert html(question, keyless=True) == html(other_key(question), keyless=True)


@pytest.mark.parametrize("question", ALL, ids=names)
def test_the_fingerprint_follows_the_key_and_no_feedback(question: Question) -> None:
    def mark(asked: Question) -> str:
        return question_view(asked, "quiz", {}, TEXT).fingerprint

    assert mark(other_key(question)) != mark(question)
    assert mark(replace(question, feedback="New", hint="New", points=3)) == mark(question)


def test_the_fingerprint_follows_what_else_is_asked() -> None:
    def marks(asked: Question) -> tuple[str, str]:
        view = question_view(asked, "quiz", {}, TEXT)
        return view.fingerprint, without_key(view).fingerprint

    one, more = sorting("matrix"), (Option(id="x", text="X", span=AT),)
    spot, text = hotspot(), highlight()
    changed = [
        (one, replace(one, columns=one.columns + more)),
        (spot, replace(spot, regions=spot.regions[::-1])),
        (spot, replace(spot, picture=Picture("b.png", "B", AT))),
        (text, replace(text, text=f"Then: {text.text}")),
    ]
    for before, after in changed:
        for old, new in zip(marks(before), marks(after), strict=True):
            assert old != new


@pytest.mark.parametrize(
    ("question", "lines"),
    [
        (ALL[0], ["<strong><em>Yes</em>:</strong>", "<strong>No:</strong> Tell &amp; sell"]),
        (ALL[2], ["<strong><em>Yes</em>, No:</strong> Tell &amp; sell"]),
        (ALL[3], ["<strong>Right:</strong> 1. The lamp", "<strong>Not this one:</strong> 2. Book"]),
        (ALL[5], ["<strong>Right:</strong> said", SECRET]),
    ],
)
def test_the_page_of_answers_can_be_read(question: Question, lines: list[str]) -> None:
    made = html(question, sheet=True)
    assert "<form" not in made
    for line in lines:
        assert line in made
