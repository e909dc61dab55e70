"""What a manual points at: numbered chapters, captions, and references to figures, tables, sections and pages.

A reference dangles when the manual numbers such things and the number is not among them. Where it numbers none (the
captions may be inside the pictures), nothing can be said, and nothing is.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from docverify.extraction.anatomy import words
from docverify.reading.page import Page

_HEADING = re.compile(r"^[ \t]*(\d{1,2}(?:\.\d{1,2}){0,3})\.?[ \t]+(?=[^\W\d_])([^\n]{2,80}?)[ \t]*$", re.MULTILINE)
_CONTENTS_LINE = re.compile(r"^[^\n]{0,3}[^\n]{3,120}?(?:\.[ .]{3,}|\t| {3,}|…+)\s*\d{1,4}\s*$", re.MULTILINE)
_CONTENTS_DOTS = re.compile(r"\.[ .]{3}")
_SENTENCE_END = re.compile(r"[.;:,!?]$")
_CAPTION_START = re.compile(r"(?:^|\n)[ \t]*$")
_ABROAD = re.compile(
    r"\s*\)?,?\s*(?:of|der|des|du|de la|van|del|della|do|av|in|aus)\s+(?:the\s+|la\s+|de\s+)?(?:[A-Z]{2,}|RFC|GNU|GPL)"
)
_ENOUGH_HEADINGS = 5
_FEW_HEADINGS = 2  # numbered one after the other
_ENOUGH_CONTENTS = 6
_MANY_PAGES_ON = 1.0
# a word of letters with a number after it: every pointer begins like that, and few words do
_BEFORE_NUMBER = re.compile(r"(?<!\w)[^\W\d_]+\.?[ \u00a0]{0,2}\d")
_PAGES_KEPT = 1024  # whose matches are kept for the next question


def contents_pages(pages: Sequence[Page]) -> frozenset[int]:
    """The numbers of the pages that list the contents: many lines that end in a page number."""
    return frozenset(page.number for page in pages if _lists_contents(page.text))


def _lists_contents(text: str) -> bool:
    """Whether the page lists contents; what parts a title from its page number is looked for first: it is quick."""
    if "\t" in text or "   " in text or "…" in text or _CONTENTS_DOTS.search(text):
        return len(_CONTENTS_LINE.findall(text)) >= _ENOUGH_CONTENTS
    return False


@lru_cache(maxsize=_PAGES_KEPT)
def _headings(text: str) -> tuple[re.Match[str], ...]:
    return tuple(match for at in words.line_starts(text) if (match := _HEADING.match(text, at)))


@lru_cache(maxsize=_PAGES_KEPT)
def _numbered_words(text: str) -> tuple[int, ...]:
    return tuple(match.start() for match in _BEFORE_NUMBER.finditer(text))


@lru_cache(maxsize=4 * _PAGES_KEPT)
def _pointers(text: str, kind: str) -> tuple[re.Match[str], ...]:
    """Every word of that kind with its number."""
    pattern = words.pointer(kind)
    return tuple(match for at in _numbered_words(text) if (match := pattern.match(text, at)))


def chapters(pages: Sequence[Page], skipped: frozenset[int]) -> list[list[str]]:
    """The numbered headings as [number, title], each number once, in order of standing."""
    found: dict[str, str] = {}
    for page in pages:
        if page.number in skipped:
            continue
        for match in _headings(page.text):
            number, title = match[1], " ".join(match[2].split())
            if number not in found and not _SENTENCE_END.search(title) and _follows(number, found):
                found[number] = title
    return [[number, title] for number, title in found.items()]


def _follows(number: str, found: dict[str, str]) -> bool:
    """Whether a heading of that number may stand here: the first of its kind, or the next after one that stands."""
    parts = [int(part) for part in number.split(".")]
    if parts[-1] == 0 or parts[0] > 40:
        return False
    before = ".".join(map(str, [*parts[:-1], parts[-1] - 1]))
    above = ".".join(map(str, parts[:-1]))
    return before in found or (parts[-1] == 1 and (len(parts) == 1 or above in found))


def captioned(pages: Iterable[Page], kind: str) -> frozenset[str]:
    """The numbers of the captions of that kind: the word and its number at the start of a line."""
    return frozenset(
        _number(match[1])
        for page in pages
        for match in _pointers(page.text, kind)
        if _CAPTION_START.search(page.text, max(0, match.start() - 40), match.start())
    )


def _number(text: str) -> str:
    return text.replace("–", "-")


def dangling(
    pages: Sequence[Page], page_count: int, *, skipped: frozenset[int], beside: Sequence[Page] = ()
) -> Iterator[dict[str, Any]]:
    """References of one language part that lead nowhere, in reading order by kind; they may lead to pages `beside`.

    `skipped` are the pages that list the contents.
    """
    for kind in ("figure", "table"):
        known = captioned(pages, kind)
        if known:
            yield from _missing(pages, kind, known | captioned(beside, kind), skipped)
    headings = _heading_numbers((*pages, *beside))
    if len(headings) >= _ENOUGH_HEADINGS:
        yield from _missing(pages, "section", headings, skipped)
    elif len(chapters(pages, skipped)) >= _FEW_HEADINGS:
        yield from _missing(pages, "section", headings, skipped, pointing=True)
    last = page_count * _MANY_PAGES_ON
    for page, match in _references(pages, "page", skipped):
        if int(match[1]) > last and _is_pointing(page.text, match):
            yield _place(page, match, "page")


def _heading_numbers(pages: Sequence[Page]) -> frozenset[str]:
    """Every number that a heading or a line of the contents starts with, and the chapters above them."""
    found = {match[1] for page in pages for match in _headings(page.text)}
    found |= {match[1] for page in pages for match in _pointers(page.text, "section") if _leads(page, match)}
    return frozenset(found | {number.rsplit(".", depth)[0] for number in found for depth in (1, 2, 3)})


def _leads(page: Page, match: re.Match[str]) -> bool:
    """Whether the words are a heading themselves: `Chapter 3` at the start of a line."""
    return bool(_CAPTION_START.search(page.text, max(0, match.start() - 40), match.start()))


def _missing(
    pages: Sequence[Page], kind: str, known: frozenset[str], skipped: frozenset[int], *, pointing: bool = False
) -> Iterator[dict[str, Any]]:
    """Those that lead to no known number; of a manual of few chapters only where a word sends the reader there."""
    for page, match in _references(pages, kind, skipped):
        number = _number(match[1])
        if kind != "section" and not _is_like(number, known):
            continue
        if pointing and not _is_pointing(page.text, match):
            continue
        if number not in known and not _ABROAD.match(page.text, match.end()):
            yield _place(page, match, kind)


def _is_like(number: str, known: frozenset[str]) -> bool:
    """Whether most captions are numbered as deep: `Fig. 1` within a picture is none of `Figure 3.1`, `Figure 3.2`."""
    depth = len(re.findall(r"[.-]", number))
    alike = sum(len(re.findall(r"[.-]", other)) == depth for other in known)
    return alike * 2 > len(known)


def _references(pages: Sequence[Page], kind: str, skipped: frozenset[int]) -> Iterator[tuple[Page, re.Match[str]]]:
    for page in pages:
        if page.number not in skipped:
            for match in _pointers(page.text, kind):
                yield page, match


_POINTING = re.compile(
    r"(?:see|siehe|s\.|voir|cf\.?|vedi|véase|ver|zie|patrz|zob\.|se|ks\.|viz|\(|auf|on|à la|a|na|op|på)\s*$"
)


def _is_pointing(text: str, match: re.Match[str]) -> bool:
    """Whether a word before it sends the reader there; `page 300` of a catalogue does not."""
    return bool(_POINTING.search(text[max(0, match.start() - 12) : match.start()].lower()))


def _place(page: Page, match: re.Match[str], kind: str) -> dict[str, Any]:
    boxes = [list(box) for box in page.boxes_of(*match.span())]
    quote = " ".join(match[0].split())
    return {"page": page.number, "boxes": boxes, "quote": quote, "kind": kind, "target": quote}
