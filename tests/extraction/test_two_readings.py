"""Dates of figures that can be read in two ways."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docverify.extraction.two_readings import with_both_readings
from docverify.facts.evidence import Evidence, Found, Origin
from tests.extraction.drawn_papers import paper, records_of, values


def read(value: object, quote: str, confidence: float = 0.6) -> Found[object]:
    return Found(value, quote, (Evidence("ab" * 32, 1, (0.0, 0.0, 1.0, 1.0)),), Origin.TEXT, confidence)


AMBIGUOUS = read(date(2026, 4, 3), "03/04/2026")


def days(entry: Found[object], *languages: str, day_first: bool | None = None) -> list[object]:
    fields = with_both_readings({"valid_until": (entry,)}, languages, day_first=day_first)
    return [found.value for found in fields["valid_until"]]


def test_both_readings_are_given_and_the_less_likely_one_is_not_trusted() -> None:
    fields = with_both_readings({"valid_until": (AMBIGUOUS,)}, {"en"}, day_first=None)
    likelier, other = fields["valid_until"]
    assert (likelier, other.value, other.quote) == (AMBIGUOUS, date(2026, 3, 4), "03/04/2026")
    assert other.confidence < 0.5


@pytest.mark.parametrize("quote", ["3 April 2026", "2026-04-03", "03.04.2026", "13/04/2026"])
def test_a_date_that_can_be_read_in_one_way_is_one(quote: str) -> None:
    entry = read(date(2026, 4, 13 if quote.startswith("13") else 3), quote)
    assert len(days(entry, "en")) == 1


def test_the_papers_own_dates_or_its_language_decide() -> None:
    assert days(AMBIGUOUS, "en", day_first=True) == [date(2026, 4, 3)]
    assert days(AMBIGUOUS, "it") == [date(2026, 4, 3)]
    assert len(days(AMBIGUOUS, "it", "en")) == 2
    assert len(days(AMBIGUOUS)) == 2


def test_what_is_no_date_stays_as_it_is() -> None:
    entry = read("03/04/2026", "03/04/2026")
    assert days(entry, "en") == ["03/04/2026"]


def test_a_certificate_with_such_a_date_has_both_ends_of_validity() -> None:
    lines = [(16, "CB TEST CERTIFICATE"), "Ref. Certif. No.: DK-123456", "Model: EVC-22S", "Valid until: 03/04/2026"]
    (record,) = records_of(paper(lines))
    assert values(record, "valid_until") == [date(2026, 4, 3), date(2026, 3, 4)]


@given(st.dates(date(1990, 1, 1), date(2060, 12, 31)))
def test_at_most_two_readings_of_the_same_year_and_figures(day: date) -> None:
    found = days(read(day, f"{day.day:02}/{day.month:02}/{day.year}"), "en")
    assert found[0] == day
    assert {(entry.year, frozenset((entry.day, entry.month))) for entry in found if isinstance(entry, date)} == {
        (day.year, frozenset((day.day, day.month)))
    }
