"""One print a page, to hold two deliveries against one another."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from docverify.extraction.page_prints import MARK, SCAN, with_page_prints
from docverify.facts.document import Document, DocumentKind
from docverify.facts.evidence import Origin
from docverify.facts.source import SourceFile
from docverify.reading.page import Page, ReadDocument
from tests.extraction.printed_words import plain


def prints(*pages: Page, span: tuple[int, int] | None = None) -> list[str]:
    source = SourceFile.of("a.pdf", b"x")
    document = ReadDocument(source, len(pages), pages)
    record = Document("a", "a.pdf", source.sha256, span or (1, len(pages)), DocumentKind.MANUAL, None, "")
    made = with_page_prints(record, document).marks[MARK]
    assert isinstance(made, list)
    return made


def scanned(text: str) -> Page:
    return replace(plain(text), origin=Origin.OCR)


def test_another_line_break_is_the_same_page_and_another_word_is_another() -> None:
    assert prints(plain("Model: EVC-22 of 2026")) == prints(plain("Model: EVC-22\nof   2026"))
    assert prints(plain("Model: EVC-22")) != prints(plain("Model: EVC-23"))
    assert prints(plain("EVC-22 Model:")) != prints(plain("Model: EVC-22"))


def test_a_page_that_could_not_be_read_has_no_print() -> None:
    assert prints(plain("a", number=1), plain("c", number=3), span=(1, 3))[1] == ""


def test_a_scan_has_a_sketch_that_survives_a_misread_word() -> None:
    words = " ".join(f"paragraph{n} safety{n}" for n in range(40))
    (one,), (two,) = prints(scanned(words)), prints(scanned(words.replace("safety7", "safcty7")))
    assert one.startswith(SCAN)
    shared = {one[at : at + 4] for at in range(1, len(one), 4)} & {two[at : at + 4] for at in range(1, len(two), 4)}
    assert len(shared) >= 20


@given(st.text(max_size=80))
def test_any_page_has_a_print_of_bounded_length(text: str) -> None:
    assert len(prints(plain(text))[0]) == 16
    assert len(prints(scanned(text))[0]) <= 1 + 4 * 24
