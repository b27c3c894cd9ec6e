"""The dependency rule and the house rules, checked on the source itself."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from sys import stdlib_module_names

import pytest

ROOT = Path(__file__).parent.parent
BUILDER = ROOT / "builder"
FILES = sorted(BUILDER.rglob("*.py"))

LEFT_OF = {
    "diagnostics": "",
    "model": "diagnostics",
    "read": "diagnostics model",
    "check": "diagnostics model",
    "render": "diagnostics model read check",
    "publish": "diagnostics model read check render",
    "pipeline": "diagnostics model read check render publish",
    "cli": "diagnostics model read check render publish pipeline hosts",
    "hosts": "diagnostics model read check render publish pipeline",
}
"""What each room may import besides itself. `cli` starts hosts; no host knows the command."""

DATA_ROOMS = {"schemas", "starter", "templates", "web"}
"""Packages that hold files and no code."""

HOST_OF_MKDOCS = "builder/hosts/mkdocs_host.py"
LONGEST_FILE = 350
LONGEST_FUNCTION = 40


def imports(source: str, package: str) -> Iterator[tuple[int, str]]:
    """Every module that `source` imports, with its line; relative ones made absolute."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package.split(".")[: -node.level + 1 or None] if node.level else []
            name = ".".join([*base, *([node.module] if node.module else [])])
            if name == "builder":
                yield from ((node.lineno, f"builder.{alias.name}") for alias in node.names)
            else:
                yield node.lineno, name


def violations(path: str, source: str) -> list[str]:
    """Imports of one file against the rule, as `file:line: what`."""
    parts = path.split("/")
    room = parts[1] if len(parts) > 2 else ""
    package = ".".join(parts[:-1])
    found = []
    for line, name in imports(source, package):
        top, _, rest = name.partition(".")
        target = rest.split(".")[0]
        if top == "builder" and room and target in LEFT_OF and target != room:
            if target not in LEFT_OF[room].split():
                found.append(f"{path}:{line}: {room} imports {name}")
        elif top in ("mkdocs", "material") and path != HOST_OF_MKDOCS:
            found.append(f"{path}:{line}: only {HOST_OF_MKDOCS} may import {name}")
        elif room in ("model", "diagnostics") and not (
            top == "builder" or top in stdlib_module_names
        ):
            found.append(f"{path}:{line}: {room} imports {name}, which Python does not bring")
    return found


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_the_rule_holds():
    found = [v for f in FILES for v in violations(relative(f), f.read_text("utf-8"))]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("builder/model/x.py", "from builder.read import yaml_value"),
        ("builder/model/x.py", "import markdown"),
        ("builder/read/x.py", "import builder.check.near"),
        ("builder/check/x.py", "from builder.read.files import load"),
        ("builder/check/x.py", "from builder import read"),
        ("builder/check/x.py", "from ..read import files"),
        ("builder/render/x.py", "def f():\n    from builder.publish import bundle"),
        ("builder/pipeline/x.py", "from builder.hosts import serve"),
        ("builder/hosts/x.py", "from builder.cli import main"),
        ("builder/hosts/zensical_host.py", "import mkdocs.config"),
        ("builder/cli/x.py", "from mkdocs.plugins import BasePlugin"),
    ],
)
def test_the_rule_catches(path, source):
    (found,) = violations(path, source)
    assert found.startswith(f"{path}:")


def test_every_room_is_known():
    rooms = {f.relative_to(BUILDER).parts[0] for f in FILES if f.parent != BUILDER}
    assert rooms - DATA_ROOMS == set(LEFT_OF)


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def test_files_are_small():
    sources = [
        p for p in BUILDER.rglob("*") if p.suffix in (".py", ".js", ".css", ".jinja", ".html")
    ]
    lengths = {relative(p): len(p.read_text("utf-8").splitlines()) for p in sources}
    long = {path: length for path, length in lengths.items() if length > LONGEST_FILE}
    assert not long


def test_functions_are_small():
    long = [
        f"{relative(path)}:{node.lineno}: {node.name} has {length} lines"
        for path in FILES
        for node in functions(path)
        if (length := (node.end_lineno or 0) - node.lineno + 1) > LONGEST_FUNCTION
    ]
    assert not long, "\n".join(long)


def test_every_code_is_explained():
    from importlib import import_module

    for path in FILES:
        if path.name != "__main__.py" and "hosts" not in path.parts:
            import_module(relative(path)[:-3].replace("/", ".").removesuffix(".__init__"))
    from builder.diagnostics import all_codes

    codes = all_codes()
    assert len(codes) > 40
    short = [c.name for c in codes.values() if len(c.explanation) < 40 or not c.title]
    assert not short
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name) for name in codes)


WEB = BUILDER / "web"
SCRIPT_IMPORT = re.compile(
    r"""^\s*(?:import|export)\b(?:[^"';]*?\bfrom)?\s*["']([^"']+)["']|\bimport\(["']([^"']+)""",
    re.MULTILINE,
)


def test_scripts_import_only_scripts():
    """`web/` is plain JavaScript: nothing from outside it, and nothing from the network."""
    found, seen = [], 0
    for path in WEB.rglob("*.js"):
        for static, dynamic in SCRIPT_IMPORT.findall(path.read_text("utf-8")):
            target = path.parent / (static or dynamic)
            seen += 1
            if not target.resolve().is_relative_to(WEB) or not target.is_file():
                found.append(f"{relative(path)}: {static or dynamic}")
    assert not found
    assert seen > 10


COMMAND = re.compile(
    r"^\s*(?:\$ )?(make|coursewright)((?: [^\s#`]+)*)|`(make|coursewright)((?: [^\s`]+)*)`",
    re.MULTILINE,
)


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_documents_name_real_commands(name):
    from builder.cli.app import COMMANDS

    makefile = (ROOT / "Makefile").read_text()
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    mentioned = COMMAND.findall((ROOT / name).read_text("utf-8"))
    assert mentioned or name == "CHANGELOG.md"
    for a, b, c, d in mentioned:
        program, words = (a or c), (b or d).split()
        known = targets if program == "make" else {*COMMANDS, "--version", "--help"}
        if words:
            assert words[0] in known, f"{program} {' '.join(words)}"


def test_documents_link_to_real_files():
    for path in ROOT.glob("*.md"):
        for target in re.findall(r"\]\(([^)#:]+)\)", path.read_text("utf-8")):
            assert (ROOT / target).exists(), f"{path.name} links to {target}"
