"""Lists of critical components: parts with their makers, ratings and approvals."""

from tests.extraction.drawn_papers import paper, records_of, values

LINES = [
    (16, "CRITICAL COMPONENT LIST"),
    "Model: EVC-22S-W",
    "Issue date: 2025-09-26",
    [
        ["No.", "Part", "Manufacturer", "Type", "Rating", "Standard", "Approval"],
        ["1", "Contactor K1", "Hongyu Relay", "HY-F32", "250 VAC, 40 A", "IEC 61095", "VDE 40041234"],
        ["2", "Energy meter", "Elmetra", "EM340-B", "230/400 V", "EN 50470-3", "MID T11502"],
    ],
    "Haiche Electric Co., Ltd.",
]


def test_parts_carry_what_their_row_says() -> None:
    parts = records_of(paper(LINES))[0].values("components")
    assert [part.value for part in parts] == ["Contactor K1", "Energy meter"]
    assert parts[1].details == {
        "maker": "Elmetra",
        "type": "EM340-B",
        "rating": "230/400 V",
        "standard": "EN 50470-3",
        "approval": "MID T11502",
    }


def test_the_makers_and_types_of_parts_are_not_the_products() -> None:
    record = records_of(paper(LINES))[0]
    assert values(record, "models") == ["EVC-22S-W"]
    assert values(record, "manufacturer") == ["Haiche Electric Co., Ltd."]
