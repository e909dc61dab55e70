"""Ordering-code tables: the legend of a family stands in a table, and only the table of that designation explains it."""

from typing import Any

import pytest

from docverify.facts.designation import ModelFamily
from tests.extraction.drawn_papers import paper, records_of

HEAD = ["Position", "Option", "Meaning"]
ROWS = [
    ["a", "07", "7.4 kW"],
    ["", "22", "22 kW"],
    ["b", "S", "Socket, type 2"],
    ["", "T", "Tethered cable"],
    ["c", "W", "WiFi"],
    ["", "blank", "no radio"],
]


def family(model: str, table: list[list[str]]) -> tuple[ModelFamily, dict[str, Any]]:
    (record,) = records_of(
        paper(
            [(16, "EVK Wallbox"), (12, "Datasheet"), f"Model: {model}", "Ordering code", table, "Rated voltage 400 V"]
        )
    )
    (entry,) = record.values("models")
    return entry.value, dict(entry.details)


def test_an_ordering_code_table_says_what_stands_at_each_position() -> None:
    read, details = family("EVK-a-b-c", [HEAD, *ROWS])
    assert read.printed == "EVK-a-b-c"
    assert read.covers("EVK-07-S-W") == "covered"
    assert read.covers("EVK-22-T") == "covered"
    assert read.covers("EVK-11-S-W") == "not_covered"
    assert "allows 07 = 7.4 kW, 22 = 22 kW" in read.covers("EVK-11-S-W").explanation
    assert details["legend_page"] == 1
    assert len(details["legend_box"]) == 4


def test_the_family_with_its_table_comes_back_from_its_details() -> None:
    read, _ = family("EVK-a-b-c", [HEAD, *ROWS])
    again = ModelFamily.from_details(read.printed, read.to_details())
    assert again.covers("EVK-22-T-W") == "covered"
    assert again.covers("EVK-43-T-W") == "not_covered"


@pytest.mark.parametrize(
    ("model", "table"),
    [
        ("EVK-a-b", [HEAD, *ROWS]),  # the table explains a symbol that this designation lacks
        ("EVK-a-b-c", [["Part", "Number", "Remark"], *ROWS]),  # no table of positions
        ("EVK-a-b-c", [HEAD, ["Colour of the cover", "B", "black"]]),  # no symbols
    ],
)
def test_a_table_of_something_else_explains_nothing(model: str, table: list[list[str]]) -> None:
    read, details = family(model, table)
    assert "legend_page" not in details
    assert read.covers("EVK-07-S-W") != "covered"


def test_an_option_that_the_table_withdraws_is_left_to_a_person() -> None:
    read, _ = family("EVK-b", [HEAD, ["b", "S", "Socket"], ["", "T", "Tethered (discontinued)"]])
    assert read.covers("EVK-T") == "undetermined"


@pytest.mark.parametrize(
    "line",
    ['"**" may be 07, 11 or 22 and stands for the rated power.', "** = 07, 11 or 22", "Note: ** denotes 07, 11 or 22"],
)
def test_a_line_below_says_what_a_placeholder_stands_for(line: str) -> None:
    (record,) = records_of(paper([(14, "TEST REPORT"), "IEC 61851-1", "Model: EVK-**", "Brand: Nordlicht", line]))
    (entry,) = record.values("models")
    assert entry.value.covers("EVK-11") == "covered"
    assert entry.value.covers("EVK-43") == "not_covered"
    assert entry.details["legend_page"] == 1


@pytest.mark.parametrize("line", ["x = 5 pcs", "The mark ** is on the plate", "** see annex"])
def test_other_lines_explain_no_placeholder(line: str) -> None:
    (record,) = records_of(paper([(14, "TEST REPORT"), "IEC 61851-1", "Model: EVK-**", "Brand: Nordlicht", line]))
    (entry,) = record.values("models")
    assert entry.value.covers("EVK-11") == "undetermined"
