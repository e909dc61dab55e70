"""The PDF as its readers see it: text, structure, fonts, evidence."""

import io
from typing import Any

import pypdfium2
import pytest
from pypdf import PdfReader

from docverify.report.formats import FORMATS
from tests.report.checked import checked, drawn
from tests.report.test_formats import hostile_result

SCRIPTS = "Größe ŁódźŻółć Ελλάδα 中文合格"


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return FORMATS["pdf"](checked("demo"), drawn("demo"))


def test_the_pdf_has_text_headings_and_bookmarks(pdf: bytes) -> None:
    reader = PdfReader(io.BytesIO(pdf))
    text = " ".join("\n".join(page.extract_text() for page in reader.pages).split())
    for words in ("The papers do not cover what ships", "EU-RED-ACT-001", "How this result was made", "2014/53/EU"):
        assert words in text
    titles = [str(getattr(entry, "title", "")) for entry in reader.outline]
    for title in ("At a glance", "Coverage", "Findings", "Missing papers", "Dates", "Papers"):
        assert title in titles
    assert reader.metadata is not None and reader.metadata.title == "Nonconforming: PO-2026-0147/1"


def test_the_pdf_says_it_is_pdf_a_and_accessible_and_embeds_its_fonts(pdf: bytes) -> None:
    reader = PdfReader(io.BytesIO(pdf))
    root: Any = reader.trailer["/Root"]
    xmp = root["/Metadata"].get_object().get_data().decode()
    assert "<pdfaid:part>2" in xmp and "<pdfaid:conformance>A" in xmp and "<pdfuaid:part>1" in xmp
    assert root["/MarkInfo"]["/Marked"] and root["/Lang"]
    fonts = {str(font["/BaseFont"]): font for page in reader.pages for font in _fonts(page)}
    assert any("NotoSans" in name for name in fonts)
    for font in fonts.values():
        inner = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
        assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(inner["/FontDescriptor"].get_object())


def _fonts(page: Any) -> list[Any]:
    return [font.get_object() for font in page["/Resources"].get_object().get("/Font", {}).values()]


def test_the_pdf_shows_real_glyphs_of_german_polish_greek_and_chinese() -> None:
    content = FORMATS["pdf"](hostile_result(SCRIPTS))
    text = "".join("".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages).split())
    assert "".join(SCRIPTS.split()) in text
    assert "[U+" not in text


def test_the_pdf_draws_evidence_and_its_box(pdf: bytes) -> None:
    """On the page of the finding there is the box's orange, and print inside."""
    reader = PdfReader(io.BytesIO(pdf))
    number = next(
        n for n, page in enumerate(reader.pages) if "A legal act is not declared" in page.extract_text() and n > 1
    )
    file = pypdfium2.PdfDocument(pdf)
    # the picture of a finding at the foot of a page stands on the next
    images = [file[at].render(scale=1).to_pil().convert("RGB") for at in (number, number + 1)]
    colours = [colour for image in images for colour in image.getcolors(1 << 24)]
    orange = sum(count for count, (r, g, b) in colours if r > 200 and 50 < g < 110 and b < 60)
    assert orange > 200
