"""What Lighthouse can rate in one run. `make audit` adds performance, over several runs."""

from __future__ import annotations

import importlib.util
from types import ModuleType

import pytest

from .conftest import ROOT
from .pages import KINDS


@pytest.fixture(scope="module")
def audit() -> ModuleType:
    spec = importlib.util.spec_from_file_location("audit", ROOT / "tools" / "audit.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["home", "lesson"])
def test_accessibility_practice_and_search_engines(audit, course, kind):
    categories = ("accessibility", "best-practices", "seo")
    assert audit.rate(course + KINDS[kind], categories) == dict.fromkeys(categories, 100)
