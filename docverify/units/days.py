"""Turns printed days of a column into dates; a day that can be read in two ways stays open, with both readings.

Day before month is not assumed: what the column's other cells show decides, a dot between the numbers shows it, and
otherwise nothing does. Numbers of a spreadsheet's calendar count from 1899-12-30. Refuses what is no day.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import lru_cache
from importlib.resources import files

import yaml

_ISO = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})日?")
_COMPACT = re.compile(r"(20\d{2})([01]\d)([0-3]\d)")
_TWO_WAYS = re.compile(r"(\d{1,2})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{4})")
_SHORT = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{2})")
_NAMED = re.compile(r"(\d{1,2})[.\s-]*([^\W\d_]{3,10})\.?[\s,-]*(\d{4})")
_NAMED_FIRST = re.compile(r"([^\W\d_]{3,10})\.?\s*(\d{1,2}),?\s*(\d{4})")
_TIME = re.compile(r"[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s?[AaPp][Mm]|Z)?$")
_SERIAL_DAY = re.compile(r"([3-6]\d{4})(?:\.\d+)?")
EPOCH = date(1899, 12, 30)


@lru_cache(maxsize=1)
def _months() -> Mapping[str, int]:
    source = files("docverify.units").joinpath("months.yaml").read_text(encoding="utf-8")
    table: dict[int, list[str]] = yaml.load(source, Loader=yaml.CSafeLoader)
    return {beginning: number for number, beginnings in table.items() for beginning in beginnings}


def day_first(cells: Iterable[str]) -> bool | None:
    """Whether the days of the column stand before their months; None when no cell, or cells of both ways, show it."""
    shown: list[str] = []
    for cell in cells:
        if match := _TWO_WAYS.fullmatch(_without_time(cell)):
            first, second = int(match[1]), int(match[3])
            if first > 12 >= second:
                shown.append("day")
            elif second > 12 >= first:
                shown.append("month")
    return shown[0] == "day" if len(set(shown)) == 1 else None


def read_day(cell: str, *, first: bool | None) -> tuple[date, ...]:
    """The day, or the two days that it may be; ValueError when it is none. `first`: what the column shows."""
    text = _without_time(cell)
    if match := _ISO.fullmatch(text) or _COMPACT.fullmatch(text):
        return (date(int(match[1]), int(match[2]), int(match[3])),)
    if match := _SERIAL_DAY.fullmatch(text):
        return (EPOCH + timedelta(days=int(match[1])),)
    if match := _TWO_WAYS.fullmatch(text):
        return _either(int(match[1]), int(match[3]), int(match[4]), first=True if match[2] == "." else first)
    if match := _SHORT.fullmatch(text):
        return _short(int(match[1]), int(match[3]), int(match[4]), dotted=match[2] == ".")
    if match := _NAMED.fullmatch(text):
        return (date(int(match[3]), _month(match[2]), int(match[1])),)
    if match := _NAMED_FIRST.fullmatch(text):
        return (date(int(match[3]), _month(match[1]), int(match[2])),)
    raise ValueError("no date; write it as YYYY-MM-DD")


def _without_time(cell: str) -> str:
    return _TIME.sub("", cell.strip())


def _either(a: int, b: int, year: int, *, first: bool | None) -> tuple[date, ...]:
    if first is not None:
        return (date(year, b, a) if first else date(year, a, b),)
    readings = {reading for day, month in ((a, b), (b, a)) if (reading := _possible(year, month, day))}
    if not readings:
        raise ValueError("no day of the calendar; write it as YYYY-MM-DD")
    return tuple(sorted(readings))


def _short(a: int, b: int, c: int, *, dotted: bool) -> tuple[date, ...]:
    """A day with a year of two digits: day first behind dots, else every way in which it is one."""
    orders = ((2000 + c, b, a),) if dotted else ((2000 + c, b, a), (2000 + c, a, b), (2000 + a, b, c))
    readings = {reading for order in orders if (reading := _possible(*order))}
    if not readings:
        raise ValueError("no day of the calendar; write it as YYYY-MM-DD")
    return tuple(sorted(readings))


def _possible(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month(word: str) -> int:
    fitting = [beginning for beginning in _months() if word.casefold().startswith(beginning)]
    if not fitting:
        raise ValueError(f"{word!r} is no month known; write the date as YYYY-MM-DD")
    return _months()[max(fitting, key=len)]
