"""Turns pages into pages without what is not the product's: tables of parts, instruments and support units.

A maker in a list of critical components is not the manufacturer, and the serial number of a receiver is no sample's.
Refuses nothing: a page without such tables comes back as it is.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from docverify.extraction.locate import Passage
from docverify.reading.page import Line, Page, Table

_FOREIGN = re.compile(
    r"\bcal\b\.?|calibrat|kalibr|校准|inventory|fcc id/doc|mark\(?s?\)? of conformity|object\s*/?\s*part|technical data.*standard"
    r"|manufacturer\s*/\s*trade\s*mark|制造商.*认证",
    re.IGNORECASE | re.DOTALL,
)
_TITLE = re.compile(
    r"(?:list of )?(?:safety )?critical components?|components? list|(?:test )?(?:equipment|instruments?)(?: list| used)?|support units?|"
    r"description of support|prüfmittel|messgeräte|liste des (?:composants|équipements)|测试设备|仪器",
    re.IGNORECASE,
)
_SECTION = re.compile(r"^\s*\d{1,2}(?:\.\d{1,2}){0,3}\.?\s+[A-ZÀ-Ž\u3400-\u9fff]")


def product_part(passage: Passage, pages: Sequence[Page]) -> Passage:
    """The passage of those pages, without lists of parts and instruments."""
    return replace(passage, pages=tuple(_without(page) for page in pages), **_fresh())


def _fresh() -> dict[str, dict[int, object]]:
    return {name: {} for name in ("_seen", "_label_words", "_printed")}


def _without(page: Page) -> Page:
    if not _FOREIGN.search(page.text) and not _TITLE.search(page.text):
        return page
    foreign = [table for table in page.tables if _is_foreign(table)]
    tables = tuple(table for table in page.tables if table not in foreign)
    lines = tuple(line for line in _without_lists(page) if not any(_inside(line, table) for table in foreign))
    return replace(page, make_lines=_Given(lines), make_tables=_Given(tables))


class _Given:
    """Gives what it was made with: a picklable constant function."""

    def __init__(self, value: tuple[object, ...]) -> None:
        self._value = value

    def __call__(self) -> tuple[object, ...]:
        return self._value


def _is_foreign(table: Table) -> bool:
    heading = " ".join(cell.text for row in table.rows[:2] for cell in row if cell is not None)
    return bool(_FOREIGN.search(heading))


def _inside(line: Line, table: Table) -> bool:
    x, y = (line.box[0] + line.box[2]) / 2, (line.box[1] + line.box[3]) / 2
    return table.box[0] <= x <= table.box[2] and table.box[1] <= y <= table.box[3]


def _without_lists(page: Page) -> list[Line]:
    """The lines of the page without those under the title of such a list, up to the next numbered title."""
    kept, skipping = [], False
    for line in page.lines:
        if _TITLE.search(line.text) and len(line.text) < 60 and not line.text.rstrip().endswith((":", "：")):
            skipping = True
        elif skipping and _SECTION.match(line.text):
            skipping = False
        if not skipping:
            kept.append(line)
    return kept
