"""Turns pages into pages without what is not the product's: tables of parts, instruments and support units.

A maker in a list of critical components is not the manufacturer, and the serial number of a receiver is no sample's.
Refuses nothing: a page without such tables comes back as it is.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TypeVar

from docverify.extraction.components import COMPONENT_COLUMNS, COMPONENT_PAGE
from docverify.extraction.locate import Passage
from docverify.reading.page import Line, Page, Table

T = TypeVar("T")
_FOREIGN = re.compile(
    r"\bcal\b\.?|(?:equipment|instruments?) used"
    r"|calibrat|kalibr|校准|inventory|fcc id/doc|mark\(?s?\)? of conformity|object\s*/?\s*part"
    r"|technical data.*standard"
    r"|manufacturer\s*/\s*trade\s*mark|制造商.*认证",
    re.IGNORECASE | re.DOTALL,
)
_TITLE = re.compile(
    r"[\d.\s]*(?:(?:list|table) of )?(?:(?:safety )?critical components?(?: list| information)?"
    r"|components? list|(?:test|measuring|measurement) (?:equipment|instruments?)(?: lists?| used)*"
    r"|(?:equipment|instruments?)(?: lists?| used)+"
    r"|(?:description of )?support units?|ancillary equipment|prüfmittel|messgeräte|verwendete prüfmittel"
    r"|podzespoły krytyczne(?: \([^)]*\))?|componenti critici|componentes críticos|kritische (?:bauteile"
    r"|komponenten)|kritieke onderdelen|(?:liste des )?(?:composants critiques|équipements (?:d'essai"
    r"|utilisés))|测试设备|仪器设备?|关键元器件清单)[\s:.]*",
    re.IGNORECASE,
)
_LISTS = re.compile(
    r"critical|component|podzesp|krytyczn|componenti|componentes|kritisch|kritiek|equipment|instrument"
    r"|support unit|prüfmittel|messger|composant|équipement|设备|仪器|元器件",
    re.IGNORECASE,
)
_SECTION = re.compile(r"^\s*\d{1,2}(?:\.\d{1,2}){0,3}\.?\s+[A-ZÀ-Ž\u3400-\u9fff]")


def product_part(passage: Passage, pages: Sequence[Page], *, titled_lists: bool = True) -> Passage:
    """The passage of those pages, without tables of parts and instruments.

    With `titled_lists`, what stands under the title of such a list goes as well, ruled or not.
    """
    own = tuple(_without(page, titled_lists=titled_lists) for page in pages)
    return Passage(own, passage.sha256, passage.scheme, passage.structure, passage.labels, passage.turns)


def _without(page: Page, *, titled_lists: bool) -> Page:
    if not _FOREIGN.search(page.text) and not _LISTS.search(page.text) and not COMPONENT_PAGE.search(page.text):
        return page
    kept = _without_lists(page) if titled_lists else page.lines
    listed = [line for line in page.lines if line not in kept]
    foreign = [t for t in page.tables if _is_foreign(t) or any(_inside(line, t) for line in listed)]
    tables = tuple(table for table in page.tables if table not in foreign)
    lines = tuple(line for line in kept if not any(_inside(line, table) for table in foreign))
    return replace(page, make_lines=partial(_given, lines), make_tables=partial(_given, tables))


def _given(value: T) -> T:
    """The value, for `partial`: what was worked out once is given again."""
    return value


def _is_foreign(table: Table) -> bool:
    heading = " ".join(cell.text for row in table.rows[:2] for cell in row if cell is not None)
    return bool(_FOREIGN.search(heading)) or any(
        COMPONENT_COLUMNS.fits([COMPONENT_COLUMNS.name(cell.text) if cell is not None else "" for cell in row])
        for row in table.rows[:3]
    )


def _inside(line: Line, table: Table) -> bool:
    x, y = (line.box[0] + line.box[2]) / 2, (line.box[1] + line.box[3]) / 2
    return table.box[0] <= x <= table.box[2] and table.box[1] <= y <= table.box[3]


def _without_lists(page: Page) -> list[Line]:
    """The lines of the page without those under the title of such a list, up to the next numbered title."""
    kept, skipping = [], False
    for line in page.lines:
        if _TITLE.fullmatch(line.text):
            skipping = True
        elif skipping and _SECTION.match(line.text):
            skipping = False
        if not skipping:
            kept.append(line)
    return kept
