"""Pages built from plain words for tests of the layout: every letter is 5 points wide, every line 10 points high."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from docverify.extraction.locate import Passage
from docverify.facts.evidence import Box, Origin
from docverify.reading.page import Cell, Line, Page, Table, Word

LETTER, HEIGHT = 5.0, 10.0


def line(x: float, y: float, text: str, *, origin: Origin = Origin.TEXT, confidence: float = 1.0) -> Line:
    """The text as a line that begins at that place."""
    words = []
    for part in text.split():
        words.append(Word(part, (x, y, x + LETTER * len(part), y + HEIGHT), origin, confidence))
        x += LETTER * (len(part) + 1)
    return Line(tuple(words))


def page(*lines: Line, number: int = 1, tables: Sequence[Table] = (), origin: Origin = Origin.TEXT) -> Page:
    """A page of those lines, in that order."""
    return Page(
        number=number,
        width=600.0,
        height=800.0,
        text="\n".join(entry.text for entry in lines),
        origin=origin,
        make_lines=partial(tuple, lines),
        make_boxes=_no_boxes,
        make_tables=partial(tuple, tables),
    )


def _no_boxes(_start: int, _end: int) -> tuple[Box, ...]:
    return ()


def _one_box(start: int, end: int) -> tuple[Box, ...]:
    return ((start * LETTER, 0.0, end * LETTER, HEIGHT),)


def plain(text: str, *, number: int = 1) -> Page:
    """A page of plain text, of which every span has a box."""
    lines = [line(0.0, 2 * HEIGHT * n, part) for n, part in enumerate(text.split("\n")) if part.strip()]
    return replace(page(*lines, number=number), text=text, make_boxes=_one_box)


def grid(
    *rows: Sequence[str], x: float = 50.0, y: float = 100.0, widths: Sequence[float] = (150.0, 200.0, 150.0)
) -> Table:
    """A ruled table; a cell's text may have several lines."""
    cells: list[tuple[Cell | None, ...]] = []
    top = y
    for number, row in enumerate(rows):
        bottom = top + 14.0 * max(text.count("\n") + 1 for text in row) + 6.0
        left = x
        made: list[Cell | None] = []
        for column, text in enumerate(row):
            box = (left, top, left + widths[column], bottom)
            lines = tuple(line(left + 3, top + 3 + 14 * n, part) for n, part in enumerate(text.split("\n")) if part)
            made.append(Cell(number, column, box, lines))
            left += widths[column]
        cells.append(tuple(made))
        top = bottom
    return Table((x, y, x + sum(widths[: len(rows[0])]), top), tuple(cells))


def passage(*pages: Page, scheme: str | None = None) -> Passage:
    """The pages as a passage."""
    return Passage(tuple(pages), "f" * 64, scheme)


def tabled(table: Table, *others: Line) -> Page:
    """A page that holds the table and the other lines."""
    inside = [entry for row in table.rows for cell in row if cell is not None for entry in cell.lines]
    return page(*inside, *others, tables=[table])
