"""Lines of leaflets that are little else than ratings."""

import pytest

from docverify.extraction.rating_lines import rating_line_fields
from tests.extraction.drawn_papers import paper, passage_of


def _read(*lines: str) -> dict[str, list[object]]:
    fields = rating_line_fields(passage_of(paper([*lines])))
    return {name: [entry.value for entry in found] for name, found in fields.items()}


def test_a_line_of_three_quantities_gives_each() -> None:
    read = _read("Nordlys One: 230/400 V, max 32 A, 22 kW, IP54, -40…+50 °C")
    assert read["rated_voltage_v"] == [(230, 400)]
    assert (read["rated_current_a"], read["rated_power_kw"]) == ([32], [22])
    assert (read["protection_ip"], read["ambient_temperature_c"]) == (["IP54"], [(-40, 50)])


def test_the_sign_of_alternating_current_is_no_range() -> None:
    read = _read("Input: 230 V~ 50/60 Hz 32 A")
    assert (read["rated_voltage_v"], read["rated_frequency_hz"], read["rated_current_a"]) == ([230], [(50, 60)], [32])


def test_what_an_alternating_current_product_gives_out_is_what_it_takes_in() -> None:
    assert "output_power_kw" not in _read("Input: 230 V 50 Hz 32 A", "Output: 230 V 32 A 7.4 kW")


def test_protection_and_temperature_together_are_of_the_product() -> None:
    read = _read("Environment IP65, -25 °C to +40 °C")
    assert (read["protection_ip"], read["ambient_temperature_c"]) == (["IP65"], [(-25, 40)])


def test_lines_of_nothing_but_ratings_go_on_with_the_line_over_them() -> None:
    read = _read("Rating: 230 V 50 Hz 32 A", "IP65 · IK08", "Mount it on a wall.", "16 A")
    assert (read["protection_ip"], read["protection_ik"], read["rated_current_a"]) == (["IP65"], ["IK08"], [32])


@pytest.mark.parametrize(
    "line",
    [
        "Fuse 40 A, 230 V, IP20 holder",
        "3. Set the current: 10 A, 16 A or 32 A",
        "Install a breaker of 32 A at 400 V and 50 Hz before the unit",
        "When the wall box was built for the first time in the old house it had 400 V, 16 A and 11 kW only",
    ],
)
def test_a_line_about_something_else_gives_none(line: str) -> None:
    assert _read(line) == {}
