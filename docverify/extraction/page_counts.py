"""Turns the page numbers that a paper prints ("Page 3 of 8", "3 / 8") into what it says of its length and what lacks.

Holds for every kind of paper. Two papers behind one another in a section are told apart by the number that starts
again; attachments that count to another total are left out. One number without a total says nothing.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from docverify.reading.folding import from_places
from docverify.reading.page import Page

_COUNT = re.compile(
    r"(?:page|seite|pagina|página|strona|sida|side|blatt|sheet|oldal|strana|stránka|sivu)\s?(?:no\.?|nr\.?)?\s?[:.]?\s{0,2}"
    r"(\d{1,4})\s{0,2}(?:of|von|di|de|van|z|ze|av|af|sur|/)\s{0,2}(\d{1,4})\b"
    r"|第\s?(\d{1,4})\s?页[,，/\s]{0,2}共\s?(\d{1,4})\s?页"
    r"|共\s?(?P<total>\d{1,4})\s?页[,，/\s]{0,2}第\s?(?P<at>\d{1,4})\s?页",
    re.IGNORECASE,
)
_LOWERED_COUNT = re.compile(_COUNT.pattern)
_PAGE_WORDS = (
    *("page", "seite", "pagina", "página", "strona", "sida", "side", "blatt", "sheet", "oldal", "stránka", "sivu"),
    *("第", "共"),
)
_BARE = re.compile(r"^[ \t–—|-]*(\d{1,4})[ \t]?/[ \t]?(\d{1,4})[ \t–—|-]*$", re.MULTILINE)
_IN_FOOTER = re.compile(r"(?<![\w/.,-])(\d{1,4}) ?/ ?(\d{1,4})(?![\w/.,-])")
_MENTIONED = re.compile(
    r"\b(?:see|refer to|on|in|from|siehe|auf|voir|à la|zie|vedi|véase|patrz|se)(?: the)?\s*$", re.IGNORECASE
)
_BEFORE = 20  # characters before a number that may say that another page is meant
_TOTAL = re.compile(r"total number of pages\s*[.:\s]*(\d{1,4})|gesamtseitenzahl\s*[.:\s]*(\d{1,4})", re.IGNORECASE)
_EDGE_LINES = 3  # printed lines at the top and bottom of a page in which a bare "3 / 8" is a page number
_ENOUGH = 0.5  # share of the pages that must bear a number of the count


def page_marks(section: Sequence[Page], file: Sequence[Page], unread: Iterable[int] = ()) -> dict[str, Any]:
    """`page_count_stated`, `pages_missing` (numbers between 1 and it that no page bears) and `pages_elsewhere`.

    `file` are all pages of the file: a count that goes on in the sections beside this one is not cut short by it.
    """
    counts = _counts(section)
    totals = [total for _, total in counts.values()]
    stated = max(set(totals), key=totals.count) if totals else _total(section)
    if not stated:
        return {}
    marks: dict[str, Any] = {"page_count_stated": stated}
    beside = _beside(section, file, stated)
    if beside:
        marks["pages_elsewhere"] = len(beside)
    pages = sorted([*section, *beside], key=_number)
    own = {number: at for number, (at, total) in _counts(pages).items() if total == stated}
    if len(set(own.values())) > 1 and len(own) >= _ENOUGH * min(stated, len(pages)):
        missing = {at for run in _runs([p.number for p in pages], own, unread) for at in _lacking(run, stated)}
        marks["pages_missing"] = sorted(missing)
    return marks


def _number(page: Page) -> int:
    return page.number


def _counts(pages: Sequence[Page]) -> dict[int, tuple[int, int]]:
    """Page of the file → (its printed number, the printed total)."""
    named = {page.number: count for page in pages if (count := _named(page.text)) is not None}
    if named:
        return named
    bare = {page.number: count for page in pages if (count := _bare(page.text)) is not None}
    # Two numbers with a slash may be anything; that several pages count on makes them page numbers.
    steps = [bare[n][1] == bare[n + 1][1] and bare[n][0] + 1 == bare[n + 1][0] for n in bare if n + 1 in bare]
    return bare if len(bare) > 1 and sum(steps) >= max(1, 0.5 * len(bare) - 1) else {}


@lru_cache(maxsize=512)  # the section, the pages beside it and the whole are looked at in turn
def _named(text: str) -> tuple[int, int] | None:
    for match in _counted(text):
        at, total = int(match[1] or match[3] or match["at"]), int(match[2] or match[4] or match["total"])
        before = text[max(0, match.start() - _BEFORE) : match.start()].rpartition("\n")[2]
        if 1 <= at <= total and not _MENTIONED.search(before):
            return at, total
    return None


def _counted(text: str) -> Iterator[re.Match[str]]:
    """The counts that stand behind a word for page."""
    lowered = text.lower()
    if len(lowered) != len(text):
        yield from _COUNT.finditer(text)
        return
    yield from from_places(_LOWERED_COUNT, lowered, _PAGE_WORDS)


def _bare(text: str) -> tuple[int, int] | None:
    lines = [line for line in text.split("\n") if line.strip()]
    for line in (*lines[-_EDGE_LINES:], *lines[:_EDGE_LINES]):
        match = _BARE.match(line) or _IN_FOOTER.search(line)
        if match and 1 <= int(match[1]) <= int(match[2]) and int(match[2]) > 1:
            return int(match[1]), int(match[2])
    return None


def _beside(section: Sequence[Page], file: Sequence[Page], stated: int) -> list[Page]:
    """The pages before and after the section that bear other numbers of the same count."""
    if not section:
        return []
    first, last = section[0].number, section[-1].number
    own = {at for at, _ in _counts(section).values()}
    found: list[Page] = []
    for direction in (reversed([p for p in file if p.number < first]), [p for p in file if p.number > last]):
        for page in direction:
            count = _named(page.text) or _bare(page.text)
            if count is None or count[1] != stated or count[0] in own:
                break
            own.add(count[0])
            found.append(page)
    return found


def _runs(numbers: Sequence[int], counts: Mapping[int, int], unread: Iterable[int]) -> list[set[int]]:
    """The printed numbers of each paper in the pages; pages that print none count where one is due.

    A paper begins where the number starts again.
    """
    runs: list[dict[int, int]] = [{}]
    for number in numbers:
        at = counts.get(number)
        if at is not None and at <= 2 and at in runs[-1].values():
            runs.append({})
        if at is not None:
            runs[-1][number] = at
    silent = (set(numbers) | set(unread)) - set(counts)
    return [_with_silent(run, silent) for run in runs]


def _with_silent(run: Mapping[int, int], silent: set[int]) -> set[int]:
    first = min(run)
    offset = run[first] - first
    return set(run.values()) | {number + offset for number in silent if number + offset >= 1}


def _lacking(run: set[int], stated: int) -> set[int]:
    return set(range(1, stated + 1)) - run


def _total(pages: Sequence[Page]) -> int | None:
    for page in pages[:2]:
        match = _TOTAL.search(page.text)
        if match:
            return int(match[1] or match[2])
    return None
