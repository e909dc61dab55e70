"""A file that was cut off, given a root again."""

import pypdfium2 as pdfium
from hypothesis import given
from hypothesis import strategies as st

from docverify.reading.salvage import salvaged
from tests.reading.papers import declaration, paper, raw_pdf

WHOLE = raw_pdf("BT /F1 12 Tf 72 700 Td (Model: EVC-22S-W) Tj ET")


def test_a_page_whose_root_is_lost_opens_with_its_words() -> None:
    headless = WHOLE.replace(b"/Type/Catalog", b"/Type/Nothing")[: WHOLE.index(b"xref")]
    saved = salvaged(headless)
    assert saved is not None
    pdf = pdfium.PdfDocument(saved)
    assert "EVC-22S-W" in pdf[0].get_textpage().get_text_bounded()
    pdf.close()


def test_every_page_that_is_left_is_under_the_new_root() -> None:
    saved = salvaged(paper(declaration, declaration, declaration))
    assert saved is not None
    assert b"/Count 3" in saved[saved.rindex(b"/Type/Pages") :]


def test_nothing_is_saved_of_an_encrypted_file_or_of_one_without_pages() -> None:
    assert salvaged(WHOLE + b"/Encrypt 9 0 R") is None
    assert salvaged(b"%PDF-1.7\n1 0 obj<</Type/Pages>>endobj") is None
    assert salvaged(b"") is None


@given(st.integers(0, len(WHOLE)))
def test_a_file_cut_anywhere_is_saved_or_given_up(end: int) -> None:
    saved = salvaged(WHOLE[:end])
    assert saved is None or saved.startswith(WHOLE[:end])
