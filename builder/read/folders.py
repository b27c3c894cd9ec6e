"""Which files of a tree are lessons, and which folders are modules."""

from __future__ import annotations

from posixpath import basename, dirname

from builder.model.tree import Tree
from builder.read.order import is_index, natural, natural_path, stem

_MARKDOWN = (".md", ".markdown")


def join(folder: str, name: str) -> str:
    """A path below a folder, where "" is the course root."""
    return f"{folder}/{name}" if folder else name


def is_lesson(tree: Tree, path: str) -> bool:
    """Whether a file is a lesson: Markdown that is no index and not the about page."""
    if not _is_content(tree, path) or not path.lower().endswith(_MARKDOWN) or is_index(path):
        return False
    return path.lower() != join(tree.content, "about.md")


def is_page(tree: Tree, path: str) -> bool:
    """Whether a file is Markdown but no lesson: an index or the about page."""
    markdown = _is_content(tree, path) and path.lower().endswith(_MARKDOWN)
    return markdown and not is_lesson(tree, path)


def is_quiz(tree: Tree, path: str) -> bool:
    """Whether a file is a quiz."""
    inside = bool(tree.quizzes) and path.startswith(f"{tree.quizzes}/")
    return inside and path.endswith((".yml", ".yaml"))


def is_plan(path: str) -> bool:
    """Whether a file in the folder of workshop plans is a plan or a cohort."""
    return path.endswith((".yml", ".yaml")) and basename(path) != "module.yml"


def is_cohort(path: str) -> bool:
    """Whether a plan's file is that of a cohort."""
    return is_plan(path) and basename(dirname(path)) == "cohorts"


def is_course_file(tree: Tree, path: str) -> bool:
    """Whether a file is `course.yml` or a `module.yml`."""
    if path == join(tree.content, "course.yml"):
        return True
    return _is_content(tree, path) and basename(path) == "module.yml"


def page_at(folder: str, paths: set[str]) -> str:
    """The path of the page that introduces a folder; "" when there is none.

    `index.md` goes before `README.md`, as on every server.
    """
    here = [path for path in paths if dirname(path) == folder and is_index(path)]
    return min(here, key=lambda path: (stem(path).lower() != "index", path), default="")


def folders(tree: Tree) -> dict[str, tuple[str, ...]]:
    """The lessons of every folder that is a module, both in natural order."""
    found: dict[str, list[str]] = {}
    for path in tree.files:
        folder = dirname(path)
        if is_lesson(tree, path):
            found.setdefault(folder, []).append(path)
        elif folder != tree.content and (is_page(tree, path) or is_course_file(tree, path)):
            found.setdefault(folder, [])
    ordered = sorted(found, key=natural_path)
    return {f: tuple(sorted(found[f], key=lambda path: natural(stem(path)))) for f in ordered}


def _is_content(tree: Tree, path: str) -> bool:
    if tree.content:
        return path.startswith(f"{tree.content}/")
    return not (tree.quizzes and path.startswith(f"{tree.quizzes}/"))
