"""Turns the revision table of a manual or a datasheet into rows: revision, date and what changed.

Read from plain text: a heading line that names version and date, then lines that begin with a revision and hold a
date. Anything else is no table.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from docverify.extraction.locate import Passage
from docverify.extraction.running_text import read_at
from docverify.extraction.values import find_dates
from docverify.facts.evidence import Found
from docverify.reading.page import Page

_HEADING = re.compile(
    r"^[^\n]{0,30}\b(?:version|revision|révision|revisione|revisión|versie|revisie|wersja|rev\.?|issue"
    r"|ausgabe|stand|utgåva|版本|版次)\b"
    r"[^\n]{0,40}\b(?:date|datum|data|fecha|dato|日期)\b[^\n]{0,80}$"
    r"|^[^\n]{0,20}\b(?:date|datum|data|fecha|dato)\b[^\n]{0,40}\b(?:version|revision|rev\.?|versie|wersja"
    r"|revisione|revisión)\b[^\n]{0,80}$",
    re.IGNORECASE | re.MULTILINE,
)
_REVISION = re.compile(r"(?:(?:V|v|Rev\.?|rev\.?|Version|R)\s?)?(\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?|[A-Z]\d?)(?=\s|$)")
_ROWS = 40


@dataclass(frozen=True, slots=True)
class RevisionRow:
    """One row of the table; `rest` is the span of what changed in `page.text`."""

    revision: Found[str]
    day: Found[date]
    page: Page
    rest: tuple[int, int]


def revision_rows(passage: Passage, page: Page) -> Iterator[RevisionRow]:
    """The rows of the page's revision table, in reading order; none when there is no such table."""
    heading = _HEADING.search(page.text)
    if heading is None:
        return
    start = heading.end() + 1
    for line in page.text[start:].split("\n")[:_ROWS]:
        row = _row(passage, page, start, line)
        if row is not None:
            yield row
        start += len(line) + 1


def _row(passage: Passage, page: Page, start: int, line: str) -> RevisionRow | None:
    days = find_dates(line, day_first=passage.day_first)
    if not days or len(line) > 200:
        return None
    day = days[0]
    before, after = line[: day.start], line[day.end :]
    revision = _REVISION.search(before)
    offset = 0
    if revision is None and not before.strip():
        revision, offset = _REVISION.match(after.lstrip()), day.end + len(after) - len(after.lstrip())
    if revision is None:
        return None
    number = read_at(passage, page, (start + offset + revision.start(1), start + offset + revision.end(1)), revision[1])
    value = day.candidates[0]
    when = read_at(passage, page, (start + day.start, start + day.end), value.value, confidence=value.confidence)
    if number is None or when is None:
        return None
    return RevisionRow(number, when, page, (start + day.end, start + len(line)))
