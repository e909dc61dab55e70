"""Turns a printed period whose ends share month or year ("12 Jun. to 20 Jun., 2019") into both its days.

The end that is printed whole lends what the other lacks; a first day that would come after the last is of the year
before. Nothing is lent over other words than "to".
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from docverify.extraction.dates import DECIDED, MONTHS, DateCandidate, PrintedDate

_MONTH = "|".join(sorted((re.escape(name) for name in MONTHS), key=len, reverse=True))
_TO = r"(?:to|till|until|through|bis(?: zum)?|au|al|a|t/m|tot(?: en met)?|do|till och med|and|und|et|至|~|-|–|—)"
_FIRST = re.compile(
    rf"(?<![\d.,/-])(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|º)?[ ]?(?:\.?(?P<number>\d{{1,2}})\.|"
    rf"(?:of |de |d')?(?P<month>{_MONTH})(?![^\W\d_]))?[., ]{{0,3}}{_TO}[ ]?(?:the |den |le |el |il )?$",
    re.IGNORECASE,
)
_LAST = re.compile(
    r"[ ]?(?:-|–|—|~)[ ]?(?P<year>(?:19|20)\d\d)(?P<sign>[./-])(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})(?!\d)"
)
_REACH = 34  # characters before the last day in which the first is printed


def with_open_ends(text: str, days: Sequence[PrintedDate]) -> tuple[PrintedDate, ...]:
    """The days with those that a period prints in short, in reading order."""
    return tuple(day for printed in days for day in _ends(text, printed, days))


def _ends(text: str, printed: PrintedDate, days: Sequence[PrintedDate]) -> Iterator[PrintedDate]:
    first = _FIRST.search(text, max(0, printed.start - _REACH), printed.start)
    if first and not any(day.start < printed.start and day.end > first.start() for day in days):
        yield from _first(first, printed)
    yield printed
    last = _LAST.match(text, printed.end)
    if last and not any(last.start() < day.start < last.end() for day in days):
        yield from _day(last, int(last["year"]), int(last["month"]))


def _first(match: re.Match[str], last: PrintedDate) -> Iterator[PrintedDate]:
    """The first day, with month and year of the last where it names none."""
    end = last.value
    month = MONTHS[match["month"].lower()] if match["month"] else int(match["number"] or end.month)
    for day in _day(match, end.year, month):
        if day.value <= end:
            yield day
        elif match["month"] or match["number"]:
            yield from _day(match, end.year - 1, month)


def _day(match: re.Match[str], year: int, month: int) -> Iterator[PrintedDate]:
    try:
        value = date(year, month, int(match["day"]))
    except ValueError:
        return
    printed = [match.span(name) for name in match.groupdict() if match[name] and name != "sign"]
    yield PrintedDate((DateCandidate(value, DECIDED),), min(printed)[0], max(end for _, end in printed))
