"""Certificates, drawn and read back: the facts of every scheme stand in the same fields."""

from typing import Any

from docverify.classify import Section
from docverify.document_json import value_to_json
from docverify.extraction.certificate import _is_part_of
from docverify.extraction.extract import extract
from docverify.facts.document import Document, DocumentKind
from docverify.reading.page import ReadDocument
from tests.extraction.drawn_papers import paper


def record(document: ReadDocument, scheme: str) -> Document:
    """The document read as a certificate of that scheme."""
    return extract(document, Section(DocumentKind.CERTIFICATE, scheme, (1, document.page_count), "", "", 1.0))


def fields(document: ReadDocument, scheme: str) -> dict[str, list[Any]]:
    """Field name → plain values."""
    found = record(document, scheme).fields
    return {name: [value_to_json(entry.value) for entry in entries] for name, entries in found.items()}


CB_BOXES = [
    [
        "Name and address of the applicant\nNom et adresse du demandeur",
        "Voltora GmbH\nIndustriestr. 14, 74613 Öhringen, Germany",
    ],
    ["Name and address of the factory\nNom et adresse de l'usine", "Nantai Co., Ltd.\n18 Xinghu Road, Suzhou, China"],
    ["Ratings and principal characteristics\nValeurs nominales", "400 V~, 3-phase, 50 Hz, 32 A, 22 kW, IP54"],
    ["Model / Type Ref.\nRéf. de type", "EVC-22S, EVC-11S"],
    ["A sample of the product was tested and found to be\nin conformity with", "IEC 61851-1:2017"],
    ["As shown in the Test Report Ref. No. which forms\npart of this Certificate", "PZN2502837S01"],
]


def test_the_boxes_of_a_cb_certificate() -> None:
    found = fields(
        paper(("Ref. Certif. No. NL2-37389", CB_BOXES, "Date: 2025-09-01     Signature: Li Wen")), "cb_test_certificate"
    )
    assert found["document_number"] == ["NL2-37389"]
    assert found["holder"] == ["Voltora GmbH"]
    assert found["factory_address"] == ["18 Xinghu Road, Suzhou, China"]
    assert found["models"] == ["EVC-22S", "EVC-11S"]
    assert found["references"] == ["PZN2502837S01"]
    assert found["rated_current_a"] == [32]
    assert found["phases"] == [3]
    assert found["protection_ip"] == ["IP54"]
    assert found["issued_on"] == ["2025-09-01"]
    assert found["signatory_name"] == ["Li Wen"]


def test_ratings_of_a_table_belong_to_their_model() -> None:
    table = [["Model", "Rated current", "Rated power"], ["EVC-11S", "16 A", "11 kW"], ["EVC-22S", "32 A", "22 kW"]]
    found = record(paper(("Certificate No. NL2-37389", table)), "cb_test_certificate")
    current = {entry.details["model"]: entry.value for entry in found.fields["rated_current_a"]}
    assert current == {"EVC-11S": 16, "EVC-22S": 32}


def test_a_management_system_is_certified_in_sentences() -> None:
    sentences = (
        "The certification body of",
        "Certinord Zertifizierung GmbH",
        "certifies that",
        "Voltora GmbH",
        "Industriestr. 14, 74613 Öhringen, Germany",
        "has established and applies a quality management system according to ISO 9001:2015.",
        "Certificate Registration No. QM 74018",
        "The certificate is valid from 2025-09-24 until 2028-09-23.",
    )
    found = fields(paper(sentences), "management_system")
    assert found["document_number"] == ["QM 74018"]
    assert found["holder"] == ["Voltora GmbH"]
    assert found["issuer"] == ["Certinord Zertifizierung GmbH"]
    assert (found["issued_on"], found["valid_until"]) == (["2025-09-24"], ["2028-09-23"])


def test_a_type_examination_is_its_manufacturers() -> None:
    lines = (
        "EU-type examination certificate No.: LRE-RED-5498",
        "Notified body number: 2871",
        "Manufacturer: Voltora GmbH, Industriestr. 14, 74613 Öhringen, Germany",
        "Type: EVC-22S",
        "Valid until: 28.11.2030",
    )
    found = fields(paper(lines), "eu_type_examination")
    assert found["document_number"] == ["LRE-RED-5498"]
    assert found["issuer_body_number"] == ["2871"]
    assert found["holder"] == found["manufacturer"] == ["Voltora GmbH"]
    assert found["valid_until"] == ["2030-11-28"]


def test_an_accreditation_number_is_read_wherever_it_stands() -> None:
    found = fields(paper(("Certificate No. C-12345", "DAkkS D-PL-12345-01-00", "CNAS L0001")), "attestation")
    assert found["accreditation"] == ["D-PL-12345-01-00", "CNAS L0001"]


def test_words_of_a_title_are_no_number() -> None:
    found = fields(paper(("Certificate", "according to Directive 2014/53/EU, Annex III")), "attestation")
    assert "document_number" not in found


def test_a_maker_that_is_the_applicant_has_the_applicants_name_and_the_words_as_its_place() -> None:
    read = record(
        paper(
            (
                (16, "Attestation of Conformity"),
                "No.: HXT-24-CE-0618R",
                "Applicant: Probe Equipment Co., Ltd.",
                "Address: Building 5, Zhongnan Road, Dongguan, Guangdong, China",
                "Manufacturer: Same as applicant",
                "Model: LN-AC7K",
            )
        ),
        "attestation",
    )
    (maker,) = read.fields["manufacturer"]
    assert maker.value == "Probe Equipment Co., Ltd."
    assert maker.quote == "Same as applicant"
    assert maker.details == {"same_as": "holder"}


def test_a_brand_before_the_model_is_no_part_of_it() -> None:
    read = fields(
        paper(
            (
                (16, "Product certificate"),
                "Certificate No.: 41073322",
                "Trade name and type: Probe NAC-22S-W, NAC-11S-W",
            )
        ),
        "voluntary_mark",
    )
    assert read["brand"] == ["Probe"]
    assert read["models"] == ["NAC-22S-W", "NAC-11S-W"]


def test_a_report_whose_number_is_that_of_the_certificate_without_its_letter_is_cited() -> None:
    assert not _is_part_of("E190602601", "E190602601V")
    assert _is_part_of("012345", "DE 2-012345")
