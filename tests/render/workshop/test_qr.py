"""The code on paper leads to the lesson."""

from __future__ import annotations

from io import BytesIO

import zxingcpp
from PIL import Image

from builder.publish.files.picture import png
from builder.render.workshop.qr import qr

URL = "https://example.org/course/psychology/cultivating-empathy.html"


def test_a_reader_reads_the_address():
    drawing = str(qr(URL, "Cultivating Empathy")).replace(
        "<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1
    )
    image = Image.open(BytesIO(png(drawing.encode(), 400)))
    flat = Image.new("RGB", image.size, "white")
    flat.paste(image, mask=image.getchannel("A"))
    (found,) = zxingcpp.read_barcodes(flat)
    assert found.text == URL


def test_without_an_address_there_is_no_code():
    assert qr("", "Cultivating Empathy") == ""


def test_the_code_has_a_name():
    assert "<title>Cultivating Empathy</title>" in qr(URL, "Cultivating Empathy")
