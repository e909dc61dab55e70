"""Finds sentences by which a paper limits, ends or suspends what it says: "valid only for model A", "suspended".

Nothing decides here whether the limit leaves out what ships: the places go into the marks `limited`, and people look.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib import resources
from typing import Any

import yaml

from docverify.facts.document import DocumentKind
from docverify.reading.page import Page

LIMITING = frozenset(
    (
        *(DocumentKind.DECLARATION, DocumentKind.CERTIFICATE, DocumentKind.LABORATORY_REPORT),
        *(DocumentKind.CHANGE_NOTICE, DocumentKind.OTHER, DocumentKind.UNKNOWN),
    )
)
MOST = 5
LONGEST = 160


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    table = yaml.safe_load(resources.files("docverify.extraction").joinpath("limits.yaml").read_text("utf-8"))
    flags = re.IGNORECASE | re.MULTILINE
    return re.compile("|".join(table["limits"]), flags), re.compile("|".join(table["kept"]), flags)


def limits_on(pages: Sequence[Page]) -> Iterator[dict[str, Any]]:
    """The printed lines that limit the paper, with their places."""
    limits, kept = _patterns()
    for page in pages:
        for match in limits.finditer(page.text):
            start, end = _line(page.text, match)
            words = page.text[start:end].strip()
            if kept.search(page.text[start : end + 1]):
                continue
            boxes = page.boxes_of(start, end)
            if boxes:
                quote = words[:LONGEST]
                yield {"how": "limit", "page": page.number, "boxes": [list(box) for box in boxes], "quote": quote}


def _line(text: str, match: re.Match[str]) -> tuple[int, int]:
    start = text.rfind("\n", 0, match.start()) + 1
    end = text.find("\n", match.end())
    return start, len(text) if end < 0 else end
