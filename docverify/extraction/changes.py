"""Turns the pages of a change notice into what it says was changed, one entry a printed line.

Read behind labels (`changes.yaml`: subject, description, reason of the change) and from the rows of a table of before
and after. Refuses nothing; words that are neither are not taken for a change.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files

import yaml

from docverify.extraction.columns import Columns
from docverify.facts.evidence import Evidence, Found
from docverify.reading.page import Cell, Page

_LONGEST = 300
# A row that gives the versions is not itself a change.
_VERSION = re.compile(r"\b(?:hardware|firmware|software|version|revision)|版本|硬件|固件|软件", re.IGNORECASE)
_COLUMNS = Columns.of(
    ("before", "after"),
    2,
    before=r"\bbefore\b|\bold\b|vorher|\balt\b|avant|变更前",
    after=r"\bafter\b|\bnew\b|nachher|\bneu\b|après|变更后",
)


@lru_cache(maxsize=1)
def _label() -> "re.Pattern[str]":
    source = files("docverify.extraction").joinpath("changes.yaml").read_text(encoding="utf-8")
    words: list[str] = yaml.load(source, Loader=yaml.CSafeLoader)["labels"]
    return re.compile(rf"^[ \t]*(?:{'|'.join(words)})[ \t]*[:：][ \t]*(?P<value>[^\n]{{3,{_LONGEST}}})", re.I | re.M)


def find_changes(pages: Sequence[Page], sha256: str) -> tuple[Found[str], ...]:
    """Every change that is described, each once, in reading order."""
    found: dict[str, Found[str]] = {}
    for page in pages:
        for match in _label().finditer(page.text):
            boxes = page.boxes_of(*match.span("value"))
            text = " ".join(match["value"].split())
            if boxes and text not in found:
                found[text] = Found(text, text, _at(page, boxes, sha256), page.origin, 0.9)
        for cell in _changed_parts(page):
            text = " ".join(cell.text.split())
            if text and text not in found:
                found[text] = Found(text, text, _at(page, [cell.box], sha256), page.origin, 0.9)
    return tuple(found.values())


def _at(page: Page, boxes: Sequence[tuple[float, float, float, float]], sha256: str) -> tuple[Evidence, ...]:
    return tuple(Evidence(sha256, page.number, box) for box in boxes)


def _changed_parts(page: Page) -> Iterator[Cell]:
    """The first cells of the rows below a heading of before and after."""
    for table in page.tables:
        head = [_COLUMNS.name(cell.text) if cell else "" for cell in table.rows[0]]
        if _COLUMNS.fits(head):
            cells = [row[0] for row in table.rows[1:] if row and head[0] == ""]
            yield from (cell for cell in cells if cell is not None and not _VERSION.search(cell.text))
