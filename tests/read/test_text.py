import codecs

import pytest

from builder.read.text import decode, position

TEXT = "# Ünïcode\n\nline two\n"


def codes(data):
    return [finding.code for finding in decode("a.md", data).findings]


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
    ],
    ids=["plain", "byte order mark", "CRLF", "CR"],
)
def test_every_way_of_saving_a_text_reads_the_same(data):
    assert decode("a.md", data) == decode("a.md", TEXT.encode())
    assert decode("a.md", data).value == TEXT


def test_a_byte_that_is_not_utf8_is_named_with_its_place():
    result = decode("a.md", "één\r\ncaf".encode() + b"\xe9 au lait")
    (finding,) = result.findings
    assert finding.span == ("a.md", 2, 4)
    assert "0xe9" in finding.message
    assert finding.code == "encoding"
    assert result.value == "één\ncaf\ufffd au lait"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf16_is_recognised_by_its_mark(encoding):
    mark = {"utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}.get(encoding, b"")
    result = decode("a.md", mark + TEXT.encode(encoding))
    assert "UTF-16" in result.findings[0].message
    assert result.value == ""


def test_a_nul_character_is_an_error_and_shown_as_a_replacement():
    result = decode("a.md", b"one\ntwo \x00 three")
    (finding,) = result.findings
    assert finding.span == ("a.md", 2, 5)
    assert "NUL" in finding.message
    assert result.value == "one\ntwo \ufffd three"


@pytest.mark.parametrize(
    "character", ["\x01", "\x02", "\x03", "\x0c", "\x1b", "\x7f", "\x9b", "\uffff"]
)
def test_other_control_characters_become_spaces_and_are_reported(character):
    result = decode("a.md", f"a{character}b".encode())
    assert result.value == "a b"
    assert f"U+{ord(character):04X}" in result.findings[0].message


@pytest.mark.parametrize("text", ["\t", "\x85", "\u2028", "\u00a0", "\ufffd"])
def test_ordinary_odd_characters_are_left_alone(text):
    result = decode("a.md", f"a{text}b".encode())
    assert result.value == f"a{text}b"
    assert not result.findings


def test_positions_count_characters_from_one():
    assert position("ab\ncd", 0) == (1, 1)
    assert position("äb\ncd", 4) == (2, 2)


def test_a_byte_order_mark_between_joined_files_is_dropped_too():
    result = decode("a.md", "\ufeffone\n\ufeff# two\n".encode())
    assert result.value == "one\n# two\n"
    assert not result.findings
