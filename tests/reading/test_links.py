"""Links of a page to places of the same file that are not there."""

import pypdfium2 as pdfium
import pytest

from docverify.reading.links import dead_links_on
from tests.reading.papers import raw_pdf


def dead(annotation: str) -> list[dict[str, object]]:
    content = raw_pdf("", page="/MediaBox[0 0 595 842]/Annots[6 0 R]", objects=(annotation,))
    pdf = pdfium.PdfDocument(content)
    try:
        return list(dead_links_on(pdf, pdf[0], 1))
    finally:
        pdf.close()


def link(target: str) -> str:
    return f"<</Type/Annot/Subtype/Link/Rect[72 700 172 720]{target}>>"


def test_a_link_to_a_page_of_the_file_is_alive() -> None:
    assert dead(link("/Dest[3 0 R/Fit]")) == []


@pytest.mark.parametrize("target", ["/A<</S/GoTo/D(nowhere)>>", "/Dest[99/Fit]"])
def test_a_link_to_nowhere_is_told_with_its_place(target: str) -> None:
    (entry,) = dead(link(target))
    assert entry["page"] == 1
    assert entry["boxes"] == [[72.0, 122.0, 172.0, 142.0]]
    assert entry["kind"] == "link"


def test_a_link_to_an_address_is_none_of_the_files_places() -> None:
    assert dead(link("/A<</S/URI/URI(https://example.org)>>")) == []
