"""Tells whether one scanned page shows two papers: two sheets laid side by side, or one above the other.

Both halves must have a title of their own near their top, and be of different kinds or bear different numbers. A form
in two languages has one number and one kind in both columns: it is one paper. Pages with text of their own are never
taken apart.
"""

import re
from collections.abc import Sequence
from functools import partial

from docverify.facts.document import DocumentKind
from docverify.facts.evidence import Origin
from docverify.kind_phrases import Hit, Strength, hits_of
from docverify.reading.folding import fold, words_of
from docverify.reading.page import Line, Page
from docverify.reading.turning import turn_of

_FEWEST = 4  # lines of a half that may be a paper
_GUTTER = 0.02  # of the page's width: the empty strip between two sheets
_BAND = (0.35, 0.65)  # where the middle of the page may lie
_TOP = 0.3  # of the half's lines: a title stands among the first
_NUMBER = re.compile(
    r"\b(?:no|nr|number|nummer|ref|n°)\b\.?\s*[:：.]*\s*(?P<number>(?=\S*\d)[A-Z0-9][\w/.-]{4,})", re.IGNORECASE
)


def two_papers(page: Page) -> tuple[str, str] | None:
    """The titles of the two papers that the page shows; None when it shows one."""
    if page.origin is not Origin.OCR or len(page.lines) < 2 * _FEWEST:
        return None
    turn = turn_of(page)
    lines = [(line, _place(page, turn, line)) for line in page.lines if len(line.text.strip()) > 2]
    for split in (_across, _down):
        halves = split(lines)
        if halves is None:
            continue
        titles = [_titled(half) for half in halves]
        if titles[0] is not None and titles[1] is not None and _are_two(titles[0], titles[1], halves):
            return titles[0][0], titles[1][0]
    return None


Placed = tuple[Line, tuple[float, float, float, float]]


def _place(page: Page, turn: str, line: Line) -> tuple[float, float, float, float]:
    """Where the line stands on the upright page, as shares of its width and height: left, top, right, foot."""
    x0, y0, x1, y1 = (
        line.box[0] / page.width,
        line.box[1] / page.height,
        line.box[2] / page.width,
        line.box[3] / page.height,
    )
    if turn == "up":
        return 1 - y1, x0, 1 - y0, x1
    if turn == "down":
        return y0, 1 - x1, y1, 1 - x0
    return (1 - x1, 1 - y1, 1 - x0, 1 - y0) if turn == "over" else (x0, y0, x1, y1)


def _across(lines: Sequence[Placed]) -> tuple[list[Line], list[Line]] | None:
    """The lines left and right of an empty strip near the middle."""
    return _parted(lines, 0, 2, _GUTTER)


def _down(lines: Sequence[Placed]) -> tuple[list[Line], list[Line]] | None:
    """The lines above and below the widest empty strip near the middle, where that is wider than any between lines."""
    return _parted(lines, 1, 3, 2 * _GUTTER)


def _parted(lines: Sequence[Placed], low: int, high: int, least: float) -> tuple[list[Line], list[Line]] | None:
    edges = sorted((place[low], place[high]) for _, place in lines)
    reach, widest, at = 0.0, 0.0, 0.0
    for start, end in edges:
        if start - reach > widest and _BAND[0] <= (start + reach) / 2 <= _BAND[1]:
            widest, at = start - reach, (start + reach) / 2
        reach = max(reach, end)
    if widest < least:
        return None
    first = [line for line, place in lines if place[high] <= at]
    second = [line for line, place in lines if place[low] >= at]
    return (first, second) if min(len(first), len(second)) >= _FEWEST else None


def _titled(half: Sequence[Line]) -> tuple[str, DocumentKind] | None:
    """The title among the first lines of the half, with the kind it speaks for."""
    text = "\n".join(line.text for line in half[: max(2, int(_TOP * len(half)))])
    folded = fold(text)
    hits = [hit for hit in hits_of(text, folded, words_of(folded)) if hit.title]
    for hit in sorted(hits, key=partial(_start)):
        kinds = [use.kind for use in hit.uses if use.strength is Strength.TITLE]
        if kinds:
            return " ".join(text[hit.start : hit.end].split()), kinds[0]
    return None


def _start(hit: Hit) -> int:
    return hit.start


def _are_two(
    one: tuple[str, DocumentKind], other: tuple[str, DocumentKind], halves: tuple[list[Line], list[Line]]
) -> bool:
    if one[1] is not other[1]:
        return True
    numbers = [{m["number"].upper() for line in half for m in _NUMBER.finditer(line.text)} for half in halves]
    return bool(numbers[0]) and bool(numbers[1]) and not numbers[0] & numbers[1]
