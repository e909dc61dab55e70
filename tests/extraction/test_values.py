"""The readers of values, in one place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docverify.extraction import values
from docverify.extraction.values import find_acts, find_connectors, find_dates, find_radios, find_ratings

FINDERS = (find_acts, find_connectors, find_radios, find_ratings)


def test_every_name_that_is_given_out_exists() -> None:
    assert all(callable(getattr(values, name)) for name in values.__all__)


@pytest.mark.parametrize("finder", FINDERS)
@given(text=st.text(max_size=80))
def test_whatever_a_reader_spots_lies_in_the_text(finder: object, text: str) -> None:
    assert callable(finder)
    for spot in finder(text):
        assert 0 <= spot.start < spot.end <= len(text)


@given(st.text(max_size=80))
def test_whatever_date_is_spotted_lies_in_the_text_and_has_a_reading(text: str) -> None:
    for day in find_dates(text):
        assert 0 <= day.start < day.end <= len(text)
        assert 1 <= len(day.candidates) <= 2
