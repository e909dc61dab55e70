"""One printed code as patterns: slashes, ranges and brackets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docverify.facts.designation_parts import code_patterns, explicit_range, slash_readings
from docverify.facts.designation_pattern import Fit, match, normal


def doubts(code: str, model: str, *, ranged: bool = False) -> tuple[str, ...] | None:
    """The doubts of the best way in which the code may be read as the model; None for no way."""
    said = [match(pattern, normal(model)) for pattern in code_patterns(code, {}, ranged=ranged)]
    fits = [fit.doubts for fit in said if isinstance(fit, Fit)]
    return min(fits, key=len) if fits else None


@pytest.mark.parametrize("model", ["EVA-07-S", "EVA-11-S", "EVA-22-S"])
def test_numbers_between_slashes_are_models_of_their_own(model: str) -> None:
    assert doubts("EVA-07/11/22-S", model) == ()


@pytest.mark.parametrize("model", ["EVA-12-S", "EVA-07", "EVA-07-11-S", "07/11"])
def test_what_the_slashes_do_not_name_is_not_covered(model: str) -> None:
    assert doubts("EVA-07/11/22-S", model) is None


def test_a_slash_between_single_letters_may_be_part_of_the_name() -> None:
    readings = dict(slash_readings("A/B"))
    assert readings["A/B"] == ""
    assert readings["A"]
    assert readings["B"]


def test_the_inside_of_a_range_of_ratings_is_in_doubt() -> None:
    assert doubts("SUN2000-(3KTL-10KTL)-M1", "SUN2000-3KTL-M1") == ()
    assert doubts("SUN2000-(3KTL-10KTL)-M1", "SUN2000-5KTL-M1")
    assert doubts("SUN2000-(3KTL-10KTL)-M1", "SUN2000-12KTL-M1") is None


def test_a_printed_range_holds_its_ends_and_nothing_beyond() -> None:
    (pattern,) = explicit_range("EVC-11", "EVC-22")
    inside = [
        model for model in ("EVC-10", "EVC-11", "EVC-22", "EVC-23") if isinstance(match(pattern, normal(model)), Fit)
    ]
    assert inside == ["EVC-11", "EVC-22"]


def test_ends_that_differ_in_more_than_one_number_are_no_range() -> None:
    assert explicit_range("EVC-11A", "EVC-22B") == []
    assert explicit_range("EVC-11", "XYZ-22") == []


@given(st.text("ABC12/()-,", min_size=1, max_size=16))
def test_any_code_has_a_reading_and_the_first_is_itself(code: str) -> None:
    assert slash_readings(code)[0] == (code, "")
    assert all(pattern for pattern in code_patterns(code, {}))


@given(st.integers(0, 999), st.integers(0, 999), st.integers(0, 999))
def test_a_range_holds_exactly_the_numbers_between_its_ends(low: int, high: int, number: int) -> None:
    patterns = explicit_range(f"EVC-{low:03}", f"EVC-{high:03}")
    held = any(isinstance(match(pattern, normal(f"EVC-{number:03}")), Fit) for pattern in patterns)
    if low < high:
        assert held == (low <= number <= high)
    else:
        assert not held or low == high == number
