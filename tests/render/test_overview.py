"""Modules, tags and the weave of a whole course."""

from __future__ import annotations

from builder.model.parts import Ref
from builder.render.overview import FOLD, THREADS, hero, minutes, module_rows, outline, tag_rows
from render.samples import AT, course, lesson


def test_rows_count_the_questions_of_the_quiz_they_show() -> None:
    rows = module_rows(course())
    assert [(m.id, m.number, m.url) for m in rows] == [
        ("trust", 1, "trust/index.html"),
        ("practice", 2, "practice/index.html"),
    ]
    assert [row.questions for row in rows[0].lessons] == [5, 5]
    found_by_name = module_rows(course(lesson("first", quiz=None), lesson("other", quiz=None)))
    assert [row.questions for row in found_by_name[0].lessons] == [5, 0]


def test_minutes_add_up_before_they_are_rounded() -> None:
    whole = course()
    entries = [entry for _, entry in whole.lessons()]
    assert sum(e.minutes for e in entries) == 9
    assert minutes(entries) == 7
    assert module_rows(whole)[0].exercise_minutes == 30


def test_tags_stand_in_the_courses_order_then_by_name() -> None:
    tags = [("zebra",), ("started", "apple"), ("started",)]
    rows = [
        lesson(f"l{n}", module, tags=tuple(Ref(t, AT) for t in names))
        for n, (names, module) in enumerate(zip(tags, ("b", "b", "a"), strict=True))
    ]
    found = tag_rows(course(*rows))
    assert [tag.id for tag in found] == ["started", "apple", "zebra"]
    assert found[0].label == "Getting started"
    assert [(m, [row.id for row in rows]) for m, rows in found[0].groups] == [
        ("Module b", ["l1"]),
        ("Module a", ["l2"]),
    ]
    assert found[0].count == 2


def test_a_tag_that_no_lesson_carries_has_no_page() -> None:
    assert tag_rows(course(lesson(tags=()))) == ()


def test_a_thread_for_each_lesson_while_there_are_few() -> None:
    rows = module_rows(course())
    art, phrase = hero("bti", rows)
    assert phrase == "thread_lesson"
    assert all(f'data-strand="{name}"' in art for name in ("first", "second", "third"))


def test_a_thread_for_each_module_when_there_are_many() -> None:
    lessons = [lesson(f"l{n}", f"m{n % 5}") for n in range(30)]
    art, phrase = hero("bti", module_rows(course(*lessons)))
    assert phrase == "thread_module"
    assert art.count('class="t t') <= 2 * 5
    assert 'data-strand-module="m4"' in art


def test_never_more_threads_than_fit() -> None:
    lessons = [lesson(f"l{n}", f"m{n}") for n in range(60)]
    art, phrase = hero("bti", module_rows(course(*lessons)))
    assert phrase == "thread_some"
    assert art.count("<path class=") <= THREADS
    assert 'data-strand-module="m0 m1 m2 m3 m4"' in art


def test_no_lessons_no_weave() -> None:
    assert hero("bti", module_rows(course(modules=()))) == ("", "")


def test_a_folded_outline_names_lessons_by_id_only() -> None:
    rows = module_rows(course())
    assert FOLD == 60
    assert outline(rows, folded=True)["modules"][1]["lessons"] == ["third"]
    assert outline(rows, folded=False)["modules"][1]["lessons"] == [
        {"id": "third", "title": "Lesson third", "url": "practice/third.html", "minutes": 3}
    ]
