"""The files below `assets/` that every built site carries: styles, scripts, fonts, the icon."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path

from builder.publish.bundle import Content, Recipe, digest
from builder.publish.web_script import join, join_part

WEB = Path(__file__).resolve().parents[1] / "web"

LAYERS = (
    "@layer tokens, brand, settings, base, shell, content, reading, parts, quiz, pages, print;\n"
)
SHEETS: dict[str, tuple[str, ...]] = {
    "course.css": ("base", "shell", "panels", "text", "reading", "parts", "cards", "quiz"),
    "pages.css": ("pages",),
    "learner.css": ("learner", "questions/hotspot"),
    "content.css": ("boxes", "code"),
    "print.css": ("print",),
    "questions.css": (),
}
_ONCE = ("lesson", "lms/lesson", "lms/au")
"""Scripts that define elements, which a page may do once; Material's instant navigation runs the
scripts of a page again when it comes."""
ENTRIES = ("course", "lesson", "home", "search", "notes", "review", "certificate")

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_INDENT = re.compile(r"\s*\n\s*")
_PAIR = re.compile(r"light-dark\(\s*([^(),]+|\w+\([^()]*\))\s*,\s*(?:[^(),]+|\w+\([^()]*\))\s*\)")


def assets(overrides: Path | None = None) -> dict[str, Content]:
    """Every file of the look, by its address in the site.

    `overrides` is the course's own folder (`site_overrides/`). Its `tokens.css`, when present, is
    read after the default tokens and wins; its `icon.svg` stands in for ours; whatever lies in
    its `assets/` folder is taken along and may replace a file of ours. Styles are given as bytes,
    fonts as the paths to copy, scripts as recipes: joining them takes longer than writing a
    changed lesson.
    """
    files: dict[str, Content] = {}
    files.update({f"assets/{name}.js": _recipe(script, name) for name in ENTRIES})
    parts = ["sitting", *(f"questions/{name}" for name in kind_names())]
    parts += [f"more/{name}" for name in _entries("more")]
    files.update({f"assets/{name}.js": _recipe(_part, name) for name in parts})
    files.update({f"assets/{name}": sheet(name, overrides) for name in SHEETS})
    files.update({f"assets/fonts/{font.name}": font for font in sorted((WEB / "fonts").iterdir())})
    files["assets/icon.svg"] = _own(overrides, "icon.svg") or WEB / "icon.svg"
    files.update(_extra(overrides))
    return dict(sorted(files.items()))


@cache
def script(name: str) -> bytes:
    """One classic script from the entry `web/entries/<name>.js`."""
    once = "coursewrightLesson" if name in _ONCE else ""
    return join(str(WEB / "entries" / f"{name}.js"), once)


def kind_names() -> list[str]:
    """The types of question whose scripts only the pages load that show them."""
    return _entries("questions")


def _entries(folder: str) -> list[str]:
    return sorted(path.stem for path in (WEB / "entries" / folder).glob("*.js"))


@cache
def _recipe(make: Callable[[str], bytes], name: str) -> Recipe:
    return Recipe(digest("script", name, _sources()), partial(make, name))


@cache
def _sources() -> bytes:
    """A digest of all scripts: which of them a script is joined from takes long to find out."""
    return digest(*(path.read_bytes() for path in sorted(WEB.rglob("*.js"))))


@cache
def _part(name: str) -> bytes:
    """A script that adds to that of the lessons: one rarer type of question, or sittings."""
    entry = WEB / "entries" / f"{name}.js"
    return join_part(str(entry), "kinds", "coursewrightKinds", str(WEB / "questions" / "kit.js"))


def sheet(name: str, overrides: Path | None = None) -> bytes:
    """One style sheet. Only `course.css` carries tokens: every page loads it first."""
    text = LAYERS + (tokens(overrides) if name == "course.css" else "")
    text += "".join(_style(part) for part in SHEETS[name] or _kind_styles())
    return slim(text).encode()


def lms_sheet() -> bytes:
    """The sheet of the shell around a course in a learning platform."""
    return slim(LAYERS + _style("lms")).encode()


def tokens(overrides: Path | None = None) -> str:
    """The default tokens, then the course's own, each with a fallback for older browsers."""
    text = with_fallback(_style("tokens"))
    own = _own(overrides, "tokens.css")
    if own is None:
        return text
    return text + with_fallback(f"@layer brand {{\n{own.read_text(encoding='utf-8-sig')}\n}}\n")


def with_fallback(css: str) -> str:
    """`css` for browsers that do not know `light-dark()`: they get the light colours."""
    plain = _PAIR.sub(r"\1", css)
    return f"{plain}@supports (color: light-dark(#000, #fff)) {{\n{css}}}\n"


def slim(css: str) -> str:
    """`css` without comments and indentation; everything else stays as written."""
    return _INDENT.sub("\n", _COMMENT.sub("", css)).strip() + "\n"


def _kind_styles() -> list[str]:
    """What the rarer types of question look like, one file per type."""
    return sorted(f"questions/{path.stem}" for path in (WEB / "styles/questions").glob("*.css"))


@cache
def _style(name: str) -> str:
    return (WEB / "styles" / f"{name}.css").read_text(encoding="utf-8")


def _own(overrides: Path | None, name: str) -> Path | None:
    path = overrides / name if overrides else None
    return path if path and path.is_file() else None


def _extra(overrides: Path | None) -> dict[str, Content]:
    root = overrides / "assets" if overrides else None
    if not root or not root.is_dir():
        return {}
    found = (path for path in sorted(root.rglob("*")) if path.is_file())
    return {f"assets/{path.relative_to(root).as_posix()}": path for path in found}
