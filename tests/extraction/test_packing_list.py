"""Packing lists: what was packed, unit by unit, and for whom."""

from tests.extraction.drawn_papers import paper, records_of, values

HEAD = [
    "Voltora GmbH, Industriestraße 14, 74613 Öhringen, Germany",
    (18, "PACKING LIST"),
    "No.: PL-7574",
    "Date: 2025-07-13",
]
CONSIGNEE = ["Consignee: Elbin Handel GmbH, Speicherstraße 3, 20457 Hamburg, Germany"]
ROWS = [
    ["Carton", "Model", "Serial No.", "Qty", "Gross weight"],
    ["1", "EVC-22S-W", "H28614626", "1", "6.8 kg"],
    ["2", "EVC-11S-W", "H90563304", "1", "6.8 kg"],
]


def test_serials_keep_the_model_of_their_row() -> None:
    record = records_of(paper([*HEAD, *CONSIGNEE, ROWS]))[0]
    assert [(e.value, e.details["model"]) for e in record.values("serial_numbers")] == [
        ("H28614626", "EVC-22S-W"),
        ("H90563304", "EVC-11S-W"),
    ]
    assert values(record, "models") == ["EVC-22S-W", "EVC-11S-W"]
    assert values(record, "document_number") == ["PL-7574"]


def test_who_receives_the_goods_is_the_importer_and_not_the_maker() -> None:
    record = records_of(paper([*HEAD, *CONSIGNEE, ROWS]))[0]
    assert values(record, "importer") == ["Elbin Handel GmbH"]
    assert values(record, "importer_country") == ["DE"]
    assert values(record, "manufacturer") == ["Voltora GmbH"]


def test_several_serials_in_one_cell_and_goods_named_before_the_model() -> None:
    rows = [
        ["C/No.", "Description of goods", "Serial numbers", "Q'ty"],
        ["1", "EV charger LXE3-11", "26A583938\n26T284124", "2 pcs"],
    ]
    record = records_of(paper([*HEAD, rows]))[0]
    assert values(record, "serial_numbers") == ["26A583938", "26T284124"]
    assert values(record, "models") == ["LXE3-11"]
