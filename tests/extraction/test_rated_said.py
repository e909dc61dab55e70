"""Ratings that a sentence on the equipment or a supply line says, and tests that say none."""

import pytest

from docverify.extraction.rated_said import ratings_said, supply_lines, with_outputs
from docverify.extraction.tested_product import product_fields
from tests.extraction.drawn_papers import paper, passage_of


def _said(*lines: str) -> list[str]:
    return [printed.text for printed in ratings_said(passage_of(paper(["1 Equipment under test", *lines])))]


def test_the_sentence_on_the_equipment_gives_its_ratings_and_its_connector() -> None:
    passage = passage_of(
        paper(
            [
                "1 Equipment under test",
                "The EUT is a charge point rated 230 V 50 Hz, 32 A, 7.4 kW, with a tethered type 2 cable.",
                "The enclosure is rated IP65.",
            ]
        )
    )
    fields = product_fields(passage)
    assert [entry.value for entry in fields["rated_voltage_v"]] == [230]
    assert [entry.value for entry in fields["rated_current_a"]] == [32]
    assert [entry.value for entry in fields["rated_power_kw"]] == [7.4]
    assert [entry.value for entry in fields["protection_ip"]] == ["IP65"]
    assert [entry.value for entry in fields["connectors"]] == ["type2_cable"]


@pytest.mark.parametrize(
    "line",
    [
        "The EUT is supplied from a test voltage of 230 V, 50 Hz.",
        "The equipment is rated against a surge of 2 kV at 50 Hz.",
        "The laboratory is supplied with 230 V, 50 Hz.",
        "The sample is white.",
    ],
)
def test_a_sentence_on_a_test_or_on_something_else_gives_none(line: str) -> None:
    assert _said(line) == []


def test_a_supply_line_has_voltage_and_frequency_and_is_of_no_test() -> None:
    drawn = paper(
        [
            ["Input", "208-240 VAC, 60 Hz, 40 A"],
            ["Test voltage:", "AC 230V/50Hz"],
            ["Adapter", "120 V, 60 Hz"],
            ["Enclosure", "NEMA 4, 240 V"],
        ]
    )
    assert [line.text for line in supply_lines(passage_of(drawn))] == ["208-240 VAC, 60 Hz, 40 A"]


def test_ratings_beside_output_labels_of_a_dc_paper_are_outputs() -> None:
    page = [
        "Borne de recharge DC, CCS Combo 2",
        ["Alimentation", "400 V triphasé, 50 Hz"],
        ["Tension de sortie", "150 - 920 V DC"],
        ["Courant de sortie", "150 A max."],
    ]
    fields = product_fields(passage_of(paper(page)))
    assert [entry.value for entry in fields["rated_voltage_v"]] == [400]
    assert [entry.value for entry in fields["output_voltage_v"]] == [(150, 920)]
    assert [entry.value for entry in fields["output_current_a"]] == [150]
    assert "rated_current_a" not in fields


def test_ratings_of_a_paper_without_direct_current_stay_where_they_are() -> None:
    fields = product_fields(passage_of(paper([["Output voltage", "230 V"], ["Output current", "32 A"]])))
    assert with_outputs(passage_of(paper(["AC charger"])), fields) == fields
