"""Small PDFs made for one test each."""

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pypdfium2 as pdfium
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from docverify.facts.source import SourceFile
from docverify.reading.page import Page, ReadDocument
from docverify.reading.read import read
from docverify.reading.text_layer import TextLayer, TextPage

Draw = Callable[[Canvas], None]
LINES = (
    "EU Declaration of Conformity",
    "Document number: DOC-2026-0147",
    "Manufacturer: Nantai Power Technology Co., Ltd.",
    "Model: EVC-22S-W",
    "EN IEC 61851-1:2019 and EN 301 489-1 V2.2.3",
    "Shenzhen, 2026-03-14",
)


def paper(*pages: Draw, size: tuple[float, float] = A4) -> bytes:
    """A PDF with one page per drawing."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=size, invariant=1)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def declaration(canvas: Canvas) -> None:
    """Some lines of a declaration, the first at 100 pt from the top."""
    canvas.setFont("Helvetica", 12)
    for at, line in enumerate(LINES):
        canvas.drawString(72, A4[1] - 100 - 30 * at, line)


def source(content: bytes, path: str = "paper.pdf") -> SourceFile:
    return SourceFile.of(path, content)


def document(content: bytes, **wishes: object) -> ReadDocument:
    return read(source(content), **wishes)  # type: ignore[arg-type]


def only_page(content: bytes, **wishes: object) -> Page:
    found = document(content, **wishes)
    assert found.unread == (), found.unread
    (page,) = found.pages
    return page


def picture_of(content: bytes, *, turn: float = 0, dpi: float = 150) -> Image.Image:
    """The first page as a scanner would see it, turned clockwise."""
    pdf = pdfium.PdfDocument(content)
    image = pdf[0].render(scale=dpi / 72).to_pil().convert("RGB")
    pdf.close()
    return image.rotate(-turn, expand=True, fillcolor="white", resample=Image.Resampling.BICUBIC)


def scan(image: Image.Image, *, dpi: float = 150) -> bytes:
    """A PDF page that is only that picture."""
    width, height = image.width * 72 / dpi, image.height * 72 / dpi

    def draw(canvas: Canvas) -> None:
        canvas.drawInlineImage(image, 0, 0, width, height)

    return paper(draw, size=(width, height))


def read_back(content: bytes, page: Page, quote: str) -> str:
    """What PDFium finds in the boxes of the quote, on an unrotated page without offset."""
    start = page.text.index(quote)
    pdf = pdfium.PdfDocument(content)
    height, textpage = pdf[page.number - 1].get_height(), pdf[page.number - 1].get_textpage()
    boxes = page.boxes_of(start, start + len(quote))
    found = "".join(textpage.get_text_bounded(b[0] - 1, height - b[3] - 1, b[2] + 1, height - b[1] + 1) for b in boxes)
    return "".join(found.split())


def raw_pdf(content: str, *, page: str = "", objects: tuple[str, ...] = (), catalog: str = "") -> bytes:
    """A PDF of one page written by hand, without a cross-reference table worth its name: readers rebuild it."""
    parts = [
        f"<</Type/Catalog/Pages 2 0 R{catalog}>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>{page or '/MediaBox[0 0 595 842]'}>>",
        f"<</Length {len(content)}>>\nstream\n{content}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        *objects,
    ]
    body, offsets = "%PDF-1.7\n", []
    for number, part in enumerate(parts, start=1):
        offsets.append(len(body))
        body += f"{number} 0 obj\n{part}\nendobj\n"
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    head = f"xref\n0 {len(parts) + 1}\n0000000000 65535 f \n{table}"
    return (body + f"{head}trailer<</Size {len(parts) + 1}/Root 1 0 R>>\nstartxref\n{len(body)}\n%%EOF\n").encode(
        "latin-1"
    )


@contextmanager
def opened(content: bytes) -> Iterator[TextPage]:
    """The first page as PDFium opens it."""
    pdf = pdfium.PdfDocument(content)
    try:
        yield TextLayer(pdf).page(1)
    finally:
        pdf.close()
