"""What lapses within the next days, told for every kept result, and the calendar of it."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from docverify.facts.finding import Finding, Outcome, Severity, Verdict, Waiver
from docverify.facts.result import Result
from docverify.upcoming import Upcoming, calendar, upcoming
from tests.samples import finding, result

TODAY = date(2026, 11, 24)
ENDS = date(2026, 12, 31)


def waived_until(day: date) -> Finding:
    """A failure that somebody accepted until that day."""
    return replace(finding(Outcome.FAIL, Severity.MAJOR), waiver=Waiver("pilot only", "Q. Inspector", day))


def kept(*findings: Finding) -> Result:
    """A kept result of a shipment for no market: only its waivers can end."""
    plain = result(*findings)
    return replace(plain, shipment=replace(plain.shipment, markets=()), verdict=Verdict.of(findings))


def test_a_waiver_that_ends_within_the_days_is_told_with_who_gave_it() -> None:
    (entry,) = upcoming([kept(waived_until(ENDS))], today=TODAY, days=60)
    assert (entry.on, entry.rule, entry.product, entry.severity) == (ENDS, "", "EVC-22", "major")
    assert entry.because == "the waiver by Q. Inspector ends (pilot only)"


def test_what_ended_before_or_ends_later_is_not_told() -> None:
    old, late = kept(waived_until(date(2026, 11, 23))), kept(waived_until(date(2027, 11, 23)))
    assert upcoming([old, late], today=TODAY, days=60) == ()


def test_the_last_day_counts_and_the_same_thing_is_told_once() -> None:
    again = [kept(waived_until(ENDS)), kept(waived_until(ENDS))]
    assert len(upcoming(again, today=TODAY, days=(ENDS - TODAY).days)) == 1


@given(st.lists(st.dates(TODAY, date(2027, 12, 31)), max_size=6))
def test_the_entries_stand_in_the_order_of_their_days(days: list[date]) -> None:
    told = upcoming([kept(*map(waived_until, days))], today=TODAY, days=500)
    assert [entry.on for entry in told] == sorted(set(days))


def test_the_calendar_has_an_event_of_one_day_for_each_and_the_same_bytes_again() -> None:
    told = upcoming([kept(waived_until(ENDS))], today=TODAY, days=60)
    book = calendar(told, today=TODAY)
    (event,) = Calendar.from_ical(book).walk("VEVENT")
    assert event["dtstart"].dt == ENDS
    assert str(event["summary"]) == "PO-1: waiver (major)"
    assert calendar(told, today=TODAY) == book


def test_a_message_can_begin_no_line_of_the_calendar() -> None:
    hostile = Upcoming(ENDS, "PO\nBEGIN:VEVENT", "", "EU", "R", "major", "b", "x\r\nEND:VCALENDAR")
    assert len(Calendar.from_ical(calendar([hostile], today=TODAY)).walk("VEVENT")) == 1
