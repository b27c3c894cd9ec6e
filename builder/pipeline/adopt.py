"""Making a folder of Markdown an explicit course: what was assumed gets written down."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath
from posixpath import splitext

from builder.diagnostics import Code, Failure, Level, Report, all_codes
from builder.model.catalogue import Entry
from builder.model.course import Course, Module
from builder.model.urls import slug
from builder.pipeline.project import Project
from builder.pipeline.yaml_text import listed, pairs, scalar

_LEVELS = """\
# Found when this folder was adopted. Each is a warning for now; delete a line once its
# findings are mended, and the next one will stop the build.
levels:
"""

_IDS = """\
# Another module has a lesson of the same name. Progress is stored under the id: keep it.
ids:
"""


def plan(project: Project) -> dict[str, str]:
    """The files that are missing, by path relative to the course root, with their text.

    Built with them, the course has the same pages in the same order under the same addresses.
    """
    course = project.course
    texts = {_join(course.content, "course.yml"): _course_text(course, project.report)}
    texts |= {_join(m.path, "module.yml"): _module_text(m) for m in course.modules}
    root = project.options.root
    return {path: text for path, text in texts.items() if not (root / path).exists()}


def write_plan(root: Path, files: Mapping[str, str]) -> None:
    """Write the planned files; a file that has appeared since is left alone.

    Raises `Failure` when the folder cannot be written.
    """
    try:
        for path, text in files.items():
            with (root / path).open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
    except OSError as problem:
        raise Failure(f"{problem.filename} cannot be written: {problem.strerror}") from problem


def _course_text(course: Course, report: Report) -> str:
    head = pairs(
        (
            ("id", course.id),
            ("title", course.title),
            ("subtitle", course.subtitle),
            ("description", course.description),
            ("language", course.language),
        )
    )
    modules = listed("modules", (_below(course.content, m.path) for m in course.modules))
    return head + modules + _levels_text(report)


def _module_text(module: Module) -> str:
    head = pairs((("title", module.title), ("description", module.description)))
    lessons = listed("lessons", (_stem(lesson.path) for lesson in module.lessons))
    return head + lessons + _ids_text(module.lessons)


def _ids_text(lessons: Iterable[Entry]) -> str:
    """Ids that do not come from the files: two modules have a lesson of one name."""
    made = ((_stem(e.path), e.id) for e in lessons if e.id == slug(splitext(e.path)[0]))
    ids = [(name, known) for name, known in made if known != slug(name)]
    rows = "".join(f"  {scalar(name)}: {scalar(known)}\n" for name, known in ids)
    return f"{_IDS}{rows}" if rows else ""


def _levels_text(report: Report) -> str:
    """An explicit course is judged by stricter levels; adopting must not stop its build."""
    codes = all_codes()
    softened = sorted({f.code for f in report if _would_stop(codes.get(f.code), f.level)})
    return _LEVELS + "".join(f"  {name}: warning\n" for name in softened) if softened else ""


def _would_stop(code: Code | None, now: Level) -> bool:
    return code is not None and code.level is Level.ERROR and now is not Level.ERROR


def _below(content: str, path: str) -> str:
    return str(PurePosixPath(path).relative_to(content)) if content else path or "."


def _stem(path: str) -> str:
    return PurePosixPath(path).stem


def _join(folder: str, name: str) -> str:
    return f"{folder}/{name}" if folder else name
