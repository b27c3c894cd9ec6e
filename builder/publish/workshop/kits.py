"""One plan's kit: the pages of each of its runs, the sheets they share, styles and pictures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from builder.diagnostics import Failure
from builder.model.paper import Version, versions
from builder.model.workshop import Cohort, QuizUse, Workshop
from builder.publish.bundle import Bundle, Content
from builder.publish.files.kit import A4, KitFiles, invitation, other_forms
from builder.publish.lessons import copies, own_overrides
from builder.publish.publisher import Source
from builder.publish.workshop.look import kit_assets
from builder.publish.workshop.stock import stock_of
from builder.render.workshop import (
    FOLDER,
    Item,
    KitRenderer,
    Place,
    Run,
    RunLinks,
    Sheet,
    all_items,
    kit,
    picture_name,
    pictures_in,
)

INVITATION = "invitation.ics"
VERSIONS = 2
"""How many shuffled versions of the printed quiz there are unless asked otherwise."""


def kit_names(source: Source) -> tuple[str, ...]:
    """The ids of the plans that kits can be made of, in the course's order."""
    return tuple(plan.id for plan in source.course.workshops if plan.blocks)


def workshop_kit(source: Source, plan_id: str, count: int = VERSIONS, paper: str = A4) -> Bundle:
    """The kit of one plan, with `count` versions of its quiz; its PDFs are made for `paper`.

    Raises KeyError for an unknown plan, Failure for a picture that is not there.
    """
    plan = {plan.id: plan for plan in source.course.workshops}[plan_id]
    return _Kit(source, plan, count, paper).bundle()


class _Kit:
    def __init__(self, source: Source, plan: Workshop, count: int, paper: str) -> None:
        self.source = source
        self.plan = plan
        self.count = count
        self.paper = paper
        self.stock = stock_of(source, plan)
        self.overrides = own_overrides(source.root)
        self.renderer = KitRenderer(source.course, self.overrides)

    def bundle(self) -> Bundle:
        pages = self.pages()
        files: dict[str, Content] = {path: html.encode() for path, html in pages.items()}
        files.update(kit_assets(self.overrides))
        files.update(self._pictures(pages.values()))
        files.update(self._other_forms(files))
        files.update(
            {
                run.invitation: self.invitations[run.kit.plan.cohort]
                for run in self.runs
                if run.invitation
            }
        )
        return Bundle(files)

    def _other_forms(self, files: Mapping[str, Content]) -> Mapping[str, Content]:
        decks = {run.place.page("slides"): run.kit for run in self.runs}
        maker = KitFiles(files, self.source.course, self.plan.title, self.paper)
        return maker.all(self.also, decks)

    def pages(self) -> dict[str, str]:
        """Every page by its path."""
        make, first = self.renderer, self.runs[0].kit
        pages: dict[str, str] = {}
        for run in self.runs:
            pages.update(make.run(run.kit, run.place))
        pages.update(make.shared(first, self.sheets))
        if self.items:
            pages.update(make.keys(first, self.items, self.versions, self._used()))
        self.also = other_forms(pages)
        pages["index.html"] = make.index(self.runs, self.sheets, self.also, keys=bool(self.items))
        return pages

    @cached_property
    def runs(self) -> tuple[RunLinks, ...]:
        """Every run: the cohorts by their start, then each mode without a date."""
        return tuple(
            RunLinks(kit(run, self.source.course, self.stock, self.renderer.setting), place, dates)
            for run, place, dates in self._runs()
        )

    def _runs(self) -> Iterator[tuple[Run, Place, str]]:
        for cohort in self._cohorts():
            place = Place(folder=f"cohort-{cohort.id}/")
            dates = f"{place.folder}{INVITATION}" if cohort.id in self.invitations else ""
            yield Run(self.plan, cohort.mode, cohort), place, dates
        for at, mode in enumerate(self.plan.modes):
            yield Run(self.plan, mode), Place(suffix=f"-{mode.value}" if at else ""), ""

    @cached_property
    def invitations(self) -> Mapping[str, Content]:
        """The calendar files by the id of their run, as far as they can be made here."""
        made = ((c.id, invitation(self.source.course, self.plan, c)) for c in self._cohorts())
        return {name: file for name, file in made if file}

    def _cohorts(self) -> list[Cohort]:
        own = [c for c in self.source.course.cohorts if c.workshop.id == self.plan.id]
        return sorted(own, key=lambda cohort: (cohort.start, cohort.id))

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """Every question that some run uses, each once."""
        plans = [self.plan.for_mode(mode) for mode in self.plan.modes]
        found = (item for plan in plans for item in all_items(plan, self.stock))
        return tuple({item.name: item for item in found}.values())

    @cached_property
    def versions(self) -> tuple[Version, ...]:
        """The versions of the printed quiz."""
        questions = [(item.name, item.question) for item in self.items]
        return versions(questions, self.count, f"{self.source.course.id}\0{self.plan.id}")

    @cached_property
    def sheets(self) -> tuple[Sheet, ...]:
        """The tests before and after, and the printed quiz in its versions."""
        words, found = self.renderer.words, []
        uses = (
            ("pre-test", words.kit_pre, self.plan.evaluation.pre),
            ("post-test", words.kit_post, self.plan.evaluation.post),
        )
        for page, title, use in uses:
            if use and (items := self._items(use)):
                asked = [(item.name, item.question) for item in items]
                found.append(self.renderer.test(page, title, versions(asked, 1, "")[0], items))
        if self.items:
            found += [self.renderer.sheet(version, self.items) for version in self.versions]
        return tuple(found)

    def _items(self, use: QuizUse) -> tuple[Item, ...]:
        return self.stock.items(use.quiz, use.items)

    def _used(self) -> Mapping[str, str]:
        """Where each question comes up: the titles of the blocks and tests."""
        words, used = self.renderer.words, dict[str, dict[str, None]]()
        for run in self.runs:
            for block in run.kit.plan.blocks:
                for question in block.asked:
                    used.setdefault(question.name, {})[str(block.title.striptags())] = None
        evaluation = self.plan.evaluation
        for title, use in ((words.kit_pre, evaluation.pre), (words.kit_post, evaluation.post)):
            for item in self._items(use) if use else ():
                used.setdefault(item.name, {})[title] = None
        return {name: ", ".join(titles) for name, titles in used.items()}

    def _pictures(self, pages: Iterable[str]) -> dict[str, Content]:
        source = self.source
        there = copies(source.tree, source.root, ())
        named = {picture_name(path): file for path, file in there.items()}
        found: dict[str, Content] = {}
        for html in pages:
            for name in pictures_in(html):
                if name not in named:
                    raise Failure(f"the kit of {self.plan.id} shows {name}, which is not there")
                found[f"{FOLDER}/{name}"] = named[name]
        return found
