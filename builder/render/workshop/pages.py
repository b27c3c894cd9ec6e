"""The pages of a workshop kit as full HTML documents."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NamedTuple

from builder.model.course import Course
from builder.model.paper import Version
from builder.model.urls import relative
from builder.render.environment import environment
from builder.render.knot import knot
from builder.render.weave import COVER, braid, tones
from builder.render.words import Words, direction, load_words
from builder.render.workshop.asked import Asked, Setting, asked
from builder.render.workshop.keys import Key, key_view
from builder.render.workshop.live import live_data
from builder.render.workshop.media import deeper
from builder.render.workshop.plan import Kit
from builder.render.workshop.stock import Item
from builder.render.workshop.views import BlockView

STRINGS = "workshop/strings.yml"
RUN_PAGES = {
    "guide": "kit_guide",
    "live": "kit_live",
    "slides": "kit_slides",
    "workbook": "kit_workbook",
    "attendance": "kit_attendance",
    "name-cards": "kit_cards",
    "certificate": "kit_certificate",
}
"""The pages every run has of its own, with the phrases they are called by; the others are the same
for all runs of a plan. Name cards stand on a table, so that there are none online."""
_LARGE = ("workbook",)


@dataclass(frozen=True, slots=True)
class Place:
    """Where the pages of one run lie: in a folder of their own (`cohort-x/`) or with a suffix
    (`-online`)."""

    folder: str = ""
    suffix: str = ""

    def page(self, name: str) -> str:
        """The path of a page of this run; the suffix of `handouts/x` stands on the folder."""
        head, slash, tail = name.partition("/")
        return f"{self.folder}{head}{self.suffix}{slash}{tail}.html"


class Sheet(NamedTuple):
    """A printed quiz or test: its page, title, introduction, and questions. `code` asks for a
    code word instead of a name."""

    page: str
    title: str
    lead: str
    asked: tuple[Asked, ...]
    code: bool = False


class RunLinks(NamedTuple):
    """A run on the index page: its kit, where its pages lie, and the path of its calendar file,
    "" where there is none."""

    kit: Kit
    place: Place
    invitation: str = ""


class KitRenderer:
    """Renders the kits of one course. `overrides` is a folder of an author's own templates."""

    def __init__(self, course: Course, overrides: Path | None = None) -> None:
        self.course = course
        self.words: Words = load_words(course.language, overrides, STRINGS)
        self._env = environment(overrides)
        self.setting = Setting(self.words, course.url, course.language)

    def run(self, kit: Kit, place: Place) -> dict[str, str]:
        """The pages of one run, by path."""
        names = [name for name in RUN_PAGES if (name, kit.plan.mode) != ("name-cards", "online")]
        pages = {name: self._run_page(name, kit, place, name) for name in names}
        for name in _LARGE:
            pages[f"{name}-large"] = self._run_page(name, kit, place, f"{name}-large", large=True)
        for block in kit.plan.blocks:
            if block.handout:
                name = f"handouts/{block.handout}"
                pages[name] = self._handout(block, kit, place, name)
                pages[f"{name}-large"] = self._handout(block, kit, place, f"{name}-large")
        return {place.page(name): html for name, html in pages.items()}

    def shared(self, kit: Kit, sheets: Sequence[Sheet]) -> dict[str, str]:
        """The sheets that are the same for every run, by path: quizzes, tests, the reaction
        form."""
        make = partial(self._render, kit=kit, place=Place())
        pages: dict[str, str] = {}
        for sheet in sheets:
            for page, large in ((sheet.page, False), (f"{sheet.page}-large", True)):
                pages[f"{page}.html"] = make(
                    "quiz.html", f"{page}.html", title=sheet.title, sheet=sheet, large=large
                )
        if kit.plan.reaction:
            for page, large in (("reaction", False), ("reaction-large", True)):
                title = self.words.kit_reaction
                pages[f"{page}.html"] = make(
                    "reaction.html", f"{page}.html", title=title, large=large
                )
        return pages

    def keys(
        self, kit: Kit, items: Sequence[Item], versions: Sequence[Version], used: Mapping[str, str]
    ) -> dict[str, str]:
        """The answer key and the marking sheet of all versions; `used` says where each question
        comes up, by its name."""
        marking = [(version.name, self._keys(version, items)) for version in versions]
        make = partial(self._render, kit=kit, place=Place(), used=used)
        return {
            "answer-key.html": make(
                "key.html", "answer-key.html", title=self.words.kit_key, keys=marking[0][1]
            ),
            "marking.html": make(
                "marking.html", "marking.html", title=self.words.kit_marking, marking=marking
            ),
        }

    def _keys(self, version: Version, items: Sequence[Item]) -> list[Key]:
        by_name = {item.name: item for item in items}
        return [
            key_view(paper, by_name[name], number, self.setting)
            for number, (name, paper) in enumerate(version.papers, 1)
        ]

    def sheet(self, version: Version, items: Sequence[Item]) -> Sheet:
        """One version of the printed quiz."""
        by_name = {item.name: item for item in items}
        questions = tuple(
            asked(paper, by_name[name], number, self.setting)
            for number, (name, paper) in enumerate(version.papers, 1)
        )
        title = self.words("kit_quiz_version", letter=version.name)
        return Sheet(f"quiz-{version.name}", title, self.words.kit_quiz_sheet_lead, questions)

    def test(self, page: str, title: str, version: Version, items: Sequence[Item]) -> Sheet:
        """The test before or after."""
        made = self.sheet(version, items)
        return Sheet(page, title, self.words.kit_test_lead, made.asked, code=True)

    def index(
        self,
        runs: Sequence[RunLinks],
        sheets: Sequence[Sheet],
        also: Mapping[str, Sequence[tuple[str, str]]],
        *,
        keys: bool,
    ) -> str:
        """The page that leads to everything; `also` names the files beside each page."""
        first = runs[0]
        return self._render(
            "index.html",
            "index.html",
            kit=first.kit,
            place=Place(),
            title=first.kit.plan.title,
            runs=runs,
            sheets=sheets,
            also=also,
            keys=keys,
            cover=braid(f"kit-{first.kit.plan.id}", tones(first.kit.plan.id), COVER, "_w"),
        )

    def _run_page(
        self, name: str, kit: Kit, place: Place, page: str, *, large: bool = False
    ) -> str:
        title = self.words(RUN_PAGES[name])
        return self._render(
            f"{name}.html",
            place.page(page),
            kit=kit,
            place=place,
            title=title,
            large=large,
            cover=braid(f"kit-{kit.plan.id}", tones(kit.plan.id), COVER, "_w"),
            live=live_data(kit.plan, self.words),
            knot=knot(max(5, min(12, len(kit.plan.objectives) + 4))),
        )

    def _handout(self, block: BlockView, kit: Kit, place: Place, page: str) -> str:
        title = block.title.striptags()
        large = page.endswith("-large")
        return self._render(
            "handout.html",
            place.page(page),
            kit=kit,
            place=place,
            title=title,
            b=block,
            large=large,
        )

    def _render(self, template: str, path: str, *, kit: Kit, place: Place, **values: object) -> str:
        frame: Mapping[str, object] = {
            "t": self.words,
            "language": self.course.language,
            "direction": direction(self.course.language),
            "path": path,
            "root": "../" * path.count("/"),
            "kit": kit,
            "p": kit.plan,
            "place": place,
            "own": _links(path, place.page),
            "shared": _links(path, Place().page),
            "large": False,
        }
        html = self._env.get_template(f"workshop/{template}").render({**frame, **values})
        return deeper(html, "../" * path.count("/")) + "\n"


def _links(path: str, page: Callable[[str], str]) -> Callable[[str], str]:
    """How the page at `path` writes a link to another one, by its name."""
    return lambda name: relative(page(name), path)
