"""A block beside a party's label gives its name, address and country as printed, and nothing that is not printed."""

import pytest

from docverify.extraction.parties import party_fields
from docverify.reading.page import Cell, Table
from tests.extraction.printed_words import grid, line, page, passage


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


def test_padding_columns_and_values_over_two_rows_part_no_value_from_its_label() -> None:
    grid = Table((50, 100, 500, 160), _padded_rows())
    fields = party_fields(passage(page(tables=[grid])), ("manufacturer",))
    assert {name: entries[0].value for name, entries in fields.items()} == {
        "manufacturer": "Nebra Ltd",
        "manufacturer_address": "Unit 4 Bells Yew Green, Kent, United Kindgom",
        "manufacturer_country": "GB",
    }


def _padded_rows() -> tuple[tuple[Cell | None, ...], ...]:
    """A label, a column of four points and a value; the address begins a row above its label."""
    edges = ((50.0, 150.0), (150.0, 154.0), (154.0, 500.0))

    def cell(row: int, column: int, top: float, bottom: float, *text: str) -> Cell:
        lines = tuple(line(edges[column][0] + 2, top + 2 + 12 * n, part) for n, part in enumerate(text))
        return Cell(row, column, (edges[column][0], top, edges[column][1], bottom), lines)

    address = cell(1, 2, 116, 146, "Unit 4 Bells Yew Green, Kent,", "United Kindgom")
    return (
        (cell(0, 0, 100, 116, "Manufacturer:"), cell(0, 1, 100, 116), cell(0, 2, 100, 116, "Nebra Ltd")),
        (cell(1, 0, 116, 122), cell(1, 1, 116, 122), address),
        (cell(2, 0, 122, 140, "Address:"), cell(2, 1, 122, 140), None),
    )


def test_a_label_under_its_chinese_twin_has_the_value_beside_both() -> None:
    found = party_fields(
        passage(
            page(
                line(80, 178, "委托人名称、地址"),
                line(250, 178, "Hangzhou Qiantang Charging Co., Ltd."),
                line(80, 190, "Name and address of the applicant"),
                line(250, 190, "No. 901 Binkang Road, Hangzhou, China"),
            )
        ),
        ("holder",),
    )
    assert {name: entries[0].value for name, entries in found.items()} == {
        "holder": "Hangzhou Qiantang Charging Co., Ltd.",
        "holder_address": "No. 901 Binkang Road, Hangzhou, China",
        "holder_country": "CN",
    }


def test_a_form_of_cells_with_label_over_value_keeps_each_value_in_its_cell() -> None:
    cells = grid(("Marke\nLindwurm", "Serien-Nr. des Prüflings\nLW-26-0003"))
    assert [c.value.text for c in passage(page(tables=[cells])).candidates("brand")] == ["Lindwurm"]
