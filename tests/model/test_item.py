"""What the catalogue keeps of a question."""

from __future__ import annotations

from dataclasses import replace

from builder.diagnostics import Span
from builder.model.item import item
from builder.model.questions import Choice, Matching, Option, Pair

AT = Span("quizzes/a.yml", 3, 5)


def choice(*texts: str, right: int = 0, **changes: object) -> Choice:
    options = tuple(
        Option(id=str(n), text=text, span=AT, correct=n == right) for n, text in enumerate(texts)
    )
    good = Choice(id="q", type="single-choice", prompt="What  Is it?", span=AT, options=options)
    return replace(good, **changes)  # type: ignore[arg-type]


def test_the_right_option():
    one = item(choice("a", "bbb", "cc", right=1))
    assert (one.stem, one.options, one.place, one.longest) == ("what is it?", 3, 1, True)
    assert not item(choice("a", "bbb", "cc", right=2)).longest
    assert not item(choice("aaa", "bbb", "c")).longest, "the longest has to be the only one"


def test_where_there_is_no_single_right_option():
    assert item(choice("a", "b", right=9)).place == -1
    assert item(choice("a", "b", type="true-false")).place == -1
    assert item(choice("a", "b", type="multiple-response")).place == -1


def test_answers_are_compared_by_their_words():
    one, other = item(choice("A gift", "b", "c")), item(choice("c", "a  GIFT.", "b", right=1))
    assert one.right == other.right
    assert one.wrong == other.wrong
    assert one.right != item(choice("A contract", "b", "c")).right


def matching(answer: str, line: int = 7) -> Matching:
    pair = Pair(id="r", text="Close", answer=answer, span=Span("q", line), feedback="Because.")
    return Matching(
        id="q", type="matching", prompt="Match.", span=AT, pairs=(pair,), choices=(answer, "News")
    )


def test_rows_are_part_of_what_is_asked():
    one = item(matching("Truth"))
    assert one.stem.startswith("match. ")
    assert "truth" in one.stem
    assert "because" not in one.stem
    assert one.right == item(matching("Truth", 9)).right, "places in the file do not count"
    assert one.right != item(matching("Money")).right
