"""Quotes read back from their boxes."""

from pathlib import Path

from docverify.evaluation.boxes import read_back
from docverify.facts.evidence import Evidence, Found, Origin
from tests.evaluation.labelled import document

CORPUS = Path(__file__).parents[2] / "corpus"


def test_a_quote_that_does_not_stand_in_its_box_is_counted() -> None:
    pdf = CORPUS / "documents" / "doc-boxed-b1" / "document.pdf"
    wide = (Evidence("a" * 64, 1, (0.0, 0.0, 595.0, 842.0)),)
    read = document(
        brand=[Found("Nantai", "Nantai", wide, Origin.TEXT, 1.0)],
        place=[Found("Atlantis", "Atlantis", wide, Origin.TEXT, 1.0)],
    )
    count, lines = read_back(pdf, [read])
    assert (count.values, count.with_box, count.looked_at, count.equal) == (2, 2, 2, 1)
    assert len(lines) == 1 and "Atlantis" in lines[0]
