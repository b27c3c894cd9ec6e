"""Which pictures a quiz shows, in whatever part of it they stand."""

from builder.diagnostics import Span
from builder.model.catalogue import quiz_entry
from builder.model.parts import Picture
from builder.model.questions import Choice, Hotspot, Option, Region
from builder.model.questions.pictures import pictures
from builder.model.quiz import Quiz


def at(line):
    return Span("quizzes/a.yml", line, 1)


def option(text, line, feedback=""):
    return Option(id="o", text=text, span=at(line), feedback=feedback)


def choice(prompt, *options):
    return Choice(id="q", type="single-choice", prompt=prompt, span=at(2), options=options)


def found(part):
    return [(p.src, p.alt, p.span.line) for p in pictures(part, at(1))]


def test_pictures_are_found_in_every_text_with_its_place():
    asked = choice(
        "See ![A map](map.png)?",
        option("![](<two words.png>)", 4),
        option("b", 5, "![One](a.png) and ![Two](b.png 'title')"),
    )
    quiz = Quiz("a", "quizzes/a.yml", "T", (asked,), at(1), intro="![Top](top.svg)")
    expected = [
        ("a.png", "One", 5),
        ("b.png", "Two", 5),
        ("map.png", "A map", 2),
        ("top.svg", "Top", 1),
        ("two words.png", None, 4),
    ]
    assert sorted(found(quiz)) == expected
    assert sorted((p.src, p.alt, p.span.line) for p in quiz_entry(quiz).pictures) == expected


def test_a_picture_shown_as_code_is_none():
    assert found(choice("Write `![A](a.png)`, or ``![B](b.png) ` ``, or \\[x](y)!")) == []


def test_the_picture_of_a_hotspot_counts_once_it_is_named():
    spot = Hotspot(
        id="q",
        type="hotspot",
        prompt="?",
        span=at(2),
        picture=Picture("desk.png", "A desk", at(4)),
        options=(option("a", 6),),
        regions=(Region(0, 0, 10, 10),),
    )
    assert found(spot) == [("desk.png", "A desk", 4)]
    assert found((Picture("", "", at(4)),)) == []
