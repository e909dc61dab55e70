"""Days of a column of units: what can be read in two ways stays open until the column shows which."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docverify.units.days import EPOCH, day_first, read_day

DAYS = st.dates(min_value=date(2000, 1, 1), max_value=date(2049, 12, 31))


@given(
    DAYS,
    st.sampled_from(["%Y-%m-%d", "%Y/%m/%d", "%Y年%m月%d日", "%Y%m%d", "%Y-%m-%dT10:30:00Z"]),
    st.none() | st.booleans(),
)
def test_a_day_written_year_first_is_that_day_whatever_the_column_shows(
    day: date, form: str, first: bool | None
) -> None:
    assert read_day(day.strftime(form), first=first) == (day,)


@given(DAYS, st.sampled_from(["%d/%m/%Y", "%d-%m-%Y"]))
def test_numbers_alone_are_read_in_every_way_in_which_they_are_a_day(day: date, form: str) -> None:
    readings = read_day(day.strftime(form), first=None)
    assert day in readings
    assert len(readings) == (1 if day.day > 12 or day.day == day.month else 2)
    assert read_day(day.strftime(form), first=True) == (day,)


@given(DAYS)
def test_a_dot_stands_behind_the_day(day: date) -> None:
    assert read_day(day.strftime("%d.%m.%Y"), first=None) == (day,)


@given(st.integers(30_000, 69_999))
def test_a_number_of_a_spreadsheets_calendar_counts_from_its_beginning(serial: int) -> None:
    assert read_day(str(serial), first=None) == (EPOCH + timedelta(days=serial),)


@pytest.mark.parametrize(
    ("cells", "first"),
    [
        (["03/04/2026", "25/04/2026"], True),
        (["03/04/2026", "04/25/2026"], False),
        (["03/04/2026"], None),
        (["25/04/2026", "04/25/2026"], None),
        ([], None),
    ],
)
def test_the_column_shows_whether_days_stand_first(cells: list[str], first: bool | None) -> None:
    assert day_first(cells) is first


@pytest.mark.parametrize("text", ["14 March 2026", "March 14, 2026", "14. März 2026", "14-Mar-2026"])
def test_a_month_by_its_name_is_read_in_several_languages(text: str) -> None:
    assert read_day(text, first=None) == (date(2026, 3, 14),)


@pytest.mark.parametrize("text", ["", "soon", "31.02.2026", "14 Foo 2026", "99/99/2026", "week 12"])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        read_day(text, first=None)
