"""Forms as laboratories and directories print them: safety data sheets, listings, repealed acts, signed scans."""

from dataclasses import replace

from docverify.classify import Section
from docverify.extraction.extract import extract
from docverify.extraction.parties import read_address
from docverify.extraction.printed import printed_lines
from docverify.extraction.signature import signature_fields
from docverify.facts.document import Document, DocumentKind
from docverify.facts.evidence import Origin
from docverify.reading.page import Mark, ReadDocument
from tests.extraction.drawn_papers import paper, values
from tests.extraction.printed_words import line, page, passage


def read_as(kind: DocumentKind, scheme: str, document: ReadDocument) -> Document:
    """The document read as one paper of that kind and scheme."""
    return extract(document, Section(kind, scheme, (1, document.page_count), "", "", 1.0))


def test_who_prepared_a_safety_data_sheet_issues_it_and_section_one_says_who_makes_the_product() -> None:
    cover = [
        (16, "MATERIAL SAFETY DATA SHEET"),
        ["Prepared For :", "Shantu Battery Co., Ltd."],
        ["", "Pumei Industrial Area, Shantou City, Guangdong Province"],
        "",
        ["Prepared By :", "Shenzhen Testing Co., Ltd."],
        ["", "BC Building 2, Qiaotou Community, Shenzhen, China"],
        "",
        "Written by:",
    ]
    inside = [
        "Section 1 Chemical product and company identification",
        ["Manufacturer:", "Shantu Battery Co., Ltd."],
    ]
    rest = ["Section 14 Transport information"]
    record = read_as(DocumentKind.DECLARATION, "material", paper(cover, inside, rest, rest))
    assert values(record, "issuer") == ["Shenzhen Testing Co., Ltd."]
    assert values(record, "issuer_address") == ["BC Building 2, Qiaotou Community, Shenzhen, China"]
    assert values(record, "holder") == values(record, "manufacturer") == ["Shantu Battery Co., Ltd."]
    assert values(record, "signed") == ["no"]


def test_an_act_that_another_one_replaces_is_not_declared() -> None:
    record = read_as(
        DocumentKind.DECLARATION,
        "eu_doc",
        paper(
            [
                (16, "Declaration of Conformity"),
                "RED (2014/53/EU) replacing outdated R&TTE directive (1999/5/EC)",
                "REACH regulation (1907/2006)",
            ]
        ),
    )
    assert values(record, "legal_acts") == ["2014/53/EU", "(EC) 1907/2006"]


def test_a_page_of_a_certification_directory_gives_file_and_category() -> None:
    record = read_as(
        DocumentKind.CERTIFICATE,
        "nrtl_listing",
        paper(["FFWA.E123456 - Electric Vehicle Charging System Equipment", "Last Updated on 2024-02-06"]),
    )
    assert values(record, "document_number") == ["E123456"]
    assert values(record, "product_name") == ["Electric Vehicle Charging System Equipment"]
    assert [value.isoformat() for value in values(record, "revised_on")] == ["2024-02-06"]


def test_a_declaration_is_issued_from_the_address_of_who_declares() -> None:
    record = read_as(
        DocumentKind.DECLARATION,
        "eu_doc",
        paper(
            [
                (16, "Declaration of Conformity"),
                "Manufacturer: Voltora GmbH, Industriestraße 14, 74613 Öhringen, Germany",
            ]
        ),
    )
    assert values(record, "issuer_address") == values(record, "manufacturer_address") != []
    assert values(record, "issuer_country") == ["DE"]


def test_a_lone_function_under_ink_of_a_scan_is_a_signature() -> None:
    ink = Mark("ink", (380.0, 580.0, 500.0, 690.0))
    scan = page(
        line(60, 100, "Certificate of Compliance"), line(420, 640, "Manager", origin=Origin.OCR), origin=Origin.OCR
    )
    signed = signature_fields(passage(replace(scan, make_marks=lambda: (ink,))))
    assert [entry.value for entry in signed["signatory_function"]] == ["Manager"]
    assert [entry.value for entry in signed["signed"]] == ["yes"]
    assert "signatory_function" not in signature_fields(passage(scan))


def test_words_that_the_recognition_ran_together_are_parted_in_an_address() -> None:
    printed = line(50, 100, "11 HighStreet,Culham, Abingdon,Oxfordshire,OX144NB,UnitedKingdom", origin=Origin.OCR)
    paper_page = page(printed, origin=Origin.OCR)
    address, country = read_address(passage(paper_page), printed_lines([(1, printed)]))
    assert address is not None
    assert address.value == "11 High Street, Culham, Abingdon, Oxfordshire, OX14 4NB, United Kingdom"
    assert country is not None
    assert country.value == "GB"


def test_a_release_whose_date_stands_first_is_read() -> None:
    record = read_as(
        DocumentKind.RELEASE_NOTES,
        "",
        paper(
            ["Release notes", "2026-05-20: 5.2.1", "* fix: session lost", "2026-05-04: 5.2.0", "* new: phase switching"]
        ),
    )
    assert values(record, "firmware_version") == ["5.2.1", "5.2.0"]
    assert [value.isoformat() for value in values(record, "issued_on")] == ["2026-05-20"]


def test_a_laboratory_without_a_legal_form_that_gives_its_address_issues() -> None:
    record = read_as(
        DocumentKind.CERTIFICATE,
        "interoperability",
        paper(
            [
                (16, "OCPP 2.0.1 Certificate"),
                "Vendor: Sundvolta AB",
                "Testing laboratory: Gota Interop Lab, Lindholmspiren 5, 417 56 Göteborg, Sweden",
            ]
        ),
    )
    assert values(record, "issuer") == ["Gota Interop Lab"]
    assert values(record, "issuer_country") == ["SE"]


def test_the_edition_that_wrapped_into_the_next_line_of_a_column_belongs_to_the_standard() -> None:
    record = read_as(
        DocumentKind.CERTIFICATE,
        "eu_type_examination",
        paper(
            [
                (16, "EU-TYPE EXAMINATION CERTIFICATE"),
                [["3.1(b)", "EN 301 489-1 V2.2.3, EN 301 489-52\nV1.2.1", "KT-26-118-E\n(report)"]],
            ]
        ),
    )
    assert [str(value) for value in values(record, "standards")] == ["EN 301 489-1 V2.2.3", "EN 301 489-52 V1.2.1"]


def test_the_revision_in_the_foot_and_the_person_of_the_declaring_sentence() -> None:
    record = read_as(
        DocumentKind.DECLARATION,
        "eu_doc",
        paper(
            [
                (16, "DICHIARAZIONE DI CONFORMITÀ UE"),
                "Il sottoscritto Ettore Baldi, in qualità di Legale Rappresentante della società indicata sotto,",
                "dichiara che il prodotto è conforme alla Direttiva 2014/35/UE.",
                *[""] * 45,
                "FB-QM-0417 / Ausgabe 3",
            ]
        ),
    )
    assert values(record, "signatory_name") == ["Ettore Baldi"]
    assert values(record, "signatory_function") == ["Legale Rappresentante"]
    assert values(record, "revision") == ["3"]


def test_a_title_block_gives_number_and_revision_of_a_drawing() -> None:
    block = [["SIZE", "FSCM NO", "DWG NO", "REV"], ["", "", "20250310", "1"]]
    record = read_as(DocumentKind.DRAWING, "", paper([block]))
    assert (values(record, "document_number"), values(record, "revision")) == (["20250310"], ["1"])


def test_a_drawing_without_a_number_has_that_of_its_part() -> None:
    record = read_as(DocumentKind.DRAWING, "", paper([[["PART No.", "5411 (GA) -02"]]]))
    assert values(record, "document_number") == ["5411 (GA) -02"]
