"""A received file to a `ReadDocument`: pages of text with boxes, the pages that could not be read, structure facts.

Refuses (`UnreadableInput`) what is no PDF, is encrypted with an unknown password or is too damaged to open. A bad page
of a good file is an `UnreadPage` with its reason.
"""

from functools import partial
from typing import Any

import pypdfium2 as pdfium

from docverify.errors import UnreadableInput
from docverify.facts.document import UnreadPage
from docverify.facts.evidence import Origin
from docverify.facts.source import SourceFile
from docverify.reading.page import Page, ReadDocument, Table
from docverify.reading.text_layer import TextLayer


def read(source: SourceFile, *, password: str | None = None, ocr: bool = True) -> ReadDocument:
    """The file's pages, read."""
    pdf = _opened(source, password)
    layer = TextLayer(pdf)
    pages: list[Page] = []
    unread: list[UnreadPage] = []
    for number in range(1, len(pdf) + 1):
        try:
            pages.append(_text_page(layer, number))
        except pdfium.PdfiumError as error:
            unread.append(UnreadPage(number, f"the page is damaged: {error}"))
    return ReadDocument(source, len(pdf), tuple(pages), tuple(unread), {"page_count": len(pdf)})


def _opened(source: SourceFile, password: str | None) -> Any:
    try:
        return pdfium.PdfDocument(source.content, password=password)
    except pdfium.PdfiumError as error:
        raise UnreadableInput(f"{source.path}: cannot be opened as a PDF ({error})") from error


def _text_page(layer: TextLayer, number: int) -> Page:
    opened = layer.page(number)
    repaired = layer.repaired(number)
    width, height = opened.frame.size
    return Page(
        number=number,
        width=width,
        height=height,
        text=repaired.text,
        origin=Origin.TEXT,
        make_lines=partial(layer.lines, number),
        make_boxes=partial(layer.boxes, number, repaired),
        make_tables=_no_tables,
    )


def _no_tables() -> tuple[Table, ...]:
    return ()
