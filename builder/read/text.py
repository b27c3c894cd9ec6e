"""From bytes to text: one encoding, one kind of line end, no invisible characters."""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE

from builder.diagnostics import Diagnostic, Level, Span, code
from builder.model.result import Result

ENCODING = code(
    "encoding",
    Level.ERROR,
    "The file is not UTF-8",
    "Text files must be saved as UTF-8. The place named is the first byte that is not. Open the "
    "file in an editor, choose 'Save with encoding' and pick UTF-8.",
    fatal=True,
)
CONTROL = code(
    "control-character",
    Level.ERROR,
    "The file holds an invisible control character",
    "Control characters (a NUL byte, an escape, a form feed) have no meaning in a text and break "
    "web pages and YAML. They usually come from copying out of another program. Delete the "
    "character at the place named.",
)

_UTF16 = (BOM_UTF16_LE, BOM_UTF16_BE)
_ALLOWED = b"\t\n\r"
_LOW_CONTROLS = bytes(b for b in range(32) if b not in _ALLOWED) + b"\x7f"
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_MAY_HOLD_HIGH_CONTROLS = (b"\xc2", b"\xef\xbf")


def decode(path: str, data: bytes) -> Result[str]:
    """The text of a file: without byte order marks, lines ending in LF.

    What cannot be decoded stands as U+FFFD in the value, other control characters as spaces, so
    that lines and columns stay true.
    """
    if data.startswith(_UTF16):
        hint = "save the file again with the encoding UTF-8"
        return Result("", (ENCODING.at(Span(path, 1, 1), "the file is UTF-16", hint),))
    data = data.removeprefix(BOM_UTF8)
    findings: list[Diagnostic] = []
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        text = data.decode("utf-8", "replace")
        findings.append(_bad_byte(path, data, error.start))
    # A mark in the middle comes from joined files; it is invisible and hides a heading's '#'.
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\ufeff", "")
    if _may_hold_controls(data):
        text = _without_controls(path, text, findings)
    return Result(text, tuple(findings))


def position(text: str, offset: int) -> tuple[int, int]:
    """Line and column, both from 1, of a character in a text with LF line ends."""
    start = text.rfind("\n", 0, offset) + 1
    return text.count("\n", 0, offset) + 1, offset - start + 1


def _bad_byte(path: str, data: bytes, offset: int) -> Diagnostic:
    before = data[:offset].decode("utf-8", "replace")
    before = before.replace("\r\n", "\n").replace("\r", "\n").replace("\ufeff", "")
    line, column = position(before, len(before))
    message = f"byte 0x{data[offset]:02x} is not valid UTF-8"
    return ENCODING.at(Span(path, line, column), message, "save the file as UTF-8")


def _may_hold_controls(data: bytes) -> bool:
    # Deleting bytes is many times faster than a search with a character class.
    if len(data.translate(None, _LOW_CONTROLS)) != len(data):
        return True
    return any(lead in data for lead in _MAY_HOLD_HIGH_CONTROLS)


def _without_controls(path: str, text: str, findings: list[Diagnostic]) -> str:
    found = _CONTROLS.search(text)
    if not found:
        return text
    character = found.group()
    name = "a NUL character" if character == "\0" else f"control character U+{ord(character):04X}"
    span = Span(path, *position(text, found.start()))
    findings.append(CONTROL.at(span, f"{name} is not allowed", "delete it"))
    return _CONTROLS.sub(lambda m: "\ufffd" if m.group() == "\0" else " ", text)
