"""Kinds and schemes of papers, papers in one file, and the reasons given."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docverify.classify import Section, classify
from docverify.facts.document import DocumentKind, UnreadPage
from docverify.facts.evidence import Box, Origin
from docverify.facts.source import SourceFile
from docverify.kind_phrases import fold, hits_of
from docverify.reading.page import Page, ReadDocument
from tests.extraction.drawn_papers import paper

PROSE = "The enclosure is made of steel and was painted twice before it was assembled and packed for the journey.\n"


def page(number: int, text: str, *, size: tuple[float, float] = (595.0, 842.0)) -> Page:
    """A page whose lines are 12 pt apart, in 10 pt type; a line that begins with # is in 24 pt type."""

    def boxes(start: int, end: int) -> tuple[Box, ...]:
        row = plain.count("\n", 0, start)
        height = 24.0 if row < len(rows) and rows[row].startswith("#") else 10.0
        return ((56.0, 40.0 + 12 * row, 300.0, 40.0 + 12 * row + height),)

    rows = text.split("\n")
    plain = "\n".join(row.removeprefix("#") for row in rows)
    return Page(number, *size, plain, Origin.TEXT, tuple, boxes, tuple)


def document(*texts: str, unread: Sequence[UnreadPage] = (), count: int | None = None) -> ReadDocument:
    """A document of those pages; an unread page's number is passed over."""
    gone = {entry.page for entry in unread}
    numbers = [n for n in range(1, (count or len(texts) + len(gone)) + 1) if n not in gone]
    pages = tuple(page(number, text) for number, text in zip(numbers, texts, strict=False))
    return ReadDocument(SourceFile.of("a.pdf", b"%PDF"), count or len(texts) + len(gone), pages, tuple(unread))


def only(*texts: str) -> Section:
    """The one section of a document."""
    sections = classify(document(*texts))
    assert len(sections) == 1, sections
    return sections[0]


EU_DOC = (
    "#EU DECLARATION OF CONFORMITY\nNo. DOC-2026-11\nWe, Voltora GmbH, Industriestr. 14, declare under our sole responsibility\n"
    "that the product EVC-22 is in conformity with 2014/53/EU and 2011/65/EU.\nSigned for and on behalf of Voltora GmbH\n"
)
REPORT = (
    "#TEST REPORT\nReport No.: XY12345-1\nPage 1 of 3\nEquipment Under Test (EUT): charger\nDate of Receipt: 2025-01-02\n"
    "Standard: EN IEC 61851-1:2019\nTested by: A. Person\n"
)


@pytest.mark.parametrize(
    ("text", "kind", "scheme"),
    [
        (EU_DOC, "declaration", "eu_doc"),
        (
            "#UK DECLARATION OF CONFORMITY\nSI 2016/1101\nunder our sole responsibility\ndesignated standards",
            "declaration",
            "uk_doc",
        ),
        ("#EU-Konformitätserklärung\nWir erklären in alleiniger Verantwortung 2014/35/EU", "declaration", "eu_doc"),
        (
            "#Déclaration UE de conformité\nsous la seule responsabilité du fabricant 2014/30/UE",
            "declaration",
            "eu_doc",
        ),
        ("#Deklaracja zgodności UE\nna wyłączną odpowiedzialność producenta", "declaration", "eu_doc"),
        (
            "#Simplified EU Declaration of Conformity\nHereby, X declares that the radio equipment type",
            "declaration",
            "eu_doc_simplified",
        ),
        (
            "#Supplier’s Declaration of Conformity\n47 CFR § 2.1077 Compliance Information\nResponsible Party - U.S. Contact",
            "declaration",
            "fcc_sdoc",
        ),
        ("#RoHS Declaration of Conformity\nhomogeneous materials cadmium", "declaration", "material"),
        (
            "#Letter of Equivalence\nThe models are identical in construction and electrically identical.",
            "declaration",
            "equivalence_letter",
        ),
        ("#MATERIAL SAFETY DATA SHEET\nSection 7 Handling and storage", "declaration", "material"),
        (
            "#Statement of compliance\nElectric Vehicles (Smart Charge Points) Regulations 2021",
            "declaration",
            "scp_statement",
        ),
        ("#CB TEST CERTIFICATE\nRef. Certif. No. DE 1-12345\nIECEE", "certificate", "cb_test_certificate"),
        (
            "#EU-Type Examination Certificate\nNotified Body 0123\nModule B, Annex III of Directive 2014/53/EU",
            "certificate",
            "eu_type_examination",
        ),
        (
            "#EU-type examination certificate\nDirective 2014/32/EU, Measuring Instruments Directive\nactive electrical energy meter",
            "certificate",
            "mid_type_examination",
        ),
        (
            "#Baumusterprüfbescheinigung\nMess- und Eichgesetz, MessEV\nPhysikalisch-Technische Bundesanstalt",
            "certificate",
            "national_metrology",
        ),
        (
            "#VERIFICATION OF CONFORMITY\nVerification No: C1V\nSufficient samples of the product have been tested\n"
            "The CE mark as shown below can be used, under the responsibility of the manufacturer, after completion of an\n"
            "EU Declaration of Conformity and compliance with all relevant EU Directives.",
            "certificate",
            "attestation",
        ),
        (
            "#CERTIFICATE\nquality management system ISO 9001:2015\nScope of certification",
            "certificate",
            "management_system",
        ),
        ("#CERTIFICATE\nOCPP certification\nOpen Charge Alliance OCPP 1.6", "certificate", "interoperability"),
        (
            "#GRANT OF EQUIPMENT AUTHORIZATION\nDate of Grant: 06/23/2022\nName of Grantee: X",
            "certificate",
            "fcc_grant",
        ),
        ("#Certificate of Compliance\nUL Mark\nUnderwriters Laboratories\nUL 2594", "certificate", "nrtl_listing"),
        (
            "#Zeichengenehmigung\nVDE Prüf- und Zertifizierungsinstitut\nFertigungsüberwachung",
            "certificate",
            "voluntary_mark",
        ),
        (REPORT, "laboratory_report", "safety"),
        ("#EMC TEST REPORT\nReport No. A1\nEN IEC 61851-21-2:2021\nEUT\nradiated emission", "laboratory_report", "emc"),
        ("#Prüfbericht\nPrüfgegenstand\nEN 300 328 V2.2.2\nEN 300 330", "laboratory_report", "radio"),
        ("#TEST REPORT\nEUT\nEN 18031-1:2024", "laboratory_report", "cyber"),
        ("#TEST REPORT\nIEC 62321-5\nhexavalent chromium", "laboratory_report", "rohs"),
        ("#UN38.3 Test Report\nLithium ion battery", "laboratory_report", "other"),
        ("#Installation manual\nSafety instructions\nread this manual", "manual", "installation"),
        ("#Bedienungsanleitung\nSicherheitshinweise", "manual", "user"),
        ("#Kurzanleitung / Quick guide", "manual", "quick_guide"),
        ("#Service manual", "manual", "service"),
        ("#用户手册\n安全说明", "manual", "user"),
        ("#DATA SHEET\nRated voltage 400 V\nDimensions\nWeight", "datasheet", None),
        ("#Firmware Release Notes\nBug fixes", "release_notes", None),
        ("#Critical Component List\nPart Manufacturer", "component_list", None),
        ("#Product Change Notice (PCN)\nReason for change", "change_notice", None),
        ("#Final Acceptance Test Record\nSerial No.", "inspection_record", None),
        ("#PACKING LIST\nGross weight", "packing_list", None),
        ("#Rating label artwork\nMade in China", "label_artwork", None),
        ("#UDP Programmers Guide\nThis manual describes udp command", "other", None),
        ("#Limited Warranty\nwarranty period\nwarranty claim", "warranty_terms", None),
        ("#Ersatzteilliste", "spare_parts_list", None),
    ],
)
def test_a_paper_is_known_by_its_title_and_usual_words(text: str, kind: str, scheme: str | None) -> None:
    section = only(text)
    assert (section.kind.value, section.scheme) == (kind, scheme), section


def test_the_reason_names_the_words_as_printed_and_their_page() -> None:
    assert only(EU_DOC).why == "'EU DECLARATION OF CONFORMITY' on p. 1"


def test_a_title_over_two_lines_is_one_title() -> None:
    assert only("#EU DECLARATION OF\n#CONFORMITY\nsole responsibility").kind is DocumentKind.DECLARATION


def test_a_letter_spaced_title_is_read() -> None:
    assert only("#C E R T I F I C A T E\nThis is to certify").kind is DocumentKind.CERTIFICATE


def test_a_table_of_contents_gives_no_title() -> None:
    lines = "".join(f"Chapter {n} ............ {n}\n" for n in range(1, 9))
    hits = hits_of(text := lines + "EU declaration of conformity ............ 43\n", fold(text))
    assert all(not hit.title for hit in hits)


def test_weak_evidence_is_unknown_and_never_guessed() -> None:
    section = only(PROSE)
    assert section.kind is DocumentKind.UNKNOWN
    assert section.confidence == 0.0
    assert "nothing says what this is" in section.why


def test_the_words_of_another_kind_in_running_text_do_not_win() -> None:
    cover = (
        REPORT
        + "The CE mark can be used after completion of an EU Declaration of Conformity. This certificate is not transferable.\n"
    )
    section = only(cover)
    assert section.kind is DocumentKind.LABORATORY_REPORT
    assert section.runner_up


def test_a_report_with_annex_pages_stays_one_paper() -> None:
    second = "Report No.: XY12345-1\nPage 2 of 3\n#Critical components information\nPart Manufacturer\n"
    third = "Report No.: XY12345-1\nPage 3 of 3\n#Photo documentation\n#Marking plate\n"
    assert [s.pages for s in classify(document(REPORT, second, third))] == [(1, 3)]


def test_papers_bound_into_one_file_are_parted_where_the_next_title_page_begins() -> None:
    certificate = "#CB TEST CERTIFICATE\nRef. Certif. No. DE 1-12345\nas shown in the Test Report Ref. No. XY12345-1\n"
    sections = classify(document(EU_DOC, certificate, REPORT, "Page 2 of 3\n" + PROSE, "Page 3 of 3\n" + PROSE))
    assert [(s.kind.value, s.pages) for s in sections] == [
        ("declaration", (1, 1)),
        ("certificate", (2, 2)),
        ("laboratory_report", (3, 5)),
    ]


def test_two_declarations_of_different_schemes_are_two_papers() -> None:
    british = EU_DOC.replace("EU DECLARATION", "UK DECLARATION").replace("DOC-2026-11", "UKDOC-2026-12")
    assert [s.scheme for s in classify(document(EU_DOC, british))] == ["eu_doc", "uk_doc"]


def test_two_declarations_with_their_own_numbers_are_two_papers() -> None:
    numbered = EU_DOC.replace("No. DOC-2026-11", "Declaration No. DOC-2026-11")
    other = numbered.replace("DOC-2026-11", "DOC-2026-12")
    assert len(classify(document(numbered, other))) == 2
    assert len(classify(document(numbered, numbered))) == 1


def test_a_whole_declaration_bound_into_a_manual_is_a_paper_of_its_own() -> None:
    manual = "#Installation manual\nSafety instructions\nread this manual\n"
    sections = classify(document(manual, PROSE, EU_DOC, PROSE))
    assert [(s.kind.value, s.pages) for s in sections][:2] == [("manual", (1, 2)), ("declaration", (3, 4))]


def test_a_short_declaration_in_a_manual_stays_with_the_manual() -> None:
    manual = "#Installation manual\nSafety instructions\nread this manual\n"
    short = (
        "8 Declaration of conformity\nHereby, X declares that the radio equipment type EVC-22 is in compliance with Directive\n"
        "2014/53/EU. The full text of the EU declaration of conformity is available at: www.x.example\n"
    )
    assert [s.pages for s in classify(document(manual, PROSE, short))] == [(1, 3)]


def test_chapters_of_a_manual_are_not_papers() -> None:
    manual = "#Installation manual\nSafety instructions\nread this manual\n"
    chapters = [
        "#Technical data\nRated voltage 400 V",
        "#Spare parts\nErsatzteile",
        "#Warranty\nwarranty period",
        "#Packing list\nquantity",
    ]
    assert len(classify(document(manual, *chapters))) == 1


def test_every_page_belongs_to_exactly_one_section_with_blank_and_unread_pages() -> None:
    blank_and_lost = document(EU_DOC, "", REPORT, unread=[UnreadPage(2, "damaged"), UnreadPage(5, "damaged")], count=5)
    sections = classify(blank_and_lost)
    assert [s.pages for s in sections] == [(1, 3), (4, 5)]


def test_a_file_without_a_readable_page_is_unknown_and_says_why() -> None:
    section = classify(document(unread=[UnreadPage(1, "no text could be read")], count=1))[0]
    assert section.kind is DocumentKind.UNKNOWN
    assert "no text could be read" in section.why


@given(st.text(max_size=200))
def test_folding_keeps_every_position(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text(alphabet="DECLARATION of conformity\n .-ÉÜß证书测试报告0123", max_size=300))
def test_hits_lie_inside_the_text_and_never_inside_one_another(text: str) -> None:
    hits = hits_of(text, fold(text))
    assert all(0 <= hit.start < hit.end <= len(text) for hit in hits)
    assert all(one.end <= other.end and one.start < other.start for one, other in zip(hits, hits[1:], strict=False))


def test_the_short_declaration_without_a_title_is_one() -> None:
    section = only(
        "Hereby, X declares that the radio equipment type EVC-22 is in compliance with Directive 2014/53/EU."
    )
    assert (section.kind.value, section.scheme) == ("declaration", "eu_doc_simplified")


def test_a_certification_body_rules_out_a_laboratorys_own_attestation() -> None:
    text = "#CERTIFICATE OF CONFORMITY\nCertification body: Prüfzentrum GmbH\nplace of production: Ningbo\nvalid until 2030-01-01"
    assert only(text).scheme == "voluntary_mark"


@pytest.mark.parametrize(
    "title",
    [
        "Installation guide for the charging stations of the series EVC-22 with a cable",
        "Installationsanleitung für die Ladestation EVC-22 mit Kabel, mit Buchse und mit Display",
        "Manuel d’installation de la borne de recharge",
        "Manual de instalación para la estación de carga",
        "Manuale di installazione della stazione di ricarica",
        "Installatiehandleiding voor het laadstation",
        "Installationsanvisning för laddstationen",
        "Instrukcja instalacji stacji ładowania",
        "充电桩安装手册",
    ],
)
def test_a_cover_whose_title_goes_on_to_name_the_product_is_a_manual(title: str) -> None:
    section = classify(document(f"{title}\n9.7.2023\n"))[0]
    assert section.kind is DocumentKind.MANUAL


def test_a_sentence_that_begins_with_the_words_is_no_title() -> None:
    text = "Installation instructions for the unit and for every cable that comes with it\nare given in its box.\n"
    assert classify(document(text))[0].kind is not DocumentKind.MANUAL


@pytest.mark.parametrize(
    ("text", "kind", "scheme"),
    [
        (
            "#Supplier Declaration of Conformity\nSupplier: Kea Charge Ltd\nThe article complies with the"
            "\nElectricity Act 1992 and the Radiocommunications Act 1989.",
            DocumentKind.DECLARATION,
            "nz_sdoc",
        ),
        (
            "#Declaration of Conformity\nHereby, Lada AB declares that the radio equipment type NL-3 complies with Directive"
            "\n2014/53/EU. The full text of the EU declaration of conformity is available at www.lada.example",
            DocumentKind.DECLARATION,
            "eu_doc_simplified",
        ),
        (
            "Huaxin Charging Co., Ltd. PRODUCT CHANGE NOTIFICATION PCN No. HX-26-014\nProducts affected HX-EV07\nReason: supply",
            DocumentKind.CHANGE_NOTICE,
            None,
        ),
        (
            "#Certificate of Conformance\nVendor Hanse Charging GmbH\nCertified profile OCPP 1.6J Full Certificate\nFirmware 2026.03.1",
            DocumentKind.CERTIFICATE,
            "interoperability",
        ),
    ],
)
def test_what_a_paper_says_beside_a_title_of_many_uses_tells_its_scheme(
    text: str, kind: DocumentKind, scheme: str | None
) -> None:
    section = only(text)
    assert (section.kind, section.scheme) == (kind, scheme)


def test_the_head_of_a_datasheet_says_its_kind_where_nothing_else_does() -> None:
    head = paper(["HVX range DC charging station with two outlets Technical data sheet", "Frequency 50 Hz"])
    assert classify(head)[0].kind == "datasheet"
    body = paper(
        [*["Frequency 50 Hz"] * 20, "The figures of this letter are those of the technical data sheet of June."]
    )
    assert classify(body)[0].kind == "unknown"
