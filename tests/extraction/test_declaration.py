"""Declarations, drawn and read back: every kind of layout gives the same facts."""

from typing import Any

from docverify.classify import Section
from docverify.document_json import value_to_json
from docverify.extraction.extract import extract
from docverify.facts.document import DocumentKind
from docverify.reading.page import ReadDocument
from tests.extraction.drawn_papers import paper


def fields(document: ReadDocument, scheme: str = "eu_doc") -> dict[str, list[Any]]:
    """Field name → plain values of the document read as a declaration of that scheme."""
    section = Section(DocumentKind.DECLARATION, scheme, (1, document.page_count), "", "", 1.0)
    found = extract(document, section).fields
    return {name: [value_to_json(entry.value) for entry in entries] for name, entries in found.items()}


ANNEX = (
    (16, "EU Declaration of Conformity"),
    "No.: VOL-DOC-2025-44",
    "1. Product model/product: EV charging station EVC-22S-W, EVC-11S-W",
    "2. Manufacturer: Voltora GmbH, Industriestraße 14, 74613 Öhringen, Germany",
    "3. This declaration of conformity is issued under the sole responsibility of the manufacturer.",
    "4. Object of the declaration: EV charging station EVC-22S-W, EVC-11S-W",
    "5. The object of the declaration described above is in conformity with the relevant Union harmonisation legislation:",
    "2014/53/EU; 2011/65/EU",
    "6. References to the relevant harmonised standards used:",
    "EN IEC 61851-1:2019",
    "EN 300 328 V2.2.2",
    "7. The notified body Certinord B.V., 2871, performed the EU-type examination and issued the certificate: LRE-RED-5498",
    "8. Additional information: test reports PZN2502837S01 and PZN2502837E02",
    "Signed for and on behalf of: Voltora GmbH",
    "Place and date of issue: Öhringen, 14 March 2025",
    "Name, function: Dana Whitcomb, Head of Quality",
    "Signature:",
)


def test_the_numbered_model_of_the_acts() -> None:
    found = fields(paper(ANNEX))
    assert found["document_number"] == ["VOL-DOC-2025-44"]
    assert found["models"] == ["EVC-22S-W", "EVC-11S-W"]
    assert found["product_name"] == ["EV charging station"]
    assert found["manufacturer"] == found["issuer"] == ["Voltora GmbH"]
    assert found["manufacturer_address"] == ["Industriestraße 14, 74613 Öhringen, Germany"]
    assert found["manufacturer_country"] == ["DE"]
    assert found["legal_acts"] == ["2014/53/EU", "2011/65/EU"]
    assert [entry["designation"] for entry in found["standards"]] == ["EN IEC 61851-1", "EN 300 328"]
    assert found["issuer_body_number"] == ["2871"]
    assert set(found["references"]) == {"LRE-RED-5498", "PZN2502837S01", "PZN2502837E02"}
    assert found["issued_on"] == ["2025-03-14"]
    assert found["place"] == ["Öhringen"]
    assert found["signatory_name"] == ["Dana Whitcomb"]
    assert found["signatory_function"] == ["Head of Quality"]
    assert found["signed"] == ["no"]


def test_a_letter_in_which_we_declare() -> None:
    letter = (
        "We, Voltora GmbH, Industriestraße 14, 74613 Öhringen, Germany,",
        "declare that the product",
        "AC wallbox, model(s) EVC-22S-W",
        "complies with Directive 2011/65/EU.",
        "Stuttgart, 2 October 2025",
        "",
        "",
        "Dana Whitcomb",
        "Managing Director",
    )
    found = fields(paper(letter), "material")
    assert found["manufacturer"] == ["Voltora GmbH"]
    assert found["manufacturer_address"] == ["Industriestraße 14, 74613 Öhringen, Germany"]
    assert found["models"] == ["EVC-22S-W"]
    assert found["product_name"] == ["AC wallbox"]
    assert (found["place"], found["issued_on"]) == (["Stuttgart"], ["2025-10-02"])


def test_the_short_declaration() -> None:
    sentence = (
        "Hereby, Voltora GmbH declares that the radio equipment type EVC-22S-W is in compliance with Directive 2014/53/EU.",
        "The full text of the EU declaration of conformity is available at the following internet address: https://voltora.example/doc",
    )
    found = fields(paper(sentence), "eu_doc_simplified")
    assert found["manufacturer"] == ["Voltora GmbH"]
    assert found["models"] == ["EVC-22S-W"]
    assert found["legal_acts"] == ["2014/53/EU"]
    assert "simplified_doc" in found["statements"]


def test_editions_in_a_column_of_their_own() -> None:
    table = [["Standard", "Edition"], ["EN IEC 61851-1", "2019"], ["EN 300 328", "V2.2.2"]]
    found = fields(paper(("EU Declaration of Conformity", table)))
    assert [(e["designation"], e["edition"]) for e in found["standards"]] == [
        ("EN IEC 61851-1", "2019"),
        ("EN 300 328", "V2.2.2"),
    ]


def test_a_dash_is_no_value() -> None:
    found = fields(paper(("EU Declaration of Conformity", "Trade mark: —", "Importer: N/A", "Model: EVC-22S-W")))
    assert "brand" not in found
    assert "importer" not in found


def test_every_value_has_a_box_that_holds_its_quote() -> None:
    document = paper(ANNEX)
    section = Section(DocumentKind.DECLARATION, "eu_doc", (1, 1), "", "", 1.0)
    for name, entries in extract(document, section).fields.items():
        for entry in entries:
            assert entry.evidence, name
            assert entry.quote, name
            assert all(item.box[2] > item.box[0] for item in entry.evidence), name


def test_who_declares_in_a_capacity_signs_for_the_company_named_behind() -> None:
    read = fields(
        paper(
            (
                (16, "DICHIARAZIONE DI CONFORMITÀ UE"),
                "n. ELE-DOC-2025-34",
                "Il sottoscritto Marco Bianchi, in qualità di Responsabile qualità della società Prova Ricarica S.r.l.,",
                "con sede in Via Roma 27, 36100 Vicenza, Italia, dichiara sotto la propria esclusiva responsabilità",
                "che il prodotto stazione di ricarica a marchio Prova, modelli PRX-22S-W e PRX-11S-W, è conforme alla",
                "direttiva 2014/53/EU",
                "Vicenza, 14 luglio 2025",
            )
        )
    )
    assert read["manufacturer"] == ["Prova Ricarica S.r.l."]
    assert read["manufacturer_address"] == ["Via Roma 27, 36100 Vicenza, Italia"]
    assert read["signatory_name"] == ["Marco Bianchi"]
    assert read["signatory_function"] == ["Responsabile qualità"]
    assert read["product_name"] == ["stazione di ricarica"]
    assert read["brand"] == ["Prova"]


def test_the_conforming_object_is_no_product_name() -> None:
    read = fields(
        paper(
            (
                (16, "UK Declaration of Conformity"),
                "Apparatus model HAS22-T2S",
                "The object described above is in conformity with the relevant statutory requirements:",
                "Radio Equipment Regulations 2017 (S.I. 2017/1206)",
            )
        ),
        "uk_doc",
    )
    assert "product_name" not in read
    assert read["models"] == ["HAS22-T2S"]
