"""Every page of the site as a full HTML document."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from markupsafe import Markup

from builder.model import minutes
from builder.model.course import Course, Module
from builder.model.quiz import Reveal
from builder.model.urls import answers_url, module_url, relative, tag_url
from builder.render.body import Body
from builder.render.credits import Credit, SourceList
from builder.render.environment import environment
from builder.render.facts import SiteFacts, site_facts
from builder.render.html import trusted
from builder.render.knot import knot
from builder.render.learner import lesson_work
from builder.render.markup import inline, plain
from builder.render.overview import (
    FOLD,
    ModuleRow,
    TagRow,
    hero,
    module_rows,
    outline,
    tag_rows,
)
from builder.render.pages import LessonPage, lesson_view
from builder.render.questions import QuestionView
from builder.render.weave import COVER, braid, tones
from builder.render.words import Words, load_words

_OWN = {
    "notes": ("notes_title", "notes_lead"),
    "review": ("review_title", "review_lead"),
    "certificate": ("certificate_title", "cert_kind"),
}
"""The phrases of title and description of each of `OWN_PAGES`; scripts fill the pages in."""


class SiteRenderer:
    """Renders the pages of one course. `overrides` is a folder of an author's own templates.

    A lesson's page depends on its `LessonPage` and the templates alone; the other pages on the
    course's catalogue.
    """

    def __init__(self, course: Course, overrides: Path | None = None) -> None:
        self.course = course
        self._env = environment(overrides)
        self._words = load_words(course.language, overrides)
        self._packed_words = self._words.spoken_in("lms")

    @cached_property
    def site(self) -> SiteFacts:
        """The frame shared by the pages."""
        return site_facts(self.course)

    @cached_property
    def modules(self) -> tuple[ModuleRow, ...]:
        """Every module with its lessons."""
        return module_rows(self.course)

    @cached_property
    def tag_rows(self) -> tuple[TagRow, ...]:
        """Every tag in use with its lessons."""
        return tag_rows(self.course)

    def lesson(self, page: LessonPage) -> str:
        """A lesson's page."""
        return self._lesson(page, "lesson.html", self._words, answers=True)

    def packed(self, page: LessonPage, template: str, **values: object) -> str:
        """A lesson's page in a package for a learning platform, in one of `templates/lms/`."""
        return self._lesson(page, template, self._packed_words, answers=False, **values)

    def packed_page(
        self, template: str, url: str, kind: str, words: tuple[str, str], **values: object
    ) -> str:
        """Another page of a package; `words` are the phrases of its title and description."""
        title, description = map(self._packed_words, words)
        frame = {"title": title, "description": description, "needs": (), "kind": kind}
        values = {**frame, "t": self._packed_words, **values}
        return self._render(template, self.site, url, **values)

    def _lesson(
        self, page: LessonPage, template: str, words: Words, *, answers: bool, **values: object
    ) -> str:
        exercise = partial(self._exercise, words)
        return self._render(
            template,
            page.facts.site,
            page.entry.url,
            title=page.entry.title,
            description=_description(page.entry.excerpt, *page.lesson.summary),
            needs=page.body.needs,
            kind="lesson",
            entry=page.entry,
            facts=page.facts,
            view=lesson_view(page, words, exercise, answers=answers),
            t=words,
            **values,
        )

    def answers(self, page: LessonPage) -> str:
        """The answers to a lesson's quiz, for reading without a script and for printing.

        Raises ValueError for a quiz whose key stays with the author.
        """
        url = answers_url(page.entry.url)
        quiz = page.quiz_view
        if quiz and quiz.policy.reveal is Reveal.NEVER:
            raise ValueError(f"the key of {quiz.id} is not for readers")
        back = relative(page.entry.url, url)
        title = self._words("answers_to", title=page.entry.title)
        frame = {"title": title, "description": title, "needs": (), "kind": "answers"}
        site, facts = page.facts.site, page.facts
        return self._render(
            "answers.html", site, url, **frame, facts=facts, entry=page.entry, quiz=quiz, back=back
        )

    def work(self, page: LessonPage) -> dict[str, Any]:
        """What the learner's own pages know of a lesson, ready for JSON."""
        front, back = partial(self._card, "front"), partial(self._card, "card")
        return lesson_work(page.takeaways, page.quiz_view, front, back)

    def _card(self, side: str, question: QuestionView) -> str:
        """A side of a question's card, "front" or "card" for its back."""
        template = self._env.get_template(question.template)
        return template.render({"q": question, "t": self._words, side: True})

    def own(self, name: str) -> str:
        """One of `OWN_PAGES`."""
        rows = [row for module in self.modules for row in module.lessons]
        title, description = map(self._words, _OWN[name])
        return self._page(
            f"{name}.html",
            getattr(self.site.own, name),
            kind=name,
            title=title,
            description=description,
            version=self.course.version,
            count=len(rows),
            lessons=() if len(rows) > FOLD else rows,
            outline=outline(self.modules, folded=len(rows) > FOLD),
            minutes=self._minutes() + sum(row.exercise_minutes for row in rows),
            weave=braid(f"course-{self.course.id}", tones(self.course.id), COVER, "_w"),
            knot=knot(max(5, min(12, len(rows)) + 2)),
        )

    def home(self, body: Body | None = None) -> str:
        """The course's front page; `body` is the text of `content/index.md`."""
        course, modules = self.course, self.modules
        lessons = [row for module in modules for row in module.lessons]
        folded = len(lessons) > FOLD
        weave, phrase = hero(course.id, modules)
        return self._page(
            "home.html",
            "index.html",
            kind="home",
            title=course.title,
            description=_description(course.description, course.subtitle),
            body=body,
            subtitle=inline(course.subtitle),
            promise=inline(course.description),
            outcomes=[inline(text) for text in course.outcomes],
            modules=modules,
            lessons=lessons,
            folded=folded,
            minutes=self._minutes(),
            practice=sum(row.exercise_minutes for row in lessons),
            weave=weave,
            thread=phrase,
            outline=outline(modules, folded=folded),
        )

    def module(self, module: Module, body: Body | None = None) -> str:
        """A module's page; `body` is the text of the module's `index.md` or `README.md`."""
        row = self.modules[self.course.modules.index(module)]
        return self._page(
            "module.html",
            module_url(module.path),
            kind="module",
            title=module.title,
            description=_description(module.description),
            body=body,
            module=row,
        )

    def tag(self, tag_id: str) -> str:
        """The page of a tag that lessons carry. Raises KeyError for another."""
        row = {row.id: row for row in self.tag_rows}[tag_id]
        return self._page(
            "tag.html",
            tag_url(tag_id),
            kind="tag",
            title=row.label,
            description=plain(str(row.description)),
            tag=row,
        )

    def tags(self) -> str:
        """The list of all tags in use."""
        return self._page(
            "tags.html",
            "tags/index.html",
            kind="tags",
            title=self._words.tags,
            description=self._words.tags_lead,
            tags=self.tag_rows,
        )

    def about(
        self,
        body: Body | None = None,
        pictures: tuple[Credit, ...] = (),
        sources: tuple[SourceList, ...] = (),
    ) -> str:
        """Who made the course, under which licence, how its times are worked out."""
        rates = {
            "wpm": round(minutes.words_per_minute(self.course.language)),
            "cpm": round(minutes.characters_per_minute(self.course.language)),
        }
        return self._page(
            "about.html",
            "about.html",
            kind="about",
            title=self._words.about,
            description=_description(self.course.description, self.course.subtitle),
            body=body,
            course=self.course,
            about=inline(self.course.description),
            lessons=sum(len(module.lessons) for module in self.modules),
            minutes=self._minutes(),
            practice=sum(module.exercise_minutes for module in self.modules),
            rates=rates,
            rule=minutes,
            credits=pictures,
            sources=sources,
        )

    def not_found(self) -> str:
        """The page for an address that leads nowhere; works at any depth of the site."""
        return self._page("404.html", "404.html", kind="missing", title=self._words.missing_eyebrow)

    def _minutes(self) -> int:
        return minutes.shown_minutes(sum(e.seconds for _, e in self.course.lessons()))

    def _exercise(self, words: Words, kind: str, view: object) -> str:
        name = "ex" if kind == "takeaway" else "quiz"
        return self._env.get_template(f"partials/{kind}.html").render({name: view, "t": words})

    def _page(self, template: str, url: str, *, body: Body | None = None, **values: object) -> str:
        values.setdefault("description", "")
        return self._render(
            template,
            self.site,
            url,
            needs=body.needs if body else (),
            text=trusted(body.html) if body else Markup(),
            **values,
        )

    def _render(self, template: str, site: SiteFacts, url: str, **values: object) -> str:
        frame: Mapping[str, object] = {
            "site": site,
            "url": url,
            "t": self._words,
            "root": "../" * url.count("/"),
            "base": "/".join([".."] * url.count("/")) or ".",
        }
        return self._env.get_template(template).render({**frame, **values}) + "\n"


def _description(*texts: str) -> str:
    return next((plain(text).strip() for text in texts if text), "")
