"""Whom a certificate is for, who issued it and when, where no label says so."""

from docverify.facts.document import DocumentKind
from tests.extraction.drawn_papers import paper, values
from tests.extraction.test_stacked_forms import read_as

CERTIFICATE = DocumentKind.CERTIFICATE


def test_a_management_certificate_is_for_the_largest_company_on_it() -> None:
    sheet = paper(
        [
            (24, "ZERTIFIKAT"),
            *[""] * 6,
            "Die Zertifizierungsstelle der Rheinprüf Cert GmbH bescheinigt, dass das Unternehmen",
            (15, "Voltmann Ladesysteme GmbH & Co. KG"),
            "Am Güterbahnhof 12 · 79098 Freiburg · Deutschland",
            "ein Qualitätsmanagementsystem nach DIN EN ISO 9001:2015 anwendet.",
            "Zertifikat-Registrier-Nr.: RPC-Q-008812",
        ]
    )
    record = read_as(CERTIFICATE, "management_system", sheet)
    assert values(record, "holder") == ["Voltmann Ladesysteme GmbH & Co. KG"]
    assert values(record, "holder_country") == ["DE"]


def test_the_current_issue_counts_where_the_first_one_is_printed_too() -> None:
    record = read_as(
        CERTIFICATE,
        "management_system",
        paper(
            ["Certificate", "Date of first issue: 14.06.2022", "Date of issue: 10.06.2025", "Valid until: 13.06.2028"]
        ),
    )
    assert [entry.isoformat() for entry in values(record, "issued_on")] == ["2025-06-10"]


def test_a_revision_stands_behind_the_number_and_a_place_with_a_day_is_nobody() -> None:
    sheet = paper(
        [
            "EU-type examination certificate",
            "Certificate number: T13377 revision 1",
            "Manufacturer: Chargewell Oy",
            "Issuing Authority",
            "Delft, 14 January 2026",
        ]
    )
    record = read_as(CERTIFICATE, "mid_type_examination", sheet)
    assert values(record, "document_number") == ["T13377"]
    assert values(record, "revision") == ["1"]
    assert "Delft" not in values(record, "issuer")


def test_a_body_named_behind_its_number_in_a_sentence_issues() -> None:
    sheet = paper(
        [
            "EU TYPE-EXAMINATION CERTIFICATE",
            "Notified Body 1781, Slovmetria a.s., Karloveská 63, 841 04 Bratislava, Slovakia, certifies",
            "that the instrument conforms to Directive 2014/32/EU.",
        ]
    )
    record = read_as(CERTIFICATE, "mid_type_examination", sheet)
    assert values(record, "issuer") == ["Slovmetria a.s."]
    assert values(record, "issuer_address") == ["Karloveská 63, 841 04 Bratislava, Slovakia"]


def test_who_declares_may_stand_before_the_verb() -> None:
    sheet = paper(
        [
            "Uproszczona deklaracja zgodności UE",
            "Elektrovia Sp. z o.o. niniejszym oświadcza, że typ urządzenia radiowego WALLEV 11 oraz WALLEV 22",
            "jest zgodny z dyrektywą 2014/53/UE.",
        ]
    )
    record = read_as(DocumentKind.DECLARATION, "eu_doc_simplified", sheet)
    assert values(record, "manufacturer") == ["Elektrovia Sp. z o.o."]
    assert values(record, "models") == ["WALLEV 11", "WALLEV 22"]
