"""A page that shows nothing because its content is damaged is unread; a blank page is blank."""

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, NameObject, StreamObject
from reportlab.pdfgen.canvas import Canvas

from docverify.facts.source import SourceFile
from docverify.reading.read import read


def three_pages(spoil: StreamObject | None) -> bytes:
    sheet_file = BytesIO()
    sheet = Canvas(sheet_file, invariant=1)
    for number in (1, 3):
        sheet.drawString(60, 700, f"Printed words of page {number}, enough of them to be a text")
        sheet.showPage()
        if number == 1:
            sheet.showPage()
    sheet.save()
    writer = PdfWriter(clone_from=PdfReader(sheet_file))
    if spoil is not None:
        writer.pages[1][NameObject("/Contents")] = writer._add_object(spoil)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def garbage() -> StreamObject:
    stream = DecodedStreamObject()
    stream.set_data(bytes(range(128, 256)) * 8)
    return stream


def not_inflating() -> StreamObject:
    stream = StreamObject()
    stream[NameObject("/Filter")] = NameObject("/FlateDecode")
    stream._data = b"this was never deflated" * 20
    return stream


def short_and_not_inflating() -> StreamObject:
    stream = not_inflating()
    stream._data = b"no deflate"
    return stream


@pytest.mark.parametrize("spoil", [garbage, not_inflating, short_and_not_inflating])
def test_a_damaged_content_makes_the_page_unread(spoil: object, tmp_path: Path) -> None:
    document = read(SourceFile.of("p.pdf", three_pages(spoil())))  # type: ignore[operator]
    assert [page.page for page in document.unread] == [2]
    assert [page.number for page in document.pages] == [1, 3]


def test_a_blank_page_is_blank() -> None:
    document = read(SourceFile.of("p.pdf", three_pages(None)))
    assert document.unread == ()
    assert len(document.pages) == 3
