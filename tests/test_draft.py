"""The drafted shipment file: it loads as it is, and every value names the paper it came from."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from docverify.draft import draft_shipment
from docverify.facts.designation import ModelFamily
from docverify.facts.document import Document, DocumentKind
from docverify.shipment_file import read_shipment
from tests.samples import SHA, found

TODAY = date(2026, 11, 24)


def paper(kind: DocumentKind, path: str, **fields: object) -> Document:
    """A one-page document with one reading of each field."""
    entries = {
        name: tuple(found(value, str(value)) for value in (values if isinstance(values, list) else [values]))
        for name, values in fields.items()
    }
    return Document(SHA[:16], path, SHA, (1, 1), kind, None, "", fields=entries)


def test_values_are_drafted_with_the_paper_and_page_they_come_from() -> None:
    declaration = paper(
        DocumentKind.DECLARATION,
        "doc.pdf",
        models=ModelFamily.parse("EVC-22S-W"),
        manufacturer="Voltora GmbH",
        manufacturer_country="DE",
        rated_voltage_v=(380.0, 415.0),
        connectors="type2_socket",
    )
    text = draft_shipment([declaration], name="po", today=TODAY)
    product = read_shipment(text, path="draft.yaml").products[0]
    assert (product.model, product.ratings.voltage_v, product.connectors) == ("EVC-22S-W", 415, ("type2_socket",))
    assert product.manufacturer is not None
    assert product.manufacturer.country == "DE"
    assert "# doc.pdf p. 1" in text


def test_a_family_with_places_to_fill_in_is_no_product_when_a_paper_names_a_model() -> None:
    family = paper(DocumentKind.CERTIFICATE, "cert.pdf", models=ModelFamily.parse("EVC-xxS"))
    label = paper(DocumentKind.LABEL_ARTWORK, "label.pdf", models=ModelFamily.parse("EVC-22S"))
    shipment = read_shipment(draft_shipment([family, label], name="po", today=TODAY), path="draft.yaml")
    assert [product.model for product in shipment.products] == ["EVC-22S"]


def test_papers_that_contradict_one_another_are_named_in_the_comment() -> None:
    one = paper(DocumentKind.DECLARATION, "doc.pdf", models=ModelFamily.parse("EVC-22S"), brand="Voltora")
    two = paper(DocumentKind.CERTIFICATE, "cert.pdf", models=ModelFamily.parse("EVC-22S"), brand="Nantai")
    text = draft_shipment([two, one], name="po", today=TODAY)
    assert 'brand: "Voltora"  # doc.pdf p. 1; but Nantai in cert.pdf' in text


def test_papers_that_name_no_model_still_give_a_file_that_loads() -> None:
    text = draft_shipment([paper(DocumentKind.MANUAL, "m.pdf")], name="po", today=TODAY)
    assert read_shipment(text, path="draft.yaml").products[0].model == "MODEL"


@given(st.text(min_size=1, max_size=80), st.text(min_size=1, max_size=80))
def test_whatever_a_paper_prints_the_draft_loads(name: str, brand: str) -> None:
    document = paper(DocumentKind.DECLARATION, "doc.pdf", brand=brand, manufacturer=name)
    read_shipment(draft_shipment([document], name=name, today=TODAY), path="draft.yaml")


def test_the_makers_model_of_an_equivalence_letter_is_no_product_of_its_own() -> None:
    declaration = replace(
        paper(DocumentKind.DECLARATION, "doc.pdf", models=ModelFamily.parse("EVC-22S-W")), scheme="eu_doc"
    )
    letter = replace(
        paper(
            DocumentKind.DECLARATION,
            "letter.pdf",
            models=[ModelFamily.parse("EVC-22S-W"), ModelFamily.parse("NT-AC22")],
        ),
        scheme="equivalence_letter",
    )
    report = paper(DocumentKind.LABORATORY_REPORT, "report.pdf", models=ModelFamily.parse("NT-AC22"), brand="Nantai")
    products = read_shipment(draft_shipment([declaration, letter, report], name="po", today=TODAY), path="d").products
    assert [product.model for product in products] == ["EVC-22S-W"]
    assert products[0].private_label is not None
    assert (products[0].private_label.oem_brand, products[0].private_label.oem_model) == ("Nantai", "NT-AC22")
