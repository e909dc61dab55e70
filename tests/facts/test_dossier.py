"""All papers of a shipment, who covers what, and words as evidence."""

from dataclasses import replace
from datetime import date

import pytest

from docverify.facts.document import DocumentKind
from docverify.facts.dossier import Coverage, Dossier, State, quotes
from docverify.facts.evidence import Evidence, Found, NotFound, Origin
from docverify.facts.shipment import Product, ProductType, Shipment
from tests.samples import BOX, DOCUMENT, SHA

PRODUCT = Product("EVC-22", ProductType.AC_MODE3)
REPORT = replace(DOCUMENT, id="report", kind=DocumentKind.LABORATORY_REPORT, scheme="emc")
DOSSIER = Dossier(
    Shipment("PO-1", date(2026, 11, 30), ("EU",), (PRODUCT,)),
    (DOCUMENT, REPORT),
    coverages=(Coverage("EVC-22", DOCUMENT.id, "model", State.COVERED, "it is printed"),),
)


def test_a_document_is_found_by_its_id_and_an_unknown_id_is_an_error() -> None:
    assert DOSSIER.document("report") is REPORT
    with pytest.raises(KeyError):
        DOSSIER.document("nothing")


def test_documents_are_chosen_by_kind_and_scheme() -> None:
    assert DOSSIER.of_kind(DocumentKind.LABORATORY_REPORT) == (REPORT,)
    assert DOSSIER.of_kind(DocumentKind.LABORATORY_REPORT, "safety") == ()
    assert DOSSIER.of_kind(DocumentKind.LABORATORY_REPORT, "safety", "emc") == (REPORT,)


def test_what_the_linker_did_not_say_is_undetermined_and_never_covered() -> None:
    assert DOSSIER.coverage(PRODUCT, DOCUMENT).state is State.COVERED
    silent = DOSSIER.coverage(PRODUCT, DOCUMENT, "rating")
    assert silent.state is State.UNDETERMINED
    assert "says nothing on rating" in silent.why
    assert DOSSIER.coverage(PRODUCT, REPORT).state is State.UNDETERMINED
    assert DOSSIER.coverage(replace(PRODUCT, model="EVC-11"), DOCUMENT).state is State.UNDETERMINED


def test_a_reading_over_two_pages_is_quoted_from_the_first() -> None:
    both = Found("x", "x", (Evidence(SHA, 1, BOX), Evidence(SHA, 1, BOX), Evidence(SHA, 2, BOX)), Origin.TEXT, 1.0)
    (quote,) = quotes(DOCUMENT, both, NotFound((1,)))
    assert (quote.document, quote.page, quote.boxes, quote.quote) == (DOCUMENT.id, 1, (BOX, BOX), "x")
