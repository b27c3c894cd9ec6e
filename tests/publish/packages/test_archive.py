"""The archive of a package: the same bytes anywhere, in the form that every platform unpacks."""

from __future__ import annotations

import os
import re
import shutil
import struct
import subprocess
import sys
from hashlib import sha256
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from builder.publish.archive import archive

from .conftest import ROOT

FORMS = {"scorm12": "imsmanifest.xml", "scorm2004": "imsmanifest.xml", "cmi5": "cmi5.xml"}
_BUILD = """
import sys
from pathlib import Path
from builder.pipeline import Options, load
from builder.pipeline.package import Packer
packer = Packer(load(Options(Path(sys.argv[1]), jobs=int(sys.argv[3]), cache=False)), locked=True)
for name in ("scorm12", "scorm2004", "cmi5"):
    packer.pack(name, Path(sys.argv[2]))
"""


@pytest.mark.parametrize("form", FORMS)
def test_entries_are_plain(pack, form):
    with ZipFile(pack(form)) as files:
        names = files.namelist()
        infos = files.infolist()
    assert names[0] == FORMS[form]
    assert names[1:] == sorted(names[1:])
    assert len(set(map(str.casefold, names))) == len(names)
    for info in infos:
        assert re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._/-]{0,179}", info.filename)
        assert info.date_time == (1980, 1, 1, 0, 0, 0)
        assert (info.compress_type, info.extra, info.comment) == (ZIP_DEFLATED, b"", b"")
        assert info.flag_bits == 0  # no data descriptor, no encryption
        assert (info.external_attr >> 16) & 0o777 == 0o644
        assert not info.filename.endswith("/")


@pytest.mark.parametrize("form", FORMS)
def test_headers_are_those_of_every_zip(pack, form):
    data = pack(form).read_bytes()
    assert data.startswith(b"PK\x03\x04")
    assert b"PK\x06\x06" not in data  # no 64-bit record
    with ZipFile(pack(form)) as files:
        first = files.infolist()[0]
    extra = struct.unpack_from("<H", data, first.header_offset + 28)[0]
    assert extra == 0


def test_size_without_pictures(pack):
    for form in FORMS:
        with ZipFile(pack(form)) as files:
            pictures = sum(i.compress_size for i in files.infolist() if "/images/" in i.filename)
        assert pack(form).stat().st_size - pictures < 1_500_000


def test_same_bytes_anywhere(pack, tmp_path):
    """Another folder, time zone, locale, umask, hash seed, number of workers, another day."""
    copy = tmp_path / "elsewhere and far"
    for part in ("content", "quizzes", "site_overrides"):
        shutil.copytree(ROOT / part, copy / part)
        for file in (copy / part).rglob("*"):
            os.utime(file, (1, 1))
    names = ["scorm12", "scorm2004", "cmi5"]
    here = {name: sha256(pack(name).read_bytes()).digest() for name in names}
    seed = {"PYTHONHASHSEED": "7", "TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8"}
    out = tmp_path / "out"
    subprocess.run(
        [sys.executable, "-c", f"import os; os.umask(0o077)\n{_BUILD}", copy, out, "2"],
        check=True,
        cwd=tmp_path,
        env={**os.environ, **seed, "PYTHONPATH": str(ROOT)},
    )
    there = {n: sha256(next(out.glob(f"*-{n}.zip")).read_bytes()).digest() for n in names}
    assert there == here


def test_a_name_beyond_ascii_is_refused():
    with pytest.raises(ValueError, match="caf\u00e9"):
        archive({"caf\u00e9.html": b""}, "imsmanifest.xml")
