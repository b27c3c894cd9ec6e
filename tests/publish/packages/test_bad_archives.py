"""`inspect` on what is no package: one clear message each, and nothing is unpacked."""

from __future__ import annotations

import struct
import zipfile
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from builder.check.package import check_package
from builder.diagnostics import Failure
from builder.read.package import read_package

SOUND = b"""<?xml version="1.0"?>
<manifest identifier="m" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
 <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
 <organizations default="o"><organization identifier="o"><title>T</title>
  <item identifier="i" identifierref="r"><title>T</title></item></organization></organizations>
 <resources><resource identifier="r" type="webcontent" adlcp:scormtype="sco" href="a.html">
  <file href="a.html"/></resource></resources>
</manifest>"""


def made(path, files, manifest=SOUND):
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, data in {"imsmanifest.xml": manifest, "a.html": b"", **files}.items():
            archive.writestr(zipfile.ZipInfo(name), data, ZIP_DEFLATED)
    return path


def codes(path):
    result = read_package(path)
    return {f.code for f in (*result.findings, *check_package(result.value))}


def test_a_sound_one(tmp_path):
    assert codes(made(tmp_path / "a.zip", {})) == set()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "not a zip archive"),
        (b"MZ" + bytes(500), "not a zip archive"),
        (b"PK\x03\x04" + bytes(40), "not a zip archive"),
        (b"<html>login</html>", "not a zip archive"),
    ],
)
def test_what_is_no_archive(tmp_path, data, words):
    path = tmp_path / "a.zip"
    path.write_bytes(data)
    with pytest.raises(Failure, match=words):
        read_package(path)


def test_a_cut_archive(tmp_path):
    path = made(tmp_path / "a.zip", {"b.bin": bytes(range(256)) * 40})
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    with pytest.raises(Failure, match="not a zip archive"):
        read_package(path)


def test_a_damaged_manifest(tmp_path):
    path = made(tmp_path / "a.zip", {})
    data = bytearray(path.read_bytes())
    data[60:90] = bytes(30)
    path.write_bytes(data)
    with pytest.raises(Failure, match="damaged"):
        read_package(path)


@pytest.mark.parametrize(
    "name", ["../evil.html", "/etc/passwd", "C:/evil", "a/../../b", "a\\b", "a\tb"]
)
def test_names_that_lead_out(tmp_path, name):
    assert "package-file-name" in codes(made(tmp_path / "a.zip", {name: b"x"}))
    assert [path.name for path in tmp_path.iterdir()] == ["a.zip"]


def test_a_bomb(tmp_path):
    path = made(tmp_path / "a.zip", {"zeros.bin": bytes(120_000_000)})
    assert path.stat().st_size < 200_000
    assert "package-bomb" in codes(path)


def test_a_bomb_of_a_manifest(tmp_path):
    path = made(tmp_path / "a.zip", {}, manifest=b"<a>" + b" " * 20_000_000)
    with pytest.raises(Failure, match="larger than 16 MB"):
        read_package(path)


def test_a_manifest_that_lies_about_its_size(tmp_path):
    """The directory says ten bytes; the stream behind it goes on."""
    path = made(tmp_path / "a.zip", {}, manifest=b"<a>" + b" " * 20_000_000)
    data = bytearray(path.read_bytes())
    at = data.rindex(b"PK\x01\x02", 0, data.rindex(b"a.html"))
    struct.pack_into("<I", data, data.index(b"PK\x01\x02") + 24, 10)
    assert at >= 0
    path.write_bytes(data)
    with pytest.raises(Failure):
        read_package(path)


ENTITIES = (
    b"""<!DOCTYPE m [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;">]><m>&b;</m>"""
)
OUTSIDE = b"""<!DOCTYPE m [<!ENTITY a SYSTEM "file:///etc/passwd">]><m>&a;</m>"""


@pytest.mark.parametrize(
    "manifest",
    [
        ENTITIES,
        OUTSIDE,
        b"",
        b"\x00\x01\x02",
        b"<a><b></a>",
        b'<?xml version="1.0" encoding="klingon"?><a/>',
        b"<a>&nothing;</a>",
        b"<a>" * 5_000,
        b"<manifest" + b" " * 1000,
        SOUND.replace(b"<title>T", b"<title>\xff"),
    ],
)
def test_manifests_that_cannot_be_read(tmp_path, manifest):
    assert codes(made(tmp_path / "a.zip", {}, manifest)) == {"package-manifest-unreadable"}


def test_manifest_in_other_encodings(tmp_path):
    text = SOUND.decode().replace("<title>T<", "<title>Caf\u00e9<")
    for encoding in ("utf-8-sig", "utf-16", "iso-8859-1"):
        said = text.replace('version="1.0"', f'version="1.0" encoding="{encoding}"')
        data = (text if encoding.startswith("utf") else said).encode(encoding)
        assert codes(made(tmp_path / "a.zip", {}, data)) == set(), encoding


def test_an_encrypted_manifest(tmp_path):
    path = made(tmp_path / "a.zip", {})
    data = bytearray(path.read_bytes())
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + at] |= 1
    path.write_bytes(data)
    with pytest.raises(Failure, match="encrypted"):
        read_package(path)


def test_leftovers_and_doubtful_names(tmp_path):
    for name in ("__MACOSX/a", "b/.DS_Store", "caf\u00e9.html", "a b.html", "A.html", "x" * 181):
        assert "package-plain-name" in codes(made(tmp_path / "a.zip", {name: b""})), name


def test_the_same_name_twice(tmp_path):
    path = made(tmp_path / "a.zip", {})
    with pytest.warns(UserWarning, match="Duplicate"), ZipFile(path, "a") as archive:
        archive.writestr("a.html", b"")
    assert "package-file-name" in codes(path)


def test_where_the_manifest_is_instead(run, tmp_path):
    path = tmp_path / "a.zip"
    with ZipFile(path, "w") as archive:
        archive.writestr("course/imsmanifest.xml", SOUND)
    ran = run("inspect", path)
    assert ran.code == 1
    assert "course/imsmanifest.xml:1:1: error:" in ran.out
    assert "it lies at course/imsmanifest.xml" in ran.out


def test_what_the_command_says(run, tmp_path, pack):
    ran = run("inspect", pack("scorm12"))
    assert (ran.code, ran.err) == (0, "")
    for words in ("SCORM 1.2", "mastery 70 %", "item-bti", "No mistakes found."):
        assert words in ran.out
    bad = made(tmp_path / "a.zip", {}, SOUND.replace(b'default="o"', b'default="x"'))
    ran = run("inspect", bad)
    assert ran.code == 1
    assert "imsmanifest.xml:5:2: error: there is no organization x [package-reference]" in ran.out
    assert run("inspect", bad, "--format", "json").out.startswith("[")
    assert run("inspect", tmp_path / "none.zip").code == 2
    assert run("explain", "package-reference").code == 0


def test_other_makers_packages(run, pack):
    """The unit list of a cmi5 package, and both versions of SCORM."""
    assert "CompletedAndPassed, mastery 70 %" in run("inspect", pack("cmi5")).out
    assert "SCORM 2004 4th Edition" in run("inspect", pack("scorm2004")).out
