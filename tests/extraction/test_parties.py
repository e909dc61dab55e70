"""A block beside a party's label gives its name, address and country as printed, and nothing that is not printed."""

import pytest

from docverify.extraction.parties import party_fields
from tests.extraction.printed_words import line, page, passage


def fields_of(*lines: str, roles: tuple[str, ...] = ("manufacturer", "factory", "importer")) -> dict[str, list[str]]:
    """The party fields of a page of those lines."""
    entries = [line(50, 100 + 13 * n, text) for n, text in enumerate(lines)]
    found = party_fields(passage(page(*entries)), roles)
    return {name: [entry.value for entry in readings] for name, readings in found.items()}


@pytest.mark.parametrize(
    ("printed", "name", "address", "country"),
    [
        (
            "Voltora GmbH, Industriestraße 14, 74613 Öhringen, Germany",
            "Voltora GmbH",
            "Industriestraße 14, 74613 Öhringen, Germany",
            "DE",
        ),
        (
            "Nantai Power Technology Co., Ltd., No. 18 Xinghu Road, Suzhou, China",
            "Nantai Power Technology Co., Ltd.",
            "No. 18 Xinghu Road, Suzhou, China",
            "CN",
        ),
        (
            "Elettra Ricarica S.r.l., Via dell'Artigianato 27, 36100 Vicenza, Italia",
            "Elettra Ricarica S.r.l.",
            "Via dell'Artigianato 27, 36100 Vicenza, Italia",
            "IT",
        ),
    ],
)
def test_name_address_and_country_in_one_line(printed: str, name: str, address: str, country: str) -> None:
    found = fields_of(f"Manufacturer: {printed}")
    assert found["manufacturer"] == [name]
    assert found["manufacturer_address"] == [address]
    assert found["manufacturer_country"] == [country]


def test_an_address_in_lines_is_joined_with_commas() -> None:
    entries = (
        line(50, 100, "Manufacturer:"),
        line(200, 100, "Voltora GmbH"),
        line(200, 113, "Industriestraße 14"),
        line(200, 126, "74613 Öhringen"),
    )
    found = party_fields(passage(page(*entries)), ("manufacturer",))
    assert found["manufacturer_address"][0].value == "Industriestraße 14, 74613 Öhringen"
    assert len(found["manufacturer_address"][0].evidence) == 2
    assert "manufacturer_country" not in found


def test_a_separate_address_belongs_to_the_party_before_it() -> None:
    found = fields_of(
        "Manufacturer: Voltora GmbH",
        "Address: Industriestraße 14, 74613 Öhringen, Germany",
        "Factory: Nantai Co., Ltd.",
        "Address: 18 Xinghu Road, Suzhou, China",
    )
    assert found["manufacturer_address"] == ["Industriestraße 14, 74613 Öhringen, Germany"]
    assert found["factory_address"] == ["18 Xinghu Road, Suzhou, China"]


def test_contact_words_end_the_address() -> None:
    found = fields_of("Manufacturer: Voltora GmbH, Industriestraße 14, 74613 Öhringen, Tel.: +49 1234")
    assert found["manufacturer_address"] == ["Industriestraße 14, 74613 Öhringen"]


@pytest.mark.parametrize(
    "printed", ["—", "N/A", "same as applicant", "declares that the product is safe", "siehe oben"]
)
def test_what_names_nobody_is_no_party(printed: str) -> None:
    assert "factory" not in fields_of(f"Factory: {printed}")


def test_several_factories_are_several_parties() -> None:
    found = fields_of(
        "Factory 1: Nantai Co., Ltd., 18 Xinghu Road, Suzhou, China",
        "Factory 2: Qiluo Co., Ltd., 3 Shiyan Street, Shenzhen, China",
    )
    assert found["factory"] == ["Nantai Co., Ltd.", "Qiluo Co., Ltd."]


def test_a_trade_name_behind_the_legal_form_is_part_of_the_name() -> None:
    assert fields_of("Manufacturer: RAAM UK LTD t/a Pi Supply")["manufacturer"] == ["RAAM UK LTD t/a Pi Supply"]
