"""Ratings in running text: values, sides, phases, IP, IK, temperature, protection class."""

import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docverify.extraction.quantities import field_of, find_ratings


def read(text: str) -> list[tuple[str, Any]]:
    return [(field_of(spot), spot.value) for spot in find_ratings(text)]


@pytest.mark.parametrize(
    ("printed", "values"),
    [
        ("230V AC", [("rated_voltage_v", 230.0)]),
        (
            "380-415 V 3N~ 50/60 Hz 32 A",
            [
                ("rated_voltage_v", (380.0, 415.0)),
                ("phases", 3),
                ("rated_frequency_hz", (50.0, 60.0)),
                ("rated_current_a", 32.0),
            ],
        ),
        ("Max. 22 kW", [("rated_power_kw", 22.0)]),
        ("7360 W", [("rated_power_kw", 7.36)]),
        ("240V/50Hz", [("rated_voltage_v", 240.0), ("rated_frequency_hz", 50.0)]),
        ("24V-8A", [("rated_voltage_v", 24.0), ("rated_current_a", 8.0)]),
        ("IP54/IK10", [("protection_ip", "IP54"), ("protection_ik", "IK10")]),
        ("-25 °C ~ +50 °C", [("ambient_temperature_c", (-25.0, 50.0))]),
        ("-40℃~+70℃", [("ambient_temperature_c", (-40.0, 70.0))]),
        ("1P+N+PE", [("phases", 1)]),
        ("3P+N+PE", [("phases", 3)]),
        ("three-phase", [("phases", 3)]),
        ("dreiphasig", [("phases", 3)]),
        ("triphasé", [("phases", 3)]),
        ("monofásico", [("phases", 1)]),
        ("单相", [("phases", 1)]),
        ("1~ 230 V", [("rated_voltage_v", 230.0), ("phases", 1)]),
        ("Number of phases 3", [("phases", 3)]),
        ("Phasen: 1", [("phases", 1)]),
        ("Class I", [("protection_class", "I")]),
        ("Schutzklasse: II", [("protection_class", "II")]),
        ("30 mA", []),
        ("2412 MHz", []),
        ("withstand 4 kV", []),
        ("1~10000 uint16", []),
        ("721 36 Västerås", []),
        ("220V电压", [("rated_voltage_v", 220.0)]),
    ],
)
def test_a_printed_rating_gives_its_field_and_value(printed: str, values: list[tuple[str, Any]]) -> None:
    assert sorted(read(printed), key=str) == sorted(values, key=str)


def test_input_and_output_are_told_apart() -> None:
    text = "Input: 3N~ 400 V 50/60 Hz 96 A; Output: 200-1000 Vdc, Max. 60 kW, 150 A"
    assert read(text) == [
        ("phases", 3),
        ("rated_voltage_v", 400.0),
        ("rated_frequency_hz", (50.0, 60.0)),
        ("rated_current_a", 96.0),
        ("output_voltage_v", (200.0, 1000.0)),
        ("output_power_kw", 60.0),
        ("output_current_a", 150.0),
    ]


def test_a_bound_and_the_kind_of_current_stand_in_the_details() -> None:
    (power,) = find_ratings("up to 22 kW")
    assert power.details["bound"] == "max"
    (voltage,) = find_ratings("150-1000 Vdc")
    assert voltage.details["current"] == "dc"


@given(st.text(alphabet="0123456789.,-+~/ VAkWHzmax°CIPK3N", max_size=80) | st.text(max_size=120))
def test_no_text_makes_the_reader_stumble(text: str) -> None:
    for spot in find_ratings(text):
        assert 0 <= spot.start < spot.end <= len(text)
        field_of(spot)


@pytest.mark.parametrize("unit", ["1-", "1 V ", "input ", "3~", "IP", "class ", "max. ", "1/", "°C", "230 V / "])
def test_hostile_repetition_takes_linear_time(unit: str) -> None:
    started = time.process_time()
    find_ratings(unit * (20_000 // len(unit)))
    assert time.process_time() - started < 5


@pytest.mark.parametrize("printed", ["od -25 do +40 °C", "-25 a 40 °C", "-25 °C hasta 40 °C", "-25 tot 40 °C"])
def test_ranges_are_said_in_many_languages(printed: str) -> None:
    assert [spot.value for spot in find_ratings(printed)] == [(-25.0, 40.0)]


def test_a_full_stop_behind_a_mark_of_protection_is_none_of_it() -> None:
    assert [spot.value for spot in find_ratings("Degree of protection IP55, IK10. Version IP54.2")] == ["IP55", "IK10"]


@pytest.mark.parametrize("printed", ["LH-M2-13A, LH-M2-8A", "1A/F, Bldg. 6, Yusheng Industrial Zone"])
def test_the_end_of_a_model_and_a_floor_are_no_ratings(printed: str) -> None:
    assert not find_ratings(printed)


def test_ratings_parted_by_a_hyphen_are_both_read() -> None:
    assert [spot.value for spot in find_ratings("230V-50Hz-32A")] == [230.0, 50.0, 32.0]
