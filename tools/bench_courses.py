"""Write a synthetic course of N lessons, the same text for every engine that is compared.

    python tools/bench_courses.py FOLDER --lessons 1000 [--seed 1]

makes FOLDER/ours (our course format, with quizzes, takeaways and tags), FOLDER/material (a plain
mkdocs-material project with its default features) and FOLDER/zensical (the same with
`navigation.prune`, the fastest setting both engines have). The words are invented and drawn from
a seeded generator: the same arguments give the same bytes on every machine.
"""

from __future__ import annotations

import argparse
import itertools
import random
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

LESSONS_PER_MODULE = 10
QUESTIONS = 8
TAGS = 12
EXTENSIONS = """\
markdown_extensions:
  - abbr
  - admonition
  - attr_list
  - def_list
  - footnotes
  - md_in_html
  - tables
  - toc: {permalink: true}
  - pymdownx.details
  - pymdownx.highlight
  - pymdownx.superfences
  - pymdownx.tabbed: {alternate_style: true}
  - pymdownx.tasklist
"""
"""The dialect of our own pages, so that every engine is asked for the same Markdown."""


class Words:
    """Invented words with the lengths and frequencies of a natural language."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        onsets = [*"bcdfglmnprstv", "br", "cl", "dr", "pl", "st", "tr"]
        nuclei = [*"aeiou", "ai", "ea", "io", "ou"]
        syllables = [a + b for a, b in itertools.product(onsets, nuclei)]
        lengths = self.chance.choices([1, 2, 3, 4], [4, 5, 3, 1], k=4000)
        words = {"".join(self.chance.choices(syllables, k=n)) for n in lengths}
        self.words = sorted(words)
        self.chance.shuffle(self.words)
        self.weights = list(itertools.accumulate(1 / (i + 3) for i in range(len(self.words))))

    def some(self, count: int) -> list[str]:
        return self.chance.choices(self.words, cum_weights=self.weights, k=count)

    def phrase(self, low: int, high: int) -> str:
        return " ".join(self.some(self.chance.randint(low, high))).capitalize()

    def sentence(self) -> str:
        words = self.some(self.chance.randint(7, 22))
        if self.chance.random() < 0.35:
            place = self.chance.randrange(2, len(words) - 2)
            mark = self.chance.choice(["**", "*", "`"])
            words[place] = f"{mark}{words[place]}{mark}"
        if self.chance.random() < 0.3:
            words[len(words) // 2] += ","
        return " ".join(words).capitalize() + "."

    def paragraph(self, low: int, high: int) -> str:
        return " ".join(self.sentence() for _ in range(self.chance.randint(low, high)))


@dataclass(slots=True)
class Lesson:
    """A lesson in pieces; `body` is Markdown that every engine gets."""

    module: str
    stem: str
    title: str
    subtitle: str
    summary: list[str]
    objectives: list[str]
    tags: list[str]
    body: str
    takeaway: str
    quiz: str
    related: list[str] = field(default_factory=list)

    @property
    def path(self) -> str:
        return f"{self.module}/{self.stem}.md"


@dataclass(slots=True)
class Course:
    title: str
    tags: dict[str, str]
    modules: dict[str, tuple[str, list[Lesson]]]

    def lessons(self) -> Iterator[Lesson]:
        for _, lessons in self.modules.values():
            yield from lessons


def course(lessons: int, seed: int = 1) -> Course:
    words = Words(seed)
    tags = {f"tag-{n}": words.phrase(1, 2) for n in range(TAGS)}
    made = Course(words.phrase(3, 5), tags, {})
    for first in range(0, lessons, LESSONS_PER_MODULE):
        module = f"m{first // LESSONS_PER_MODULE + 1:04d}"
        count = min(LESSONS_PER_MODULE, lessons - first)
        made.modules[module] = (words.phrase(2, 4), [])
        for number in range(count):
            made.modules[module][1].append(_lesson(words, module, first + number, count))
    return made


def _lesson(words: Words, module: str, number: int, count: int) -> Lesson:
    chance = words.chance
    stem = f"lesson-{number + 1:05d}"
    first = number - number % LESSONS_PER_MODULE
    others = [f"lesson-{first + n + 1:05d}" for n in range(count) if first + n != number] or [stem]
    sections = [words.phrase(2, 5) for _ in range(4)]
    return Lesson(
        module=module,
        stem=stem,
        title=f"{words.phrase(2, 5)} {number + 1}",
        subtitle=words.phrase(5, 9),
        summary=[words.sentence() for _ in range(3)],
        objectives=[words.sentence() for _ in range(3)],
        tags=sorted(chance.sample(sorted(f"tag-{n}" for n in range(TAGS)), 2)),
        body=_body(words, sections, others),
        takeaway=_takeaway(words, stem),
        quiz=_quiz(words),
        related=chance.sample(others, min(2, len(others))),
    )


def _body(words: Words, sections: list[str], others: list[str]) -> str:
    """About 900 words: an opening and four sections with one special block each."""
    blocks = [_list, _table, _admonition, _code]
    words.chance.shuffle(blocks)
    parts = [words.paragraph(3, 5)]
    for title, block in zip(sections, blocks, strict=True):
        other = words.chance.choice(others)
        link = f"{words.sentence()[:-1]}, see [{words.phrase(2, 3)}]({other}.md)."
        parts += [f"## {title}", words.paragraph(4, 6), block(words), link]
        parts += [f"### {words.phrase(2, 4)}", words.paragraph(4, 6)]
    return "\n\n".join(parts) + "\n"


def _list(words: Words) -> str:
    rows = [f"- {words.sentence()}" for _ in range(5)]
    rows.insert(3, f"    - {words.sentence()}")
    return "\n".join(rows)


def _table(words: Words) -> str:
    rows = [[words.phrase(1, 4) for _ in range(3)] for _ in range(5)]
    lines = [" | ".join(row) for row in rows]
    return "\n".join(f"| {line} |" for line in [lines[0], "--- | --- | ---", *lines[1:]])


def _admonition(words: Words) -> str:
    kind = words.chance.choice(["note", "tip", "warning", "example"])
    return f'!!! {kind} "{words.phrase(2, 4)}"\n\n    {words.paragraph(2, 4)}'


def _code(words: Words) -> str:
    names = [words.some(3) for _ in range(6)]
    rows = [f"{a} = {b}({c!r}, {n})" for n, (a, b, c) in enumerate(names)]
    return "```python\n" + "\n".join(rows) + "\n```"


def _takeaway(words: Words, stem: str) -> str:
    steps = "".join(f"  - {words.sentence()}\n" for _ in range(4))
    minutes = words.chance.randint(2, 6) * 5
    return (
        f"id: try-{stem}\ntitle: {words.phrase(2, 4)}\nminutes: {minutes}\n"
        f"purpose: {words.sentence()}\nsteps:\n{steps}reflection: {words.sentence()}\n"
        f"good: {words.sentence()}\n"
    )


def _quiz(words: Words) -> str:
    kinds = [_choice, _choice, _choice, _multiple, _multiple, _truth, _ordering, _matching]
    asked = "".join(kind(words, f"q{n + 1}") for n, kind in enumerate(kinds[:QUESTIONS]))
    return f"title: {words.phrase(2, 4)}\nquestions:\n{asked}"


def _head(words: Words, name: str, kind: str) -> str:
    prompt = " ".join(words.some(12)).capitalize()
    return (
        f"  - id: {name}\n    type: {kind}\n    prompt: {prompt}?\n"
        f"    hint: {words.phrase(4, 8)}.\n    feedback: {words.phrase(10, 20)}.\n"
    )


def _options(words: Words, correct: set[int]) -> str:
    rows = (
        f"      - text: {words.phrase(3, 9)} {n}\n        correct: {str(n in correct).lower()}\n"
        f"        feedback: {words.phrase(6, 14)}.\n"
        for n in range(4)
    )
    return "    options:\n" + "".join(rows)


def _choice(words: Words, name: str) -> str:
    return _head(words, name, "single-choice") + _options(words, {words.chance.randrange(4)})


def _multiple(words: Words, name: str) -> str:
    return _head(words, name, "multiple-response") + _options(words, {0, 2})


def _truth(words: Words, name: str) -> str:
    answer = words.chance.choice(["true", "false"])
    return _head(words, name, "true-false") + f"    answer: {answer}\n"


def _ordering(words: Words, name: str) -> str:
    items = "".join(f"      - {words.phrase(3, 7)} {n}\n" for n in range(4))
    return _head(words, name, "ordering") + f"    items:\n{items}"


def _matching(words: Words, name: str) -> str:
    pairs = "".join(
        f"      - prompt: {words.phrase(2, 4)} {n}\n        answer: {words.phrase(2, 5)} {n}\n"
        for n in range(3)
    )
    return _head(words, name, "matching") + f"    pairs:\n{pairs}".replace("prompt:", "text:")


def write_ours(made: Course, root: Path) -> None:
    tags = "".join(f"  - id: {key}\n    label: {label}\n" for key, label in made.tags.items())
    modules = "".join(f"  - {module}\n" for module in made.modules)
    _write(
        root / "content/course.yml",
        f"id: bench\ntitle: {made.title}\nlanguage: en\nmodules:\n{modules}tags:\n{tags}",
    )
    for module, (title, lessons) in made.modules.items():
        stems = "".join(f"  - {lesson.stem}\n" for lesson in lessons)
        _write(
            root / f"content/{module}/module.yml",
            f"title: {title}\ndescription: All of {title.lower()}.\nlessons:\n{stems}",
        )
        for lesson in lessons:
            _write(root / f"content/{lesson.path}", _ours(lesson))
            _write(root / f"quizzes/{lesson.stem}.yml", lesson.quiz)


def _ours(lesson: Lesson) -> str:
    summary = "".join(f'  - "{text}"\n' for text in lesson.summary)
    goals = "".join(f'  - goal-{n}: "{t}"\n' for n, t in enumerate(lesson.objectives, 1))
    return (
        f"---\ntitle: {lesson.title}\nsubtitle: {lesson.subtitle}\nsummary:\n{summary}"
        f"objectives:\n{goals}tags: [{', '.join(lesson.tags)}]\ntopic: Practice\ntype: Lesson\n"
        f"related: [{', '.join(lesson.related)}]\n---\n\n{lesson.body}\n"
        f"```takeaway\n{lesson.takeaway}```\n"
    )


def write_material(made: Course, root: Path, features: tuple[str, ...] = ()) -> None:
    """The same lessons for stock engines: summary and objectives as text, no quizzes."""
    nav = "".join(
        f"  - {title}:\n" + "".join(f"    - {le.title}: {le.path}\n" for le in lessons)
        for title, lessons in made.modules.values()
    )
    listed = "".join(f"    - {feature}\n" for feature in features)
    theme = "theme:\n  name: material\n" + (f"  features:\n{listed}" if features else "")
    _write(
        root / "mkdocs.yml",
        f"site_name: {made.title}\n{theme}{EXTENSIONS}nav:\n  - Home: index.md\n{nav}",
    )
    _write(root / "docs/index.md", f"# {made.title}\n")
    for lesson in made.lessons():
        _write(root / f"docs/{lesson.path}", _plain(lesson))


def _plain(lesson: Lesson) -> str:
    summary = "".join(f"- {text}\n" for text in lesson.summary)
    goals = "".join(f"- {text}\n" for text in lesson.objectives)
    return (
        f"---\ntitle: {lesson.title}\n---\n\n# {lesson.title}\n\n{summary}\n{goals}\n{lesson.body}"
    )


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def write_all(folder: Path, lessons: int, seed: int = 1) -> None:
    """All three projects below `folder`."""
    made = course(lessons, seed)
    write_ours(made, folder / "ours")
    write_material(made, folder / "material")
    write_material(made, folder / "zensical", ("navigation.prune",))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else "")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--lessons", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    told = parser.parse_args()
    write_all(told.folder, told.lessons, told.seed)


if __name__ == "__main__":
    main()
