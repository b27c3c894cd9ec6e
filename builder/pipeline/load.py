"""From a folder to a course: scan, read what changed, assemble, check."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import PurePosixPath

from builder.check import check_course, settle
from builder.diagnostics import Diagnostic
from builder.model.catalogue import Entry, QuizEntry
from builder.model.course import Course, Page
from builder.model.tree import Tree
from builder.model.workshop import Cohort, Workshop
from builder.pipeline.cache import Memory, Stored, recall, remember
from builder.pipeline.images import examined
from builder.pipeline.options import Options
from builder.pipeline.project import Project, Shelf
from builder.pipeline.units import Unit, lost, work
from builder.pipeline.workers import Lost, Pool
from builder.read.assemble import Skeleton, assemble
from builder.read.course import read_course
from builder.read.files import load as load_file
from builder.read.folders import is_cohort, is_plan
from builder.read.tree import scan

MARKDOWN = (".md", ".markdown")
TEXTS = "texts"
BATCH = 8
"""How many texts go to a worker at once: a message costs as much as reading a short one."""
_COURSE_FILES = ("course.yml", "module.yml")


def load(options: Options, last: Project | None = None) -> Project:
    """Read the course at `options.root`. Never raises for an author's mistake.

    `last` is an earlier reading by this process: what it knows is taken from memory, and the cache
    on disk stays as it is.
    """
    cached = recall(options.root, TEXTS) if options.cache and not last else Memory()
    known = last.stored if last else cached
    tree = scan(options.root)
    sources, findings = _sources(options, tree)
    skeleton, found = _skeleton(tree, sources)
    findings.extend(found)
    units = list(_units(tree, skeleton, sources))
    texts, changed = _texts(options, units, known)
    course = _course(skeleton, units, texts)
    images = examined(options, tree, known)
    kept = texts | images
    findings.extend(f for stored in kept.values() for f in stored.findings)
    findings.extend(check_course(course, tree))
    if options.cache and not last and _keys(kept) != _keys(known):
        remember(options.root, TEXTS, kept, cached)
    report = settle(course, (f for f in findings if f.span.path not in tree.plans))
    plans = settle(course, (f for f in findings if f.span.path in tree.plans))
    return Project(options, course, tree, report, Shelf(texts, course), changed, plans, kept)


def _keys(texts: Mapping[str, Stored]) -> dict[str, bytes]:
    return {path: stored.key for path, stored in texts.items()}


def _sources(options: Options, tree: Tree) -> tuple[dict[str, bytes], list[Diagnostic]]:
    """The bytes of every text of the course, by path."""
    sources: dict[str, bytes] = {}
    findings: list[Diagnostic] = []
    plans = (path for path in tree.plans if is_plan(path))
    for path in (*filter(partial(_is_text, tree), tree.files), *plans):
        result = load_file(options.root, path)
        sources[path] = result.value
        findings.extend(result.findings)
    return sources, findings


def _is_text(tree: Tree, path: str) -> bool:
    if _is_quiz(path, tree):
        return True
    name = PurePosixPath(path).name
    return path.lower().endswith(MARKDOWN) or name in _COURSE_FILES


def _is_quiz(path: str, tree: Tree) -> bool:
    return (
        bool(tree.quizzes)
        and path.startswith(f"{tree.quizzes}/")
        and path.endswith((".yml", ".yaml"))
    )


def _skeleton(tree: Tree, sources: Mapping[str, bytes]) -> tuple[Skeleton, tuple[Diagnostic, ...]]:
    files = {p: data for p, data in sources.items() if PurePosixPath(p).name in _COURSE_FILES}
    result = read_course(tree, files)
    return result.value, result.findings


def _units(tree: Tree, skeleton: Skeleton, sources: Mapping[str, bytes]) -> Iterable[Unit]:
    lessons = {path for module in skeleton.lessons for path in module}
    language = skeleton.course.language
    for path, data in sources.items():
        if path in tree.plans:
            yield Unit("cohort" if is_cohort(path) else "workshop", path, data, language)
        elif _is_quiz(path, tree):
            yield Unit("quiz", path, data, language)
        elif path.lower().endswith(MARKDOWN):
            yield Unit("lesson" if path in lessons else "page", path, data, language)


def _texts(
    options: Options, units: Sequence[Unit], known: Mapping[str, Stored]
) -> tuple[dict[str, Stored], int]:
    """Every unit's result, by path in the order of `units`; and how many were not known."""
    done: dict[str, Stored] = {}
    todo: list[Unit] = []
    for unit in units:
        stored = known.get(unit.path)
        if stored and stored.key == unit.key:
            done[unit.path] = stored
        else:
            todo.append(unit)
    pool = Pool(work, options.workers, options.time_limit, batch=BATCH)
    for count, (index, answer) in enumerate(pool.run(todo), 1):
        unit = todo[index]
        done[unit.path] = lost(unit, answer) if isinstance(answer, Lost) else answer
        options.tell("Reading", count, len(todo))
    return {unit.path: done[unit.path] for unit in units}, len(todo)


def _course(skeleton: Skeleton, units: Sequence[Unit], texts: Mapping[str, Stored]) -> Course:
    read = {unit.path: texts[unit.path].entry for unit in units}
    course = assemble(
        skeleton,
        {path: entry for path, entry in read.items() if isinstance(entry, Entry)},
        [entry for entry in read.values() if isinstance(entry, QuizEntry)],
        {path: entry for path, entry in read.items() if isinstance(entry, Page)},
    )
    return replace(
        course,
        workshops=tuple(entry for entry in read.values() if isinstance(entry, Workshop)),
        cohorts=tuple(entry for entry in read.values() if isinstance(entry, Cohort)),
    )
