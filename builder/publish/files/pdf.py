"""A page of the kit as a PDF: tagged (PDF/UA-1), with bookmarks, fonts embedded.

The page is laid out by the very style sheets that a browser prints it with, so that the PDF and
the printed page are one design.
"""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from mimetypes import guess_type
from typing import Any, ClassVar
from urllib.parse import unquote, urlsplit

from builder.publish.files.drawings import paint, painted

BASE = "https://kit.invalid/"
"""The address under which a page finds its neighbours. No such host can ever exist (RFC 2606)."""

Read = Callable[[str], bytes | None]
"""Gives a file by its address, or None."""

_LINKS = re.compile(r'<link rel="stylesheet"[^>]*>')
_VARIANT = "pdf/ua-1"
_LONG_SIDE = {"a4": 297.0, "letter": 279.4}
"""Millimetres."""
_PARTS = re.compile(r"([\d.]+)cqw")
_LANDSCAPE = re.compile(r"size:\s*landscape;")
_CLOCK = "SOURCE_DATE_EPOCH"


class NotInKit(ValueError):  # noqa: N818 - what is wrong, not the exception
    """A page asks for a file that its kit does not hold."""


class Press:
    """Makes the PDFs of one kit. Its style sheet and its fonts are read once.

    `sheet` is the address of the style sheet that all pages have; `read` gives a file of the kit
    by its address, or None. `paper` is a size that CSS knows.
    """

    def __init__(self, sheet: str, read: Read, paper: str = "a4") -> None:
        from weasyprint import CSS
        from weasyprint.text.fonts import FontConfiguration

        # It reports every property that it does not know; screens need those, paper does not.
        logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
        text = (read(sheet) or b"").decode()
        self._kit = _fetcher(read)
        self._fonts = FontConfiguration()
        self._paint = paint(text)
        self._sheet = CSS(
            string=_measured(text, paper),
            base_url=BASE + sheet,
            url_fetcher=self._kit,
            font_config=self._fonts,
        )

    def pdf(self, page: bytes, address: str) -> bytes:
        """The PDF of an HTML page that stands at `address`.

        Nothing outside the kit is ever opened. The same page and files give the same bytes.
        Raises `NotInKit` when a font or picture is not there, since a PDF without it would look
        right only from afar.
        """
        from weasyprint import HTML

        text = painted(_LINKS.sub("", page.decode()), self._paint)
        document = HTML(string=text, base_url=BASE + address, url_fetcher=self._kit)
        with _without_clock():
            data: bytes = document.write_pdf(
                pdf_variant=_VARIANT, stylesheets=[self._sheet], font_config=self._fonts
            )
        if self._kit.missing:
            raise NotInKit(f"{address}: {', '.join(sorted(self._kit.missing))}")
        return data


def _fetcher(read: Read) -> Any:
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class Kit(URLFetcher):  # type: ignore[misc]
        """Hands out the kit's own files, and keeps the names of those that are not there."""

        missing: ClassVar[set[str]] = set()

        def fetch(self, url: str, headers: Any = None) -> Any:
            if url.startswith("data:"):
                return super().fetch(url, headers)
            path = unquote(urlsplit(url).path).lstrip("/")
            data = read(path) if url.startswith(BASE) else None
            if data is None:
                # A face of this very machine would make another PDF on the next one.
                if not url.startswith("file:"):
                    self.missing.add(url.removeprefix(BASE))
                raise ValueError(url)
            kind = guess_type(path)[0] or "application/octet-stream"
            return URLFetcherResponse(url, data, {"Content-Type": kind})

    return Kit()


def _measured(sheet: str, paper: str) -> str:
    """A style sheet with its sheets of this size, and without the unit that the library does not
    know: parts of the width of a certificate, which fills the page but for its padding."""
    wide = _LONG_SIDE.get(paper, _LONG_SIDE["a4"]) * 0.88
    text = _PARTS.sub(lambda m: f"{float(m[1]) * wide / 100:.2f}mm", sheet)
    return f"@page{{size:{paper}}}" + _LANDSCAPE.sub(f"size:{paper} landscape;", text)


@contextmanager
def _without_clock() -> Iterator[None]:
    """Fonts that are cut down to the letters used are stamped with the time, except where this
    variable says otherwise (reproducible-builds.org/specs/source-date-epoch)."""
    before = os.environ.get(_CLOCK)
    os.environ[_CLOCK] = "315532800"
    try:
        yield
    finally:
        if before is None:
            del os.environ[_CLOCK]
        else:
            os.environ[_CLOCK] = before
