"""Where a printed address ends, and what stands before a maker's name."""

import pytest

from docverify.facts.document import DocumentKind
from tests.extraction.drawn_papers import paper, values
from tests.extraction.test_stacked_forms import read_as


@pytest.mark.parametrize(
    ("line", "address"),
    [
        ("Lada AB, Storgatan 5, 903 26 Umeå, Sweden, NLH3 and so on", "Storgatan 5, 903 26 Umeå, Sweden"),
        (
            "Atlas, S.L. Calle Mayor 15, 41013 Sevilla, España. Todos los derechos",
            "Calle Mayor 15, 41013 Sevilla, España",
        ),
        ("Lumen Ltd, 8 Finance Street, Central, Hong Kong, China", "8 Finance Street, Central, Hong Kong, China"),
        ("Lumen Ltd, 9 Keji Road, Shenzhen, China 518057", "9 Keji Road, Shenzhen, China 518057"),
    ],
)
def test_an_address_ends_with_its_country(line: str, address: str) -> None:
    record = read_as(
        DocumentKind.DECLARATION, "eu_doc", paper(["EU Declaration of Conformity", f"Manufacturer: {line}"])
    )
    assert values(record, "manufacturer_address") == [address]


@pytest.mark.parametrize("lead", ["Made by", "This charger is manufactured by", "Fabricado por", "Hergestellt von"])
def test_words_of_making_are_no_part_of_the_makers_name(lead: str) -> None:
    sheet = paper(
        ["QUICK GUIDE", "1. Fix the bracket.", f"{lead} Cargas Atlas, S.L.", "Calle Mayor 15, 41013 Sevilla, España"]
    )
    record = read_as(DocumentKind.MANUAL, "quick_guide", sheet)
    assert values(record, "manufacturer") == ["Cargas Atlas, S.L."]


def test_a_laboratorys_address_stands_in_its_foot_parted_by_dots() -> None:
    sheet = paper(
        [
            (18, "Prüfbericht"),
            "Prüfbericht Nr. 2026-RF-0442",
            *[""] * 40,
            "Funklabor Isar GmbH · Ottostraße 9 · 85521 Ottobrunn · Deutschland · DAkkS D-PL-20117-01-00",
        ]
    )
    record = read_as(DocumentKind.LABORATORY_REPORT, "radio", sheet)
    assert values(record, "issuer") == ["Funklabor Isar GmbH"]
    assert values(record, "issuer_address") == ["Ottostraße 9, 85521 Ottobrunn, Deutschland"]
