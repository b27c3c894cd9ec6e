"""The one Jinja2 environment of the site's pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from hashlib import blake2b
from pathlib import Path

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, StrictUndefined
from markupsafe import Markup

from builder.render.weave import COVER, THUMB, braid, tones

TEMPLATES = Path(__file__).parent.parent / "templates"


def environment(overrides: Path | None = None) -> Environment:
    """Templates from the folder of overrides first, then ours.

    Ours also go by `builder/NAME`, so that an override can extend the template it stands for.
    A name that a template uses and nobody gave is an error, not an empty place on the page.
    """
    ours = PrefixLoader({"builder": FileSystemLoader(TEMPLATES)})
    env = Environment(
        loader=ChoiceLoader([FileSystemLoader(_folders(overrides)), ours]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
    )
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
