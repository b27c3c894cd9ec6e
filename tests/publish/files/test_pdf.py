"""PDF: tagged, bookmarked, fonts inside, nothing from outside."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from pypdf import PdfReader

from builder.publish.assets import WEB
from builder.publish.files.drawings import paint
from builder.publish.files.pdf import NotInKit, Press

PAGE = b"""<!doctype html><html lang="en"><head><title>Guide</title>
<link rel="stylesheet" href="../assets/kit.css"></head><body><h1>Guide</h1>
<h2>First part</h2><p>Words.</p><h2>Second part</h2></body></html>"""
STYLE = (
    b"@font-face{font-family:Text;src:url(/assets/fonts/text.woff2)}body,h1,h2{font-family:Text}"
)
FILES: dict[str, bytes] = {
    "assets/kit.css": STYLE,
    "assets/fonts/text.woff2": (WEB / "fonts" / "text.woff2").read_bytes(),
}


def flat(outline):
    """The bookmarks of all levels in one row."""
    for entry in outline:
        yield from flat(entry) if isinstance(entry, list) else [entry]


def tool(*command: str | Path) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def test_a_pdf_for_everybody(tmp_path: Path):
    press = Press("assets/kit.css", FILES.get)
    data = press.pdf(PAGE, "runs/guide.html")
    press.pdf(PAGE.replace(b"Words", b"Others"), "runs/other.html")
    assert data == press.pdf(PAGE, "runs/guide.html")
    assert data == Press("assets/kit.css", FILES.get).pdf(PAGE, "runs/guide.html")
    file = tmp_path / "guide.pdf"
    file.write_bytes(data)
    info = tool("pdfinfo", file)
    assert "Tagged:          yes" in info
    assert "Title:           Guide" in info
    fonts = tool("pdffonts", file).splitlines()[2:]
    assert fonts
    assert all(line.split()[-5] == "yes" for line in fonts)
    assert tool("pdfinfo", "-struct", file).count("H2") == 2
    titles = [entry.title for entry in flat(PdfReader(file).outline)]
    assert titles == ["Guide", "First part", "Second part"]


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_it_is_made_for_a_size_of_paper(paper: str, tmp_path: Path):
    file = tmp_path / "page.pdf"
    file.write_bytes(Press("assets/kit.css", FILES.get, paper).pdf(PAGE, "guide.html"))
    size = {"a4": "595.276 x 841.89", "letter": "612 x 792"}[paper]
    assert size in tool("pdfinfo", file)


@pytest.mark.parametrize(
    "address", ["https://example.org/x.png", "../../outside.png", "gone.png", "//host/x.png"]
)
def test_nothing_but_the_kit_is_opened(address: str):
    asked: list[str] = []

    def read(path: str) -> bytes | None:
        asked.append(path)
        return FILES.get(path)

    page = PAGE.replace(b"<p>", f'<p><img src="{address}" alt="">'.encode())
    with pytest.raises(NotInKit, match=r"runs/guide\.html"):
        Press("assets/kit.css", read).pdf(page, "runs/guide.html")
    assert not [path for path in asked if path.startswith(("/", "..")) or "host" in path]


def test_a_drawing_has_the_colours_of_the_page():
    sheet = STYLE + b":root{--t1:#ff0000;--t1:light-dark(#ff0000,#00ff00)}.knot .a{fill:var(--t1)}"
    page = PAGE.replace(
        b"<p>", b'<svg class="knot" viewBox="0 0 9 9"><path class="a" d="M0 0h9v9z"/></svg><p>'
    )
    coloured = Press("k.css", {**FILES, "k.css": sheet}.get).pdf(page, "guide.html")
    plain = Press("k.css", {**FILES, "k.css": STYLE}.get).pdf(page, "guide.html")
    assert coloured != plain
    assert paint(sheet.decode()) == ".knot .a{fill:#ff0000}"
