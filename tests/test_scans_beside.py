"""Two papers scanned onto one page are told, and a form in two languages is one paper."""

import pytest

from docverify.classify import classify
from docverify.facts.document import DocumentKind
from docverify.facts.evidence import Box, Origin
from docverify.facts.source import SourceFile
from docverify.reading.page import Line, Page, ReadDocument, Word
from docverify.scans_beside import two_papers

CERTIFICATE = [
    "CERTIFICATE OF COMPLIANCE",
    "Certificate No.: XTL-CE-778",
    "Applicant: Nordlicht Ladetechnik GmbH",
    "Product: EV charging station",
    "Model: EVK-22",
]
REPORT = [
    "TEST REPORT",
    "Report No.: XTL-2025-0417",
    "Applicant: Nordlicht Ladetechnik GmbH",
    "Test item: EV charging station",
    "Test result: Pass",
]
OTHER_CERTIFICATE = ["CERTIFICATE OF COMPLIANCE", "Certificate No.: XTL-CE-901", *CERTIFICATE[2:]]
CHINESE = ["符合性证书", "Certificate No.: XTL-CE-778", "申请人 Nordlicht", "产品 EV charging station", "型号 EVK-22"]


def line(text: str, x: float, y: float, origin: Origin) -> Line:
    words, at = [], x
    for part in text.split():
        box: Box = (at, y, at + 5.0 * len(part), y + 10)
        words.append(Word(part, box, origin, 0.99))
        at += 5.0 * (len(part) + 1)
    return Line(tuple(words))


def page(*papers: tuple[list[str], float, float], origin: Origin = Origin.OCR) -> Page:
    """A page with those papers, each a list of lines from a place on."""
    lines = tuple(line(text, x, y + 16 * row, origin) for texts, x, y in papers for row, text in enumerate(texts))
    text = "\n".join(one.text for one in lines)
    return Page(1, 842.0, 595.0, text, origin, lambda: lines, lambda _start, _end: (lines[0].box,), tuple)


@pytest.mark.parametrize(
    "papers",
    [
        ((CERTIFICATE, 40, 40), (REPORT, 460, 40)),
        ((CERTIFICATE, 40, 40), (REPORT, 40, 330)),
        ((CERTIFICATE, 40, 40), (OTHER_CERTIFICATE, 460, 40)),
    ],
)
def test_two_sheets_on_one_page_are_two_papers(papers: tuple[tuple[list[str], float, float], ...]) -> None:
    assert two_papers(page(*papers)) is not None


@pytest.mark.parametrize(
    "papers",
    [
        ((CERTIFICATE, 40, 40),),
        ((CERTIFICATE, 40, 40), (CHINESE, 460, 40)),  # one number, one kind
        ((CERTIFICATE, 40, 40), (CERTIFICATE, 460, 40)),  # the same sheet twice
        ((CERTIFICATE, 40, 40), (REPORT[1:], 460, 40)),  # no title on the right
    ],
)
def test_one_paper_in_two_columns_is_one(papers: tuple[tuple[list[str], float, float], ...]) -> None:
    assert two_papers(page(*papers)) is None


def test_a_page_with_text_of_its_own_is_not_taken_apart() -> None:
    assert two_papers(page((CERTIFICATE, 40, 40), (REPORT, 460, 40), origin=Origin.TEXT)) is None


def test_two_papers_on_one_page_are_of_no_kind_and_the_reason_names_both() -> None:
    document = ReadDocument(SourceFile.of("a.pdf", b"%PDF"), 1, (page((CERTIFICATE, 40, 40), (REPORT, 460, 40)),))
    (section,) = classify(document)
    assert section.kind is DocumentKind.UNKNOWN
    assert "CERTIFICATE OF COMPLIANCE" in section.why
    assert "TEST REPORT" in section.why
