"""The course as a whole: `course.yml`, `module.yml` and the order of everything."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from posixpath import basename

from builder.diagnostics import Diagnostic, Level, Span
from builder.model.course import Course, Lms, Module, Shell, Tag
from builder.model.parts import Ref
from builder.model.result import Result
from builder.model.tree import Tree
from builder.model.urls import slug
from builder.read.assemble import Skeleton, assemble
from builder.read.folders import (
    folders,
    is_course_file,
    is_lesson,
    is_page,
    is_quiz,
    join,
)
from builder.read.listing import (
    UNKNOWN_LESSON,
    UNKNOWN_MODULE,
    UNLISTED_LESSON,
    UNLISTED_MODULE,
    in_order,
)
from builder.read.lms import lms_settings
from builder.read.order import stem
from builder.read.text import decode
from builder.read.yaml_shapes import WRONG_VALUE
from builder.read.yaml_value import Fields, read_yaml

__all__ = [
    "Skeleton",
    "assemble",
    "is_course_file",
    "is_lesson",
    "is_page",
    "is_quiz",
    "read_course",
]

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_ROOT_ID = "lessons"


@dataclass(frozen=True, slots=True)
class CourseFile:
    """`course.yml`: a course without modules, and the modules it lists (None for no list)."""

    course: Course
    modules: tuple[Ref, ...] | None


@dataclass(frozen=True, slots=True)
class ModuleFile:
    """`module.yml`: what it says, and the lessons it lists (None for no list). `ids` are pairs
    of a lesson's name and the id it has whatever its file says."""

    title: str
    description: str
    outcomes: tuple[str, ...]
    lessons: tuple[Ref, ...] | None
    ids: tuple[tuple[Ref, str], ...] = ()


def read_course(tree: Tree, files: Mapping[str, bytes]) -> Result[Skeleton]:
    """The course without its lessons' contents; `files` holds `course.yml` and `module.yml`s."""
    findings: list[Diagnostic] = []
    head = _course_file(tree, files, findings)
    lessons = folders(tree)
    known = {_name(tree, folder): folder for folder in lessons}
    spans = {name: Span(folder or ".") for name, folder in known.items()}
    codes = (UNKNOWN_MODULE, UNLISTED_MODULE)
    names = in_order(head.modules, spans, codes, "module", findings)
    parts = [_module(tree, known[name], lessons[known[name]], files, findings) for name in names]
    course = replace(head.course, modules=tuple(module for module, _, _ in parts))
    paths = tuple(paths for _, paths, _ in parts)
    ids = {path: name for _, _, part in parts for path, name in part.items()}
    return Result(Skeleton(course, paths, ids), tuple(findings))


def course_file(fields: Fields) -> CourseFile:
    """The keys of `course.yml`."""
    title = fields.text("title", "The course's title.", required=True)
    levels = fields.words("levels", tuple(Level), "How much a finding matters, by its code.")
    pass_mark = fields.integer("pass_mark", "Percent to pass a quiz; default 70.", high=100)
    course = Course(
        id=fields.text("id", "A name that never changes; default: made from the title.")
        or slug(title),
        title=title,
        language=_language(fields),
        span=Span(fields.path, 1, 1),
        subtitle=fields.text("subtitle", "A line shown below the title."),
        description=fields.text("description", "What the course is about (Markdown)."),
        version=fields.text("version", "The version of the course, such as 1.10."),
        licence=fields.text("licence", "Under which licence the course may be used."),
        authors=fields.texts("authors", "Who wrote it."),
        outcomes=fields.texts("outcomes", "What learners can do afterwards."),
        pass_mark=70 if pass_mark is None else pass_mark,
        url=fields.address("url", "Where the site is published."),
        repository=fields.address("repository", "Where the sources are."),
        shell=Shell(fields.choice("shell", tuple(Shell), "The site's page frame.",
                                  default=Shell.COURSE)),
        lms=fields.nested("lms", lms_settings, "Packages for learning platforms.") or Lms(),
        tags=fields.named("tags", _tag, "The tags lessons may have.", short="label"),
        levels=tuple((name, Level(level)) for name, level in levels.items()),
    )  # fmt: skip
    listed = fields.refs("modules", "Names of the module folders, in order.")
    return CourseFile(course, listed if fields.has("modules") else None)


def module_file(fields: Fields) -> ModuleFile:
    """The keys of `module.yml`."""
    lessons = fields.refs("lessons", "Names of the lessons' files without .md, in order.")
    return ModuleFile(
        title=fields.text("title", "The module's title; default: that of its index.md."),
        description=fields.text("description", "What the module is about (Markdown)."),
        outcomes=fields.texts("outcomes", "What learners can do afterwards."),
        lessons=lessons if fields.has("lessons") else None,
        ids=fields.named("ids", _lesson_id, "Ids of lessons, by name; adopted folders need them "
                         "where two modules have a lesson of one name.",
                         short="id", name="name"),
    )  # fmt: skip


def _lesson_id(fields: Fields) -> tuple[Ref, str]:
    name = fields.ref("name", "The lesson's file name without .md.") or Ref("", fields.span)
    return name, slug(fields.text("id", "The lesson's id.", required=True))


def _tag(fields: Fields) -> Tag:
    name = fields.text("id", "The name lessons use.", required=True)
    label = fields.text("label", "The name learners see.") or name
    return Tag(name, label, fields.text("description", "What the tag means."), fields.span)


def _language(fields: Fields) -> str:
    language = fields.text("language", "The language, as a BCP 47 tag such as en or pt-BR.")
    if not language or _LANGUAGE.fullmatch(language):
        return language or "en"
    message = f"{language!r} is not a language tag"
    fields.complain(WRONG_VALUE, "language", message, "use a tag such as en, de or pt-BR")
    return "en"


def _course_file(tree: Tree, files: Mapping[str, bytes], findings: list[Diagnostic]) -> CourseFile:
    path = join(tree.content, "course.yml")
    if path not in files:
        course = Course(id="", title="", language="en", span=Span(path), explicit=False)
        return CourseFile(replace(course, content=tree.content), None)
    decoded = decode(path, files[path])
    found = read_yaml(decoded.value, path, course_file)
    findings += (*decoded.findings, *found.findings)
    return replace(found.value, course=replace(found.value.course, content=tree.content))


def _name(tree: Tree, folder: str) -> str:
    """What `course.yml` calls a folder: its path below the content, "." for that itself."""
    return (folder[len(tree.content) :].strip("/") if tree.content else folder) or "."


def _module(
    tree: Tree,
    folder: str,
    lessons: tuple[str, ...],
    files: Mapping[str, bytes],
    findings: list[Diagnostic],
) -> tuple[Module, tuple[str, ...], dict[str, str]]:
    path = join(folder, "module.yml")
    head = ModuleFile("", "", (), None)
    if path in files:
        decoded = decode(path, files[path])
        found = read_yaml(decoded.value, path, module_file)
        findings += (*decoded.findings, *found.findings)
        head = found.value
    inner = _name(tree, folder)
    module = Module(
        id="/".join(map(slug, inner.split("/"))) if inner != "." else _ROOT_ID,
        path=folder,
        title=head.title,
        span=Span(path, 1, 1) if path in files else Span(folder or path),
        description=head.description,
        outcomes=head.outcomes,
    )
    by_name = _by_name(lessons)
    ids = {by_name[ref.id]: name for ref, name in head.ids if ref.id in by_name}
    return module, _lesson_order(by_name, head, findings), ids


def _by_name(lessons: tuple[str, ...]) -> dict[str, str]:
    """The lessons of a folder by the names `module.yml` calls them."""
    by_name: dict[str, str] = {}
    for lesson in lessons:
        # Beside `a.md`, the file `a.markdown` can only be called by its whole name.
        by_name[basename(lesson) if stem(lesson) in by_name else stem(lesson)] = lesson
    return by_name


def _lesson_order(
    by_name: Mapping[str, str], head: ModuleFile, findings: list[Diagnostic]
) -> tuple[str, ...]:
    for ref, _ in head.ids:
        if ref.id not in by_name:
            findings.append(UNKNOWN_LESSON.at(ref.span, f"there is no lesson {ref.id!r}"))
    listed = head.lessons
    if listed is not None:
        listed = tuple(Ref(ref.id.removesuffix(".md"), ref.span) for ref in listed)
    known = {name: Span(lesson, 1, 1) for name, lesson in by_name.items()}
    names = in_order(listed, known, (UNKNOWN_LESSON, UNLISTED_LESSON), "lesson", findings)
    return tuple(by_name[name] for name in names)
