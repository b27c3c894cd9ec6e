"""Every seeded mistake of a manifest is found; sound packages have none."""

from __future__ import annotations

import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from builder.check.package import check_package
from builder.diagnostics import Level
from builder.publish.archive import archive
from builder.read.package import read_package

from .conftest import MODULES
from .mutants import LISTS

LEAST = {"scorm2004": 37, "scorm12": 37, "cmi5": 26}


def findings(path: Path) -> list[str]:
    result = read_package(path)
    found = [*result.findings, *check_package(result.value)]
    return [f"{f.span} {f.message} [{f.code}]" for f in found if f.level is not Level.INFO]


def bones(package: Path) -> dict[str, bytes]:
    """The files of a package, with contents only where somebody looks at them."""
    with ZipFile(package) as files:
        names = files.namelist()
        return {name: files.read(name) if name.endswith(".xml") else b"" for name in names}


@pytest.mark.parametrize("form", LISTS)
def test_seeded_mistakes_are_found(pack, tmp_path, form, capsys):
    sound = pack(form, MODULES)
    assert findings(sound) == []
    survivors = []
    for name, change in LISTS[form].items():
        files = bones(sound)
        before = dict(files)
        change(files)
        assert files != before, name
        mutant = tmp_path / "mutant.zip"
        mutant.write_bytes(archive(files, next(iter(files))))
        if not findings(mutant):
            survivors.append(name)
    total = len(LISTS[form])
    with capsys.disabled():
        found = total - len(survivors)
        sys.stdout.write(f"\n{form}: {found} of {total} seeded manifest mistakes found\n")
    assert total >= LEAST[form]
    assert survivors == []


@pytest.mark.parametrize("form", LISTS)
def test_shipped_packages_have_no_findings(pack, form):
    assert findings(pack(form)) == []


def test_relative_addresses_need_a_package(pack, tmp_path):
    with ZipFile(pack("cmi5")) as files:
        bare = tmp_path / "cmi5.xml"
        bare.write_bytes(files.read("cmi5.xml"))
    found = findings(bare)
    assert found
    assert all("relative" in line for line in found)
