"""Both days of a period whose ends share month or year."""

import pytest

from docverify.extraction.date_ranges import with_open_ends
from docverify.extraction.dates import find_dates


@pytest.mark.parametrize(
    ("printed", "days"),
    [
        ("12 Jun., to 20 Jun., 2019", ["2019-06-12", "2019-06-20"]),
        ("2019.11.04-2019.11.20", ["2019-11-04", "2019-11-20"]),
        ("from 16 March to 24 April 2026", ["2026-03-16", "2026-04-24"]),
        ("7 January – 6 February 2026", ["2026-01-07", "2026-02-06"]),
        ("du 12 au 23 janvier 2026", ["2026-01-12", "2026-01-23"]),
        ("12.03. bis 24.03.2026", ["2026-03-12", "2026-03-24"]),
        ("20 December to 5 January 2026", ["2025-12-20", "2026-01-05"]),
        ("Dec. 20, 2025 – Jan. 5, 2026", ["2025-12-20", "2026-01-05"]),
        ("received 5 January 2026", ["2026-01-05"]),
    ],
)
def test_a_period_printed_in_short_has_both_its_days(printed: str, days: list[str]) -> None:
    found = with_open_ends(printed, find_dates(printed, day_first=True))
    assert [str(day.value) for day in found] == days


def test_a_day_of_no_calendar_is_not_lent_a_month() -> None:
    printed = "31 to 30 June 2026"
    assert [str(day.value) for day in with_open_ends(printed, find_dates(printed))][-1] == "2026-06-30"
