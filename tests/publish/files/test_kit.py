"""The files of a shipped kit: what there is, that it is the same every time, and that it says
what the pages say."""

from __future__ import annotations

import json
import re
import subprocess
from io import BytesIO
from pathlib import Path

import pytest
import vobject
from docx import Document
from kits import SHIPPED, kit_bundle, kit_files, project, text_of
from pptx import Presentation

from builder.publish.files.kit import other_forms

PLAN = "hear-it-first-90"
RUN = "cohort-demo-hear-it-first/"


def made(path: str) -> bytes:
    return kit_bundle(PLAN).read(path)


def test_what_there_is_beside_each_page():
    names = ("guide-online", f"{RUN}handouts/map", "workbook-large", "live", "slides-online")
    pages = [f"{name}.html" for name in (*names, "name-cards", "index", "quiz-A")]
    assert other_forms(pages) == {
        "guide-online.html": (("PDF", "guide-online.pdf"), ("DOCX", "guide-online.docx")),
        f"{RUN}handouts/map.html": (
            ("PDF", f"{RUN}handouts/map.pdf"),
            ("DOCX", f"{RUN}handouts/map.docx"),
        ),
        "workbook-large.html": (("PDF", "workbook-large.pdf"),),
        "live.html": (),
        "slides-online.html": (("PPTX", "slides-online.pptx"),),
        "name-cards.html": (),
        "index.html": (),
        "quiz-A.html": (("PDF", "quiz-A.pdf"),),
    }


@pytest.mark.parametrize("plan", SHIPPED)
def test_the_index_leads_to_every_file(plan):
    index = kit_files(plan)["index.html"].decode()
    linked = set(re.findall(r'href="([^"#]+\.(?:pdf|docx|pptx|ics))"', index))
    there = {path for path in kit_bundle(plan) if path.endswith((".pdf", ".docx", ".pptx", ".ics"))}
    assert there
    assert {path for path in there if "-large" not in path} == linked


@pytest.mark.parametrize(
    "path", ["quiz-A.pdf", "workbook.docx", "slides.pptx", f"{RUN}invitation.ics"]
)
def test_the_same_plan_makes_the_same_file(path):
    assert made(path) == made(path)


def test_the_deck_to_edit_has_the_slides_of_the_deck_on_screen():
    pages = Presentation(BytesIO(made("slides.pptx"))).slides
    html = kit_files(PLAN)["slides.html"].decode()
    titles = [text_of(title) for title in re.findall(r"<h[12][^>]*>(.*?)</h[12]>", html, re.DOTALL)]
    written = [" ".join(page.shapes.title.text_frame.text.split()) for page in pages]
    assert len(written) > 20
    assert [title for title in titles if title in written] == [w for w in written if w in titles]
    assert set(written) <= set(titles)
    assert sum(bool(page.notes_slide.notes_text_frame.text) for page in pages) > len(pages) / 2


@pytest.mark.parametrize("path", ["workbook", "handouts/triads"])
def test_a_document_to_edit_says_what_its_page_says(path):
    document = Document(BytesIO(made(f"{path}.docx")))
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    paragraphs = [p.text for p in document.paragraphs] + [cell.text for cell in cells]
    said = text_of(kit_files(PLAN)[f"{path}.html"].decode())
    found = [words for words in (" ".join(text.split()) for text in paragraphs) if words]
    assert len(found) > 8
    assert not [words for words in found if words.replace(" ", "") not in said.replace(" ", "")]


def test_a_pdf_says_what_its_page_says(tmp_path: Path):
    file = tmp_path / "handout.pdf"
    file.write_bytes(made("handouts/triads.pdf"))
    run = subprocess.run(["pdftotext", file, "-"], check=True, capture_output=True, text=True)
    written = set(re.findall(r"\w{5,}", run.stdout))
    said = set(re.findall(r"\w{5,}", text_of(kit_files(PLAN)["handouts/triads.html"].decode())))
    assert len(written) > 30
    assert not written - said


def test_the_calendar_file_agrees_with_the_live_view():
    event = vobject.readOne(made(f"{RUN}invitation.ics").decode()).vevent
    length = event.dtend.value - event.dtstart.value
    live = kit_files(PLAN)[f"{RUN}live.html"].decode()
    plan = json.loads(re.search(r'id="_plan">(.*?)</script>', live, re.DOTALL)[1])
    assert length.total_seconds() == plan["minutes"] * 60
    assert event.dtstart.value.isoformat() == "2027-02-04T09:30:00+00:00"
    assert event.summary.value == next(w.title for w in project().course.workshops if w.id == PLAN)
    assert event.location.value == "Library at the Old Harbour, room 2"
    rows = event.description.value.splitlines()
    assert len(rows) == len(plan["blocks"]) + 1
    assert rows[0].startswith("09:30 ")
    assert rows[-1] == "11:00 (Europe/Dublin)"
