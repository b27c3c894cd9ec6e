"""The one Jinja2 environment of the site's pages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, StrictUndefined
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Call, Expr, Name, Node
from markupsafe import Markup, escape

from builder.render.moved import moved
from builder.render.weave import COVER, THUMB, braid, tones

_SPECIAL = re.compile("[&<>'\"]")
_PLAIN = frozenset({"cover", "icon", "t", "thumb"})
"""Functions that our templates call."""
TEMPLATES = Path(__file__).parent.parent / "templates"


class _Output(CodeGenerator):
    """Compiles what a template shows to a call of `CourseEnvironment.shown`, and lets each template
    and block collect its pieces and hand them on as one: a page is made of two thousand, and each
    would pass through every template around it."""

    def blockvisit(self, nodes: Iterable[Node], frame: Frame) -> None:
        """Compile the body of a template, a block, a loop and so on."""
        if frame.buffer is not None:
            super().blockvisit(nodes, frame)
            return
        self.buffer(frame)
        super().blockvisit(nodes, frame)
        self.writeline(f"yield concat({frame.buffer})")
        frame.buffer = None

    def visit_Call(self, node: Call, frame: Frame, **more: bool) -> None:  # type: ignore[override]  # noqa: N802
        """Compile a call. Jinja first asks each function whether it wants to know where it is
        called from; of ours, none does."""
        if isinstance(node.node, Name) and node.node.name in _PLAIN:
            self.write("environment.called(")
            self.visit(node.node, frame)
            self.signature(node, frame)
            self.write(")")
        else:
            super().visit_Call(node, frame, **more)

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: Any) -> None:  # noqa: ANN401
        if self._plain(frame, finalize):
            self.write("(shown_ if (shown_ := ")
        else:
            super()._output_child_pre(node, frame, finalize)

    def _output_child_post(self, node: Expr, frame: Frame, finalize: Any) -> None:  # noqa: ANN401
        if self._plain(frame, finalize):
            # Most of what a page shows is HTML already: it needs no call.
            self.write(").__class__ is Markup else environment.shown(shown_))")
        else:
            super()._output_child_post(node, frame, finalize)

    def _plain(self, frame: Frame, finalize: Any) -> bool:  # noqa: ANN401 - Jinja's own type
        escapes = frame.eval_ctx.autoescape and not frame.eval_ctx.volatile
        return bool(escapes and finalize.src is None)


class CourseEnvironment(Environment):
    """Escapes like Jinja's own environment, at three quarters of the time: most of what a page
    shows is finished HTML or text without a character to escape, and neither needs to become a
    new `Markup`."""

    code_generator_class = _Output

    @staticmethod
    def shown(value: object) -> str:
        """The HTML of a value that is no `Markup` yet."""
        if type(value) is str and not _SPECIAL.search(value):
            return value
        return escape(value)

    @staticmethod
    def called(function: Callable[..., object], *args: object, **values: object) -> object:
        """What a function of ours returns."""
        return function(*args, **values)


def environment(overrides: Path | None = None) -> Environment:
    """Templates from the folder of overrides first, then ours.

    Ours also go by `builder/NAME`, so that an override can extend the template it stands for.
    A name that a template uses and nobody gave is an error, not an empty place on the page.
    The same one is returned until a template changes: compiling them takes as long as many pages.
    """
    return _environment(overrides, fingerprint(overrides))


@lru_cache(maxsize=2)
def _environment(overrides: Path | None, _: str) -> Environment:
    ours = PrefixLoader({"builder": FileSystemLoader(TEMPLATES)})
    env = CourseEnvironment(
        loader=ChoiceLoader([FileSystemLoader(_folders(overrides)), ours]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
    )
    env.filters["moved"] = moved
    env.globals["icon"] = _icons(env)
    env.globals["cover"] = lambda seed: braid(seed, tones(seed), COVER, "_w")
    env.globals["thumb"] = lambda seed, name: braid(f"{seed}-s", tones(seed), THUMB, name)
    return env


def _icons(env: Environment) -> Callable[..., Markup]:
    """The macro of `partials/icons.html`, called once for each icon and size: a page shows some
    forty, most of them the same."""
    made: dict[tuple[str, int, str], Markup] = {}

    def icon(name: str, size: int = 20, cls: str = "") -> Markup:
        key = (name, size, cls)
        if key not in made:
            made[key] = env.get_template("partials/icons.html").module.icon(*key)  # type: ignore[attr-defined]
        return made[key]

    return icon


def fingerprint(overrides: Path | None = None) -> str:
    """A hash of every template and string file: pages must be made anew when it changes."""
    digest = blake2b(digest_size=16)
    for folder in _folders(overrides):
        for name, data in _sources(folder):
            digest.update(f"{name}\0{len(data)}\0".encode())
            digest.update(data)
        digest.update(b"\0\0")
    return digest.hexdigest()


def _folders(overrides: Path | None) -> list[Path]:
    return [*([overrides] if overrides else []), TEMPLATES]


def _sources(folder: Path) -> Iterator[tuple[str, bytes]]:
    files = (p for p in folder.rglob("*") if p.suffix in (".html", ".yml") and p.is_file())
    for path in sorted(files, key=lambda p: p.relative_to(folder).as_posix()):
        yield path.relative_to(folder).as_posix(), path.read_bytes().replace(b"\r\n", b"\n")
