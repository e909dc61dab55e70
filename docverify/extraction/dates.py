"""Printed dates to calendar days: candidates with their confidence and the span they were printed in.

A date that may be read two ways (03/04/2025) gives two candidates, day first before month first, both of lower
confidence, unless the document's own dates decide (`day_first_evidence`). A month or a year without a day is no full
date: `find_months` gives those apart. The month after a standard's version (`V2.2.2 (2019-07)`) is no date.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

from docverify.facts.rating import plain_text

SURE, DECIDED, LIKELY, UNLIKELY, SHORT_YEAR = 0.99, 0.95, 0.6, 0.4, 0.85
FIRST_YEAR, LAST_YEAR = 1970, 2099


@dataclass(frozen=True, slots=True)
class DateCandidate:
    """One way to read a printed date."""

    value: date
    confidence: float


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A full date as printed at `text[start:end]`: its readings, the likeliest first (never empty)."""

    candidates: tuple[DateCandidate, ...]
    start: int
    end: int

    @property
    def value(self) -> date:
        """The likeliest reading."""
        return self.candidates[0].value

    @property
    def ambiguous(self) -> bool:
        """Whether it can be read two ways."""
        return len(self.candidates) > 1


def _month_numbers() -> dict[str, int]:
    names = yaml.load((Path(__file__).parent / "months.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return {
        name: number
        for months in names.values()
        for number, month in enumerate(months, start=1)
        for name in month.split("|")
    }


MONTHS = _month_numbers()
_MONTH = "|".join(sorted((re.escape(name) for name in MONTHS), key=len, reverse=True))
_OF = r"(?:de|of|del|di|d')"
_ORDINAL = r"(?:st|nd|rd|th|er|º|°|\.)?"
# A date is looked for at every number only: each pattern below is matched where a run of digits (or a month) begins.
_DIGITS = re.compile(r"\d+")
_YEAR_FIRST = re.compile(
    rf"""
    (?P<iso>(?P<iy>\d{{4}})(?P<is>[ ]?[-/.])[ ]?(?P<im>0?[1-9]|1[0-2])(?P=is)[ ]?
        (?P<id>0[1-9]|[12]\d|3[01]|[1-9])(?!\d))
    |(?P<cjk>(?P<cy>\d{{4}})\s?[年년]\s?(?P<cm>\d{{1,2}})\s?[月월]\s?(?P<cd>\d{{1,2}})\s?[日号號일])
    |(?P<week>(?P<wy>\d{{4}})-?W(?P<ww>[0-5]\d)-?(?P<wd>[1-7])(?!\d))
    |(?P<yearfirst>(?P<yy>\d{{4}})[ -.,](?P<ym>{_MONTH})(?![^\W\d_])\.?[ -](?P<yd>\d{{1,2}})(?!\d))
    """,
    re.VERBOSE | re.IGNORECASE,
)
_DAY_FIRST = re.compile(
    rf"""
    (?P<numeric>(?<![.,/-])(?P<na>\d{{1,2}})(?P<ns>[ ]?[-/.])[ ]?(?P<nb>\d{{1,2}})(?P=ns)[ ]?
        (?P<ny>(?:19|20)\d\d|\d\d)(?![\d/]|[.,-]\d))
    |(?P<named>(?:(?P<da>\d{{1,2}}){_ORDINAL}[ ]{{0,2}}(?:-|~|to|bis)[ ]?)?
        (?P<dd>\d{{1,2}}){_ORDINAL}[ /-]{{0,2}}(?:{_OF}[ ])?
        (?P<dm>{_MONTH})(?![^\W\d_])\.?[ ,/-]{{0,2}}(?:{_OF}[ ])?(?P<dy>(?:19|20)\d\d|'?\d\d(?=\W|$))(?!\d))
    |(?P<roman>(?P<rd>\d{{1,2}})[ .-]{{1,2}}(?P<rm>(?-i:X?I{{1,3}}|I?[VX]|VI{{1,3}}))[ .-]{{1,2}}
        (?P<ry>(?:19|20)\d\d)(?!\d))
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"""
    (?P<american>(?:(?P<fm>{_MONTH})\.?[ -]?(?P<fd>\d{{1,2}}){_ORDINAL}[ ]?(?:-|~|to)[ ]?)?
        (?P<mm>{_MONTH})(?![^\W\d_])\.?[ -]?
        (?P<md>\d{{1,2}})(?:st|nd|rd|th)?(?:[ ]?(?:-|~|to)[ ]?(?P<mt>\d{{1,2}})(?:st|nd|rd|th)?)?
        [ ]?[,.-]?[ ]?(?P<my>(?:19|20)\d\d)(?!\d))
    """,
    re.VERBOSE | re.IGNORECASE,
)
_HAN_DATE = re.compile(
    r"(?P<han>(?P<hy>[〇零○一二三四五六七八九]{4})年(?P<hm>[一二三四五六七八九十]{1,3})月(?P<hd>[一二三四五六七八九十]{1,3})[日号])"
)
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)")
_MONTH_ONLY = re.compile(
    rf"(?<![\w])(?:(?P<name>{_MONTH})(?![^\W\d_])\.?[ ,/-]{{1,2}}(?:{_OF}[ ])?(?P<year>(?:19|20)\d\d)"
    r"|(?P<iso>(?:19|20)\d\d)-(?P<number>0[1-9]|1[0-2])|(?P<number2>0[1-9]|1[0-2])/(?P<slashed>(?:19|20)\d\d)"
    r"|(?P<cy>(?:19|20)\d\d)\s?年\s?(?P<cm>\d{1,2})\s?月)(?![\d/-])",
    re.IGNORECASE,
)
_RUNS_ON = frozenset({".", ",", "/", "-"})  # before a number: it is the tail of something longer
_JOINTS = frozenset({" ", ".", "-"})  # between the name of a month and its day
_DAY_JOINTS = frozenset(" -/.~º°'")  # behind a day
_VERSION_BEFORE = re.compile(r"(?:V\d{1,2}\.\d{1,2}\.\d{1,2}\s?[:(]?\s?\(?|\d:)$", re.IGNORECASE)
_WEEK_BEFORE = re.compile(
    r"(?:\bKW|\bCW|\bWK?|week|woche|tydzień|tyg\.|semaine|semana|settimana|周)[ .:-]{0,3}$", re.IGNORECASE
)
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_HAN = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0}


def parse_date(text: str, *, day_first: bool | None = None, compact: bool = False) -> tuple[DateCandidate, ...]:
    """The readings of the first full date in the text, the likeliest first; empty when it prints none."""
    for printed in find_dates(text, day_first=day_first, compact=compact):
        return printed.candidates
    return ()


def find_dates(text: str, *, day_first: bool | None = None, compact: bool = False) -> tuple[PrintedDate, ...]:
    """Every full date of the text in reading order; `compact` also reads 20250314, which may as well be a number."""
    plain = plain_text(text)
    found = [printed for match in _matches(plain) for printed in _read(match, day_first=day_first)]
    if "年" in plain:
        found += [printed for match in _HAN_DATE.finditer(plain) for printed in _read(match, day_first=day_first)]
    if compact:
        found += [p for m in _COMPACT.finditer(plain) if (p := _printed(m, _day(m[1], m[2], m[3], SHORT_YEAR)))]
    return tuple(sorted(found, key=_start))


def _matches(plain: str) -> "Iterator[re.Match[str]]":
    """Every print of a date, from left to right without overlap."""
    position = 0
    for run in _DIGITS.finditer(plain):
        start, end = run.span()
        if start < position or end - start > 4 or end - start == 3:
            continue
        match = _year_first(plain, start) if end - start == 4 else _day_or_month_first(plain, start, end, position)
        if match:
            yield match
            position = match.end()


def _year_first(plain: str, start: int) -> "re.Match[str] | None":
    if plain[start : start + 2] not in ("19", "20") or plain[start - 1 : start] in _RUNS_ON:
        return None
    return _YEAR_FIRST.match(plain, start)


def _day_or_month_first(plain: str, start: int, end: int, position: int) -> "re.Match[str] | None":
    before, behind = plain[start - 1 : start], plain[end : end + 2]
    if before in _JOINTS or before.isalpha():
        month_at = _month_before(plain, start)
        if month_at is not None and month_at >= position and (match := _MONTH_FIRST.match(plain, month_at)):
            return match
    if before.isascii() and (before.isalnum() or before == "_"):
        return None
    goes_on = behind[:1] in _DAY_JOINTS or behind[:1].isalpha()
    if not goes_on or (behind[:1] == " " and not (behind[1:].isalpha() or behind[1:] in _DAY_JOINTS)):
        return None  # most numbers of a page
    return _DAY_FIRST.match(plain, start)


def _month_before(plain: str, start: int) -> int | None:
    """Where the name of a month begins that stands right before the number."""
    end = start
    while end > start - 3 and plain[end - 1 : end] in (" ", ".", "-"):
        end -= 1
    begin = end
    while begin > max(0, end - 12) and plain[begin - 1].isalpha():
        begin -= 1
    return begin if plain[begin:end].lower() in MONTHS else None


def find_months(text: str) -> tuple[tuple[str, int, int], ...]:
    """Months printed without a day (`2026-01`) with their spans; never the month of a standard's version or edition."""
    plain = plain_text(text)
    days = [(d.start, d.end) for d in find_dates(text)]
    found = []
    for match in _MONTH_ONLY.finditer(plain):
        inside_day = any(start < match.end() and match.start() < end for start, end in days)
        before = plain[max(0, match.start() - 16) : match.start()]
        if not (inside_day or _VERSION_BEFORE.search(before) or _WEEK_BEFORE.search(before)):
            found.append((_month_text(match), match.start(), match.end()))
    return tuple(found)


def day_first_evidence(texts: Iterable[str]) -> bool | None:
    """Whether the document prints the day before the month, by its own unambiguous dates; None when they do not say."""
    votes = {True: 0, False: 0}
    open_dates: list[tuple[date, date]] = []
    sure: set[date] = set()
    for text in texts:
        for printed in find_dates(text):
            if printed.ambiguous:
                open_dates.append((printed.candidates[0].value, printed.candidates[1].value))
            elif re.fullmatch(r"\d{1,2}[/-]\d{1,2}[/-]\d{2,4}", plain_text(text[printed.start : printed.end])):
                votes[_first_number(text[printed.start : printed.end]) > 12] += 1
            else:
                sure.add(printed.value)
    if not any(votes.values()):  # the same day printed in words elsewhere settles it as well
        for day_first, month_first in open_dates:
            if (day_first in sure) != (month_first in sure):
                votes[day_first in sure] += 1
    return None if bool(votes[True]) == bool(votes[False]) else votes[True] > 0


def _first_number(text: str) -> int:
    match = re.match(r"\d+", text)
    return int(match.group()) if match else 0


def _start(printed: PrintedDate) -> int:
    return printed.start


def _read(match: "re.Match[str]", *, day_first: bool | None) -> Iterator[PrintedDate]:
    kind = match.lastgroup or ""
    if kind in ("named", "american"):
        yield from _ranges(match, kind)
        return
    candidates = _numeric(match, day_first=day_first) if kind == "numeric" else _READERS[kind](match)
    if printed := _printed(match, candidates):
        yield printed


def _printed(match: "re.Match[str]", candidates: tuple[DateCandidate, ...]) -> PrintedDate | None:
    return PrintedDate(candidates, match.start(), match.end()) if candidates else None


def _day(year: str | int, month: str | int, day: str | int, confidence: float = SURE) -> tuple[DateCandidate, ...]:
    """The one candidate of that day; nothing when the calendar has no such day."""
    try:
        return (DateCandidate(date(int(year), int(month), int(day)), confidence),)
    except ValueError:
        return ()


def _year(printed: str) -> tuple[int, float]:
    """The year and how much a two-digit year takes from the confidence."""
    digits = printed.lstrip("'")
    return (int(digits), 1.0) if len(digits) == 4 else (2000 + int(digits), SHORT_YEAR)


def _numeric(match: "re.Match[str]", *, day_first: bool | None) -> tuple[DateCandidate, ...]:
    a, b, sign = match["na"], match["nb"], match["ns"].strip()
    year, share = _year(match["ny"])
    if sign == ".":
        if share < 1 and (len(a) < 2 or len(b) < 2):
            return ()  # 1.02.03 is a version
        return _day(year, b, a, SURE * share)
    by_day, by_month = _day(year, b, a, SURE * share), _day(year, a, b, SURE * share)
    if not by_day or not by_month or a == b:
        return by_day or by_month
    if day_first is not None:
        chosen = by_day if day_first else by_month
        return (DateCandidate(chosen[0].value, DECIDED * share),)
    return (DateCandidate(by_day[0].value, LIKELY * share), DateCandidate(by_month[0].value, UNLIKELY * share))


def _ranges(match: "re.Match[str]", kind: str) -> Iterator[PrintedDate]:
    """The first day of a range that borrows month or year from its end, then the date itself."""
    if kind == "named":
        year, share = _year(match["dy"])
        month = MONTHS[match["dm"].lower()]
        first = match["da"] and (match["da"], month)
        last = (match["dd"], month)
    else:
        year, share = _year(match["my"])
        month = MONTHS[match["mm"].lower()]
        first = match["fm"] and (match["fd"], MONTHS[match["fm"].lower()])
        if match["mt"]:
            first = (match["md"], month)
        last = (match["mt"] or match["md"], month)
    if first and (candidates := _day(year, first[1], first[0], DECIDED * share)):
        yield PrintedDate(candidates, match.start(), match.end())
    if candidates := _day(year, last[1], last[0], SURE * share):
        yield PrintedDate(candidates, match.start(), match.end())


def _iso(match: "re.Match[str]") -> tuple[DateCandidate, ...]:
    return _day(match["iy"], match["im"], match["id"])


def _cjk(match: "re.Match[str]") -> tuple[DateCandidate, ...]:
    return _day(match["cy"], match["cm"], match["cd"])


def _han(match: "re.Match[str]") -> tuple[DateCandidate, ...]:
    year = int("".join(str(_HAN[c]) for c in match["hy"]))
    return _day(year, _han_number(match["hm"]), _han_number(match["hd"]))


def _han_number(text: str) -> int:
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return _HAN.get(text, 0)
    return 10 * (_HAN.get(tens, 1) if tens else 1) + (_HAN.get(ones, 0) if ones else 0)


def _week(match: "re.Match[str]") -> tuple[DateCandidate, ...]:
    try:
        return (DateCandidate(date.fromisocalendar(int(match["wy"]), int(match["ww"]), int(match["wd"])), SURE),)
    except ValueError:
        return ()


def _yearfirst(match: "re.Match[str]") -> tuple[DateCandidate, ...]:
    return _day(match["yy"], MONTHS[match["ym"].lower()], match["yd"])


def _roman(match: "re.Match[str]") -> tuple[DateCandidate, ...]:
    return _day(match["ry"], _ROMAN.index(match["rm"]) + 1, match["rd"]) if match["rm"] in _ROMAN else ()


_READERS = {
    "roman": _roman,
    "iso": _iso,
    "numeric": _iso,
    "cjk": _cjk,
    "han": _han,
    "week": _week,
    "named": _iso,
    "american": _iso,
    "yearfirst": _yearfirst,
}


def _month_text(match: "re.Match[str]") -> str:
    year = match["year"] or match["iso"] or match["slashed"] or match["cy"]
    number = MONTHS[match["name"].lower()] if match["name"] else int(match["number"] or match["number2"] or match["cm"])
    return f"{year}-{number:02d}"
