"""What a page shows from outside its lesson."""

from __future__ import annotations

from dataclasses import replace

from builder.model.parts import Ref
from builder.render.facts import Label, Step, lesson_facts, site_facts
from render.samples import AT, course, lesson


def test_neighbours_cross_modules() -> None:
    facts = lesson_facts(course())
    assert facts["content/trust/first.md"].previous is None
    assert facts["content/trust/second.md"].next == Step("Lesson third", "practice/third.html", 3)
    third = facts["content/practice/third.md"]
    assert third.previous == Step("Lesson second", "trust/second.html", 3)
    assert third.next is None
    assert (third.module_title, third.module_url) == ("Module practice", "practice/index.html")


def test_tags_have_labels_once_each() -> None:
    tags = (Ref("started", AT), Ref("own tag", AT), Ref("started", AT))
    facts = lesson_facts(course(lesson(tags=tags)))["content/trust/first.md"]
    assert facts.tags == (
        Label("started", "Getting started", "tags/started.html"),
        Label("own tag", "own tag", "tags/own-tag.html"),
    )


def test_related_cards_show_whole_sentences_and_their_module() -> None:
    (card,) = lesson_facts(course())["content/trust/first.md"].related
    assert (card.title, card.module, card.excerpt) == (
        "Lesson third",
        "Module practice",
        "An opening.",
    )


def test_an_edit_far_away_leaves_the_facts_of_a_page_alone() -> None:
    rows = [lesson(f"l{n}", tags=(Ref(f"t{n % 3}", AT),)) for n in range(12)]
    before = lesson_facts(course(*rows))
    rows[11] = replace(rows[11], title="New title")
    after = lesson_facts(course(*rows))
    changed = {path for path in before if before[path] != after[path]}
    assert changed == {"content/trust/l10.md", "content/trust/l8.md"}


def test_addresses_of_the_site_are_settled() -> None:
    site = site_facts(course(url="https://x.example/c", repository="https://r.example/x/"))
    assert (site.url, site.repository) == ("https://x.example/c/", "https://r.example/x")
    assert site_facts(course(language="ar")).direction == "rtl"
    assert site_facts(course()).has_tags
    assert not site_facts(course(lesson(tags=()))).has_tags


def test_a_lesson_called_notes_keeps_its_address() -> None:
    plain = course()
    assert site_facts(plain).own == ("notes.html", "review.html", "certificate.html")
    (module, entry), *_ = plain.lessons()
    taken = replace(module, lessons=(replace(entry, url="notes.html"),))
    assert site_facts(replace(plain, modules=(taken,))).own.notes == "_notes.html"
