"""Turns spans of a page's plain text into readings, for values that need no layout.

Refuses a span whose characters stand in no box.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from docverify.extraction.locate import Passage
from docverify.extraction.spotted import Spotted
from docverify.facts.evidence import Evidence, Found, Origin
from docverify.reading.page import Page

T = TypeVar("T")
_OCR_SURE = 0.9  # of a value in text that OCR read, as no word confidence is at hand


def narrowed(passage: Passage, pages: Sequence[Page]) -> Passage:
    """The passage of those of its pages only."""
    return replace(passage, pages=tuple(pages))


def read_at(
    passage: Passage,
    page: Page,
    span: tuple[int, int],
    value: T,
    *,
    confidence: float = 0.97,
    details: Mapping[str, Any] | None = None,
) -> Found[T] | None:
    """The value printed at that span of `page.text`, or None when the span has no box."""
    start, end = span
    while start < end and page.text[start].isspace():
        start += 1
    while end > start and page.text[end - 1].isspace():
        end -= 1
    boxes = page.boxes_of(start, end) if end > start else ()
    if not boxes:
        return None
    sure = confidence * (_OCR_SURE if page.origin is Origin.OCR else 1.0)
    evidence = tuple(Evidence(passage.sha256, page.number, box) for box in boxes)
    return Found(value, page.text[start:end], evidence, page.origin, round(sure, 4), dict(details or {}))


def matches(
    passage: Passage, pattern: re.Pattern[str], *, group: str = "value", pages: Iterable[Page] | None = None
) -> Iterator[tuple[Page, re.Match[str], Found[str]]]:
    """Every match of the pattern in the pages' text, with the reading of its group."""
    for page in passage.pages if pages is None else pages:
        for match in pattern.finditer(page.text):
            found = read_at(passage, page, match.span(group), " ".join(match[group].split()))
            if found is not None:
                yield page, match, found


def first_match(
    passage: Passage, pattern: re.Pattern[str], *, group: str = "value", pages: Iterable[Page] | None = None
) -> Found[str] | None:
    """The reading of the first match of the pattern."""
    return next((found for _, _, found in matches(passage, pattern, group=group, pages=pages)), None)


def spots_on(
    passage: Passage, page: Page, finder: Callable[[str], Iterable[Spotted]], *, confidence: float = 0.97
) -> Iterator[tuple[Spotted, Found[Any]]]:
    """Every value that the finder spots in the page's text, as a reading."""
    for spot in finder(page.text):
        found = read_at(
            passage, page, (spot.start, spot.end), spot.value, confidence=confidence, details=dict(spot.details)
        )
        if found is not None:
            yield spot, found
