"""Ratings: print to bounds and unit, conversion within a quantity, comparison by meaning."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docverify.facts.rating import Rating, number_of


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        ("230V AC", "230 V"),
        ("380-415 V", "380 to 415 V"),
        ("3N~ 400 V", "400 V"),
        ("50/60 Hz", "50/60 Hz"),
        ("Max. 22 kW", "≤ 22 kW"),
        ("32 A", "32 A"),
        ("150-1000 Vdc", "150 to 1000 V"),
        ("-25 °C ~ +50 °C", "-25 to 50 °C"),
        ("-25~50℃", "-25 to 50 °C"),
        ("7,4 kW", "7.4 kW"),
        ("AC 380V±10%", "380 V"),
        ("200 V … 1000 V", "200 to 1000 V"),
    ],
)
def test_a_printed_rating_has_its_meaning(printed: str, text: str) -> None:
    assert str(Rating.parse(printed)) == text
    assert Rating.parse(text) == Rating.parse(printed)


@pytest.mark.parametrize("text", ["", "hello", "IP54", "V", "12", "22 kg"])
def test_nonsense_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a rating"):
        Rating.parse(text)


def test_a_range_without_order_and_a_unit_of_another_quantity_are_refused() -> None:
    with pytest.raises(ValueError, match="above"):
        Rating("voltage", 400.0, 230.0, "V")
    with pytest.raises(ValueError, match="unit"):
        Rating("voltage", 230.0, 230.0, "A")


def test_units_are_converted_within_a_quantity_only() -> None:
    assert Rating.parse("22 kW").to("W").value == 22000.0
    assert Rating.parse("30 mA").to("A").value == 0.03
    with pytest.raises(ValueError, match="unit of power"):
        Rating.parse("22 kW").to("A")


@pytest.mark.parametrize(
    ("mine", "other", "answer"),
    [
        ("32 A", "Max. 32 A", True),
        ("32 A", "16 A", False),
        ("230 V", "220-240 V", True),
        ("50/60 Hz", "50 Hz", False),
        ("50 Hz", "50/60 Hz", True),
        ("22000 W", "22 kW", True),
        ("55 Hz", "50/60 Hz", False),
        ("Max. 22 kW", "7 ~ 22 kW", False),
        ("32 A", "22 kW", None),
    ],
)
def test_a_rating_lies_within_another_or_not(mine: str, other: str, answer: bool | None) -> None:
    assert Rating.parse(mine).within(Rating.parse(other)) is answer


def test_a_value_is_covered_with_its_bounds_included() -> None:
    assert Rating.parse("380-415 V").covers(380)
    assert Rating.parse("380-415 V").covers(0.4, unit="kV")
    assert not Rating.parse("380-415 V").covers(416)


@pytest.mark.parametrize(("printed", "number"), [("3,7", 3.7), ("1,000", 1000.0), ("-25", -25.0), ("0,125", 0.125)])
def test_numbers_have_a_point_or_a_comma(printed: str, number: float) -> None:
    assert number_of(printed) == number


numbers = st.integers(0, 99999).map(float) | st.integers(0, 9999).map(lambda n: n / 10)


@given(numbers, numbers, st.sampled_from(["V", "A", "kW", "W", "Hz", "°C", "mA", "kV"]))
def test_what_is_printed_back_parses_to_the_same(a: float, b: float, unit: str) -> None:
    quantity = Rating.parse(f"1 {unit}").quantity
    for low, high in ((min(a, b), max(a, b)), (None, a), (a, None)):
        rating = Rating(quantity, low, high, unit)
        assert Rating.parse(str(rating)) == rating


@given(st.text(alphabet="0123456789.,-+~/ VAkWHzmax°C", max_size=60) | st.text(max_size=100))
def test_no_text_makes_the_parser_stumble(text: str) -> None:
    try:
        rating = Rating.parse(text)
    except ValueError as error:
        assert str(error).startswith(("not a", "'"))
    else:
        assert Rating.parse(str(rating)) == rating
