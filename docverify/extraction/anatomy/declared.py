"""The short declarations of a manual with the internet addresses that follow each."""

import re
from collections.abc import Sequence
from typing import Any

from docverify.facts.document import Document
from docverify.reading.page import Page

_SHORT = frozenset({"simplified_doc", "doc_address"})
_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>\"'()\[\]，。；]*[A-Za-z0-9/]|\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,7}/[\w./?=&#-]+"
)
_BROKEN = re.compile(r"(?<=[/-])\n(?=[\w/])")
_BEHIND = 300  # characters behind the words of the statement in which its address stands
_KNOWN_BY = 40  # first letters of a statement by which it is found on its page


def declared_at(record: Document, pages: Sequence[Page]) -> list[dict[str, Any]]:
    """One entry for each place with a short declaration, as plain JSON: page, boxes, quote, addresses."""
    by_number = {page.number: page for page in pages}
    found: dict[tuple[int, int], dict[str, Any]] = {}
    for entry in record.values("statements"):
        page = by_number.get(entry.evidence[0].page) if entry.evidence else None
        if entry.value not in _SHORT or page is None:
            continue
        at = page.text.find(entry.quote[:_KNOWN_BY])
        start = max(at, 0)
        text = _BROKEN.sub("", page.text[start : start + len(entry.quote) + _BEHIND] if at >= 0 else page.text)
        addresses = [match[0] for match in _ADDRESS.finditer(text)]
        boxes = [list(item.box) for item in entry.evidence if item.page == page.number]
        place = {"page": page.number, "boxes": boxes, "quote": entry.quote, "addresses": addresses[:5]}
        found.setdefault((page.number, start // _BEHIND), place)
    return list(found.values())
