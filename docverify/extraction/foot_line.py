"""Turns a line such as "HA-UM-520 Rev. 2.1 2025-05-11" or "DS-6845 Stand 12.8.2025 Index C" into what it identifies."""

import re
from collections.abc import Iterable

from docverify.extraction.fields import Fields, without_empty
from docverify.extraction.locate import Passage
from docverify.extraction.printed import kept
from docverify.extraction.running_text import read_at
from docverify.extraction.values import find_dates
from docverify.reading.page import Page

_CODE = re.compile(
    r"(?<![\w/-])(?P<value>[A-Z]{1,6}[-_][A-Z0-9][A-Z0-9\-_/.]*\d[A-Z0-9\-_/.]*"
    r"|[A-Z]{1,4}\d{4,}[A-Z0-9\-_/.]*)(?![\w/-])"
)
_REVISION = re.compile(
    r"(?:\b(?:rev(?:ision|isione|isión|isie)?|ver(?:sion)?|index|indice|issue|ed|ausgabe|édition|edition"
    r"|edizione|edición|uitgave|wydanie|utgåva|udgave|版本)\b[.:\s]{0,3}|\bv[.\s]?(?=\d))"
    r"(?P<value>\d{1,3}(?:\.\d{1,3}){0,2}[a-z]?|[A-Z]\d?)(?![\w.]*\d)(?=\W|$)",
    re.IGNORECASE,
)
_BARE = re.compile(r"\s{1,4}(?P<value>\d{1,2}|[A-Z])\s{1,4}$")  # "LBL-20771 02 2026-01-13" under "No. Rev. Date"
_LONGEST = 120


def foot_line(passage: Passage, pages: Iterable[Page]) -> Fields:
    """Document number, revision and date of the first line that is nothing but such facts; none without a code."""
    for page in pages:
        start = 0
        for line in page.text.split("\n"):
            found = _read(passage, page, start, line) if len(line) <= _LONGEST else {}
            if found:
                return found
            start += len(line) + 1
    return {}


def _read(passage: Passage, page: Page, start: int, line: str) -> Fields:
    code = _CODE.search(line)
    if code is None or line[: code.start()].count(" ") > 3:
        return {}
    days = [day for day in find_dates(line, day_first=passage.day_first) if day.start >= code.end()]
    revision = next((m for m in _REVISION.finditer(line, code.end()) if not _inside(m.span("value"), days)), None)
    if revision is None and days:
        revision = _BARE.match(line, code.end(), days[0].start)
    if revision is None and not days:
        return {}
    number = read_at(passage, page, (start + code.start("value"), start + code.end("value")), code["value"])
    fields: Fields = {"document_number": kept([number])}
    if revision is not None:
        span = (start + revision.start("value"), start + revision.end("value"))
        fields["revision"] = kept([read_at(passage, page, span, revision["value"])])
    if days:
        value = days[0].candidates[0]
        span = (start + days[0].start, start + days[0].end)
        fields["revised_on"] = kept([read_at(passage, page, span, value.value, confidence=value.confidence)])
    return without_empty(fields)


def _inside(span: tuple[int, int], days: Iterable[object]) -> bool:
    return any(getattr(day, "start", 0) < span[1] and getattr(day, "end", 0) > span[0] for day in days)
