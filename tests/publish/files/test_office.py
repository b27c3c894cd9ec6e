"""Files of office programs: the same bytes, and what an office program makes of them."""

from __future__ import annotations

import subprocess
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from zipfile import ZipFile

import pytest
from docx import Document
from pptx import Presentation

from builder.publish.files.docx import docx
from builder.publish.files.pptx import pptx

DRAWING = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">
<rect width="40" height="20" fill="#1f4e79"/><text x="4" y="14" font-size="8">Two</text></svg>"""
PAGE = b"""<html><head><title>No</title></head><body><nav>menu</nav><main>
<h1>Map <em>three</em> ties</h1><p>Draw a <strong>map</strong>
of it.</p><ol><li>First<ul><li>nested</li></ul></li><li>Second</li></ol>
<div class="lines"><span>I will</span><i></i><i></i></div>
<figure><img src="ties.svg" alt="Two kinds"><figcaption>Caption</figcaption></figure>
<table><tr><th>When</th><th>What</th></tr><tr><td>9:00</td><td>Open</td></tr></table>
</main></body></html>"""


def read(address):
    return DRAWING if address == "ties.svg" else None


def slide(**fields):
    """A slide as the deck has them, with everything empty that is not named."""
    empty = dict.fromkeys(("kind", "title", "eyebrow", "lead", "html", "begin", "end"), "")
    rest = {"lines": (), "agenda": (), "notes": (), "asked": None}
    return SimpleNamespace(**{**empty, **rest, **fields})


SLIDES = (
    slide(kind="title", title="Hear it first", lead="Ninety minutes", lines=("3 December",)),
    slide(
        kind="agenda",
        title="Today",
        agenda=(SimpleNamespace(begin="9:00", title="Open <em>up</em>", minutes=6),),
    ),
    slide(
        kind="points",
        title="Three parts",
        begin="9:06",
        end="9:15",
        lines=("<strong>Feeling</strong> with", "Seeing", "Caring"),
        notes=(SimpleNamespace(label="Say", text="<p>Hold up a finger.</p>"),),
    ),
    slide(kind="picture", title="Ties", html='<img src="ties.svg" alt="Two kinds">'),
    slide(
        kind="quiz",
        title="Which one?",
        asked=SimpleNamespace(
            text="", picture="", rows=(), choices=(SimpleNamespace(letter="A", text="This"),)
        ),
    ),
    slide(kind="table", title="Table", html="<table><tr><th>a</th><td>b</td></tr></table>"),
    slide(kind="pause", title="Break", html="<p>Back at ten</p>"),
)


def made_pptx():
    return pptx(SLIDES, "Hear it first", "Founders", "en", read)


def made_docx():
    return docx(PAGE, "Handout", "Founders", "en", read)


def texts(page):
    return [shape.text_frame.text for shape in page.shapes if shape.has_text_frame]


@pytest.mark.parametrize("make", [made_pptx, made_docx])
def test_the_same_page_gives_the_same_bytes(make):
    first = make()
    assert first == make()
    stamps = {entry.date_time for entry in ZipFile(BytesIO(first)).infolist()}
    assert stamps == {(1980, 1, 1, 0, 0, 0)}


def test_every_slide_has_its_title_and_its_notes():
    pages = Presentation(BytesIO(made_pptx())).slides
    assert [page.shapes.title.text_frame.text for page in pages] == [
        "Hear it first", "Today", "Three parts", "Ties", "Which one?", "Table", "Break",
    ]  # fmt: skip
    assert pages[2].notes_slide.notes_text_frame.text == "Say: Hold up a finger."
    assert texts(pages[2])[1] == "Feeling with\nSeeing\nCaring"
    assert "9:06-9:15" in texts(pages[2])
    assert "A This" in texts(pages[4])
    assert "Back at ten" in texts(pages[6])


def test_a_drawing_becomes_a_picture_with_its_description():
    (page,) = [p for p in Presentation(BytesIO(made_pptx())).slides if texts(p)[0] == "Ties"]
    (picture,) = [shape for shape in page.shapes if shape.shape_type == 13]
    assert picture.image.content_type == "image/png"
    assert picture.image.size == (1600, 800)
    assert picture._element.nvPicPr.cNvPr.get("descr") == "Two kinds"


def test_a_document_follows_the_page():
    document = Document(BytesIO(made_docx()))
    found = [(p.style.name, p.text) for p in document.paragraphs if p.text]
    assert found == [
        ("Title", "Map three ties"),
        ("Normal", "Draw a map of it."),
        ("List Number", "First"),
        ("List Bullet 2", "nested"),
        ("List Number", "Second"),
        ("Normal", "I will"),
        ("Normal", "Caption"),
    ]
    lines, table = document.tables
    assert (len(lines.rows), len(lines.columns)) == (2, 1)
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["When", "What"], ["9:00", "Open"],
    ]  # fmt: skip
    assert len(document.inline_shapes) == 1


@pytest.mark.parametrize(
    ("make", "ending", "pages", "words"),
    [(made_pptx, "pptx", 7, "Three parts"), (made_docx, "docx", 1, "Draw a map of it.")],
)
def test_an_office_program_opens_it(make, ending, pages, words, tmp_path: Path):
    file = tmp_path / f"file.{ending}"
    file.write_bytes(make())
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, file]
    subprocess.run(convert, check=True, capture_output=True, timeout=120)
    pdf = tmp_path / "file.pdf"
    info = subprocess.run(["pdfinfo", pdf], check=True, capture_output=True, text=True).stdout
    assert f"Pages:           {pages}" in info
    text = subprocess.run(
        ["pdftotext", pdf, "-"], check=True, capture_output=True, text=True
    ).stdout
    assert words in " ".join(text.split())
