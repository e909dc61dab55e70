"""Pages to the places where given words stand: the maker's brand left over in a private-label manual.

What to look for comes from the shipment, so it is no field of the paper: the places go into the document's marks,
`watched` (the words looked for) and `mentions` (word, page, boxes, quote). Case, width and the kind of dash do not
matter; a word inside a longer word does not count.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from docverify.facts.document import Document
from docverify.reading.folding import fold
from docverify.reading.page import Page, ReadDocument

_PARTED = re.compile(r"[\s\-\u2010-\u2015]+")
MOST = 20  # places told for one word: enough to show, not a list of every footer


def with_mentions(record: Document, document: ReadDocument, words: Sequence[str]) -> Document:
    """The record with the places of the words in its pages among its marks; unchanged when there are no words."""
    if not words:
        return record
    first, last = record.pages
    pages = [page for page in document.pages if first <= page.number <= last]
    found = [mention for word in words for mention in _mentions(word, pages)]
    return replace(record, marks={**record.marks, "watched": list(words), "mentions": found})


def _mentions(word: str, pages: Iterable[Page]) -> list[dict[str, Any]]:
    pattern = _pattern(word)
    begin = fold(_PARTED.split(word.strip())[0])
    found: list[dict[str, Any]] = []
    for page in pages:
        if begin not in page.folded:  # it is quicker to see than the pattern is to try
            continue
        for match in pattern.finditer(page.text):
            boxes = page.boxes_of(match.start(), match.end())
            place = {"word": word, "page": page.number, "boxes": [list(box) for box in boxes]}
            found.append(place | {"quote": match[0]})
            if len(found) == MOST:
                return found
    return found


def _pattern(word: str) -> re.Pattern[str]:
    """The word with any blank or dash between its parts, not inside a longer word."""
    parts = [re.escape(part) for part in _PARTED.split(word.strip()) if part]
    return re.compile(r"(?<!\w)" + r"[\s\-\u2010-\u2015]*".join(parts) + r"(?!\w)", re.IGNORECASE)
