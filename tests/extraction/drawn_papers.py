"""Papers drawn for a test: PDF pages made with reportlab, read back through the real reader.

A page is a list of entries: a string is a line of 10 pt text, `(size, text)` a line in that size, a list of strings a
row of cells at fixed edges, and a list of lists a ruled table.
"""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Table, TableStyle

from docverify.classify import classify
from docverify.extraction.extract import extract
from docverify.extraction.locate import Passage
from docverify.facts.document import Document
from docverify.facts.source import SourceFile
from docverify.reading.page import ReadDocument
from docverify.reading.read import read

_FONTS = Path(__file__).parents[2] / "corpus" / "generator" / "fonts"
pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
pdfmetrics.registerFont(TTFont("Sans", str(_FONTS / "sans.ttf")))
_EDGES = (56, 200, 300, 400, 470)


def paper(*pages: Sequence[Any], size: tuple[float, float] = A4) -> ReadDocument:
    """The pages as a read document."""
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=size, invariant=True)
    for entries in pages:
        y = size[1] - 60
        for entry in entries:
            y = _draw(canvas, entry, y)
        canvas.showPage()
    canvas.save()
    return read(SourceFile.of("paper.pdf", buffer.getvalue()), ocr=False)


def _draw(canvas: Canvas, entry: Any, y: float) -> float:
    if isinstance(entry, str):
        return _line(canvas, entry, 10, y)
    if isinstance(entry, tuple):
        return _line(canvas, entry[1], entry[0], y)
    if entry and isinstance(entry[0], list):
        table = Table(
            entry, style=TableStyle([("GRID", (0, 0), (-1, -1), 0.5, "black"), ("FONT", (0, 0), (-1, -1), "Sans", 8)])
        )
        _, height = table.wrapOn(canvas, 480, 600)
        table.drawOn(canvas, 56, y - height)
        return y - height - 18
    for edge, text in zip(_EDGES, entry, strict=False):
        canvas.setFont("Sans", 10)
        canvas.drawString(edge, y, text)
    return y - 16


def _line(canvas: Canvas, text: str, size: float, y: float) -> float:
    canvas.setFont("STSong-Light" if max(text, default=" ") > "\u2fff" else "Sans", size)
    canvas.drawString(56, y, text)
    return y - 1.6 * size


def passage_of(document: ReadDocument, scheme: str | None = None) -> Passage:
    """The whole document as one passage."""
    return Passage.of(document, (1, document.page_count), scheme=scheme)


def records_of(document: ReadDocument) -> tuple[Document, ...]:
    """The records of the document's papers."""
    return tuple(extract(document, section) for section in classify(document))


def values(record: Document, name: str) -> list[Any]:
    """The values of the field; models and versions as printed."""
    return [getattr(entry.value, "printed", entry.value) for entry in record.values(name)]
