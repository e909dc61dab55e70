"""Artwork of rating labels: what the plate says."""

from tests.extraction.drawn_papers import paper, records_of, values

PLATE = [
    "Rating label artwork, scale 2:1",
    (16, "Haiche"),
    "AC wallbox",
    "Model: HAICHE A3-22C",
    "Rating: 380-415 V~, 3-phase, 50 Hz, 32 A, 22 kW",
    "IP55 IK08",
    "S/N: XXXXXXXXX",
    "HW: A  FW: 1.12.0",
    "Haiche Electric Co., Ltd., 188 Mingzhu Road, 315800 Ningbo, China",
    "Imported by: Chargewell Europe B.V., Transportweg 40, 3045 NB Rotterdam, Netherlands",
]


def test_the_plate_gives_ratings_model_parties_and_brand() -> None:
    record = records_of(paper(PLATE))[0]
    assert record.kind.value == "label_artwork"
    assert values(record, "models") == ["HAICHE A3-22C"]
    assert values(record, "rated_voltage_v") == [(380.0, 415.0)]
    assert values(record, "rated_power_kw") == [22.0]
    assert values(record, "phases") == [3]
    assert values(record, "protection_ip") == ["IP55"]
    assert values(record, "importer") == ["Chargewell Europe B.V."]
    assert values(record, "manufacturer") == ["Haiche Electric Co., Ltd."]
    assert values(record, "brand") == ["Haiche"]


def test_placeholders_are_no_serial_number() -> None:
    assert values(records_of(paper(PLATE))[0], "serial_numbers") == []
