"""Numbers that no label calls one: a reference on top, a code at the head, a code in every foot."""

import pytest

from docverify.classify import Section
from docverify.extraction.extract import extract
from docverify.facts.document import Document, DocumentKind
from docverify.reading.page import ReadDocument
from tests.extraction.drawn_papers import paper, values

FILLER = [""] * 45  # lines down to the foot of the page


def read_as(kind: DocumentKind, scheme: str, document: ReadDocument) -> Document:
    """The document read as one paper of that kind and scheme."""
    return extract(document, Section(kind, scheme, (1, document.page_count), "", "", 1.0))


def test_a_reference_above_the_product_is_the_papers_own_and_no_model() -> None:
    record = read_as(
        DocumentKind.DECLARATION,
        "eu_doc",
        paper(
            [
                (16, "DÉCLARATION UE DE CONFORMITÉ"),
                "Référence : DUC_VOLTA_2026_B",
                ["Appareil", "Borne de recharge de marque Volta, référence VLT-M-22"],
            ]
        ),
    )
    assert values(record, "document_number") == ["DUC_VOLTA_2026_B"]
    assert values(record, "models") == ["VLT-M-22"]
    assert values(record, "brand") == ["Volta"]


def test_a_code_alone_under_the_title_is_the_number() -> None:
    record = read_as(
        DocumentKind.DECLARATION,
        "eu_doc",
        paper([(16, "EU-OVERENSSTEMMELSESERKLÆRING"), "EK-DoC-2604", ["Fabrikant", "Erum Elkraft ApS"]]),
    )
    assert values(record, "document_number") == ["EK-DoC-2604"]


def test_a_code_in_the_foot_of_every_page_is_the_number_and_the_bodys_number_is_not() -> None:
    foot = [
        *FILLER,
        "Ardenna Certification SA – Notified Body 2993 – Rue de Stavelot 8, 4970 Francorchamps, Belgium",
    ]
    first = [(16, "EU-TYPE EXAMINATION CERTIFICATE"), *foot, "Page 1 of 2 – AC/RED/26/0417"]
    second = [(12, "ANNEX"), *foot, "Page 2 of 2 – AC/RED/26/0417"]
    record = read_as(DocumentKind.CERTIFICATE, "eu_type_examination", paper(first, second))
    assert values(record, "document_number") == ["AC/RED/26/0417"]
    assert values(record, "issuer") == ["Ardenna Certification SA"]


def test_a_code_in_the_foot_of_one_page_says_nothing() -> None:
    record = read_as(
        DocumentKind.CERTIFICATE, "voluntary_mark", paper([(16, "Certificate"), *FILLER, "Page 1 of 1 – FB/QM/0417"])
    )
    assert values(record, "document_number") == []


@pytest.mark.parametrize(
    ("scheme", "days"), [("fcc_grant", ["2018-09-12"]), ("voluntary_mark", ["2018-12-09", "2018-09-12"])]
)
def test_a_grant_of_the_fcc_prints_the_month_first_and_others_may_do_either(scheme: str, days: list[str]) -> None:
    record = read_as(DocumentKind.CERTIFICATE, scheme, paper([(16, "Certificate"), "Date of Grant: 09/12/2018"]))
    assert [value.isoformat() for value in values(record, "issued_on")] == days
