"""Title lines that number a report."""

from datetime import date

from docverify.extraction.report_title import title_fields
from tests.extraction.drawn_papers import paper, passage_of


def title(*lines: object) -> dict[str, list[object]]:
    fields = title_fields(passage_of(paper(list(lines))))
    return {name: [entry.value for entry in entries] for name, entries in fields.items()}


def test_number_revision_and_day_stand_in_one_line() -> None:
    assert title((16, "Prüfbericht"), "Berichtsnummer: HF-26-118, Fassung 2 vom 14.03.2026") == {
        "document_number": ["HF-26-118"],
        "revision": ["2"],
        "issued_on": [date(2026, 3, 14)],
    }


def test_a_title_with_a_number_only_gives_that() -> None:
    assert title((16, "Test Report No. HF-26-118")) == {"document_number": ["HF-26-118"]}


def test_a_title_without_a_number_gives_nothing() -> None:
    assert title((16, "Test Report"), "Model: EVC-22") == {}
