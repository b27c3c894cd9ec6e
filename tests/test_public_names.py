"""Public names: what a package promises is there, and what is public is used."""

from __future__ import annotations

import ast
from collections import Counter
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FILES = sorted((ROOT / "builder").rglob("*.py"))
PACKAGES = sorted(f.parent for f in FILES if f.name == "__init__.py")


CALLED_BY_OTHERS = {
    "makeExtension",  # Python-Markdown looks it up by this name
    "cohort_agenda",  # the workshop kit shows it
    "fit",
    "write_file_atomically",  # waits for the first output that is one file
}


def dotted(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


@pytest.mark.parametrize("package", [dotted(p) for p in PACKAGES])
def test_promised_names_exist(package):
    module = import_module(package)
    promised = getattr(module, "__all__", [])
    assert len(set(promised)) == len(promised)
    missing = [name for name in promised if not hasattr(module, name)]
    assert not missing


def used_names(tree: ast.AST) -> Counter[str]:
    """How often a name is read, as itself or as an attribute."""
    used: Counter[str] = Counter()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            used[node.id] += 1
        elif isinstance(node, ast.Attribute):
            used[node.attr] += 1
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            used[node.value] += 1  # annotations in quotes, names in `__all__`, getattr
    return used


def test_nothing_public_is_dead():
    """A public function or class that nobody reads is left over from something."""
    sources = [*FILES, *sorted((ROOT / "tools").rglob("*.py"))]
    used = sum((used_names(ast.parse(f.read_text("utf-8"))) for f in sources), Counter())
    pages = "".join(p.read_text("utf-8") for p in (ROOT / "builder/templates").rglob("*.html"))
    outside = (ROOT / "pyproject.toml").read_text() + pages
    dead = [
        f"{path.relative_to(ROOT)}:{node.lineno}: {node.name}"
        for path in FILES
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        and not node.name.startswith("_")
        and not used[node.name]
        and node.name not in CALLED_BY_OTHERS
        and node.name not in outside
    ]
    assert not dead, "\n".join(dead)
