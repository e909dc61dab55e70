"""Turns dates that can be read in two ways (`03/04/2026`) into two readings, so that nothing rests on the likelier one.

A paper whose languages all put the day first, or that shows its order in another date, has one reading only.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from docverify.extraction.dates import UNLIKELY, find_dates
from docverify.facts.evidence import Found

# Languages in which dates of figures are written with the day, or the year, first everywhere.
_DAY_FIRST = frozenset(
    {"bg", "cs", "da", "de", "el", "es", "et", "fi", "fr", "hr", "hu", "it", "lt", "lv", "nl", "no", "pl", "pt", "ro"}
    | {"sk", "sl", "sv", "tr", "uk"}
)


def with_both_readings(
    fields: Mapping[str, Sequence[Found[Any]]], languages: Collection[str], *, day_first: bool | None
) -> dict[str, tuple[Found[Any], ...]]:
    """The fields with the other reading of each ambiguous date behind the likelier one."""
    if day_first is not None or (languages and set(languages) <= _DAY_FIRST):
        return {name: tuple(entries) for name, entries in fields.items()}
    return {name: tuple(_readings(entries)) for name, entries in fields.items()}


def _readings(entries: Sequence[Found[Any]]) -> Iterator[Found[Any]]:
    known = {entry.value for entry in entries}
    for entry in entries:
        yield entry
        if isinstance(entry.value, date):
            for other in _others(entry.value, entry.quote) - known:
                yield replace(entry, value=other, confidence=min(UNLIKELY, entry.confidence))


def _others(value: date, quote: str) -> set[date]:
    """The other readings of the printed date that was read as that value."""
    for printed in find_dates(quote):
        readings = {candidate.value for candidate in printed.candidates}
        if value in readings:
            return readings - {value}
    return set()
