"""Ratings printed in a line or table."""

import pytest

from docverify.extraction.ratings import is_direct_current, rating_fields
from tests.extraction.drawn_papers import paper, passage_of


def read(*lines: object) -> dict[str, list[object]]:
    passage = passage_of(paper(list(lines)))
    fields = rating_fields(passage, [passage.printed(page) for page in passage.pages])
    return {name: [entry.value for entry in entries] for name, entries in fields.items()}


def test_each_quantity_of_a_line_is_a_field() -> None:
    assert read("Rated 400 V, 32 A, 22 kW, 50 Hz") == {
        "rated_voltage_v": [400.0],
        "rated_current_a": [32.0],
        "rated_power_kw": [22.0],
        "rated_frequency_hz": [50.0],
    }


def test_a_table_with_a_column_for_each_model_gives_each_its_own() -> None:
    passage = passage_of(paper([[["Model", "EVC-11S", "EVC-22S"], ["Rated current", "16 A", "32 A"]]]))
    entries = rating_fields(passage, [])["rated_current_a"]
    assert [(entry.value, entry.details["model"]) for entry in entries] == [(16.0, "EVC-11S"), (32.0, "EVC-22S")]


def test_a_paper_without_ratings_has_none() -> None:
    assert read("Declaration of Conformity", "Model: EVC-22") == {}


@pytest.mark.parametrize(
    ("text", "direct"), [("DC fast charger, output 150-1000 V DC", True), ("AC wallbox 230 V", False), ("", False)]
)
def test_a_charger_that_gives_out_direct_current_says_so(text: str, direct: bool) -> None:
    assert is_direct_current(text) is direct
