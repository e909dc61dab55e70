"""Days as people type them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docverify.cli.days import day_of
from docverify.errors import UsageError


@given(st.dates())
def test_a_day_in_iso_form_is_that_day(day: date) -> None:
    assert day_of(day.isoformat()) == day


@pytest.mark.parametrize("text", ["30.11.2026", "2026-02-30", "tomorrow", "", "11/30/2026"])
def test_any_other_form_is_refused_with_the_form_that_is_meant(text: str) -> None:
    with pytest.raises(UsageError, match="write it as YYYY-MM-DD"):
        day_of(text)
