"""Turns tables with a heading row into rows of named cells, ruled or not.

A column is known by the words of its heading. Without rules, lines belong to the column whose heading begins at or
left of them, and a row begins with each line of the first column. A table whose heading lacks a needed column is none.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from docverify.extraction.printed import Printed, printed_lines
from docverify.facts.evidence import Origin
from docverify.reading.page import Cell, Line, Page, Table

_HEAD_LENGTH = 60
_HEAD_ROWS = 4
_SAME_HEAD = 14.0  # points between the tops of the headings of one table


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row by column name."""

    cells: Mapping[str, Printed]


@dataclass(frozen=True, slots=True)
class Columns:
    """Names of columns with what their headings say, and which of them a table must have; the first begins a row."""

    patterns: tuple[tuple[str, re.Pattern[str]], ...]
    needed: tuple[str, ...]
    at_least: int = 2

    @classmethod
    def of(cls, needed: Sequence[str], at_least: int = 2, **patterns: str) -> "Columns":
        """Columns from patterns written as text, in the order in which they are tried."""
        compiled = tuple((name, re.compile(text, re.IGNORECASE)) for name, text in patterns.items())
        return cls(compiled, tuple(needed), at_least)

    def name(self, heading: str) -> str:
        """The column that the heading names; empty for none."""
        flat = " ".join(heading.split())
        if not flat or len(flat) > _HEAD_LENGTH:
            return ""
        return next((name for name, pattern in self.patterns if pattern.search(flat)), "")

    def fits(self, names: Sequence[str]) -> bool:
        """Whether a heading row with these columns is the table that is looked for."""
        known = {name for name in names if name}
        return all(name in known for name in self.needed) and len(known) >= self.at_least


def rows_on(page: Page, columns: Columns, before: Sequence[str] | None = None) -> tuple[list[Row], list[str] | None]:
    """The rows of such tables on the page, and the columns with which the next page may go on.

    `before` are the columns of a table that ended the page before: a first table of that width without a heading of
    its own goes on with them.
    """
    rows: list[Row] = []
    names = None
    for number, table in enumerate(page.tables):
        own = _heading_of(table, columns)
        if own is None and number == 0 and before is not None and len(table.rows[0]) == len(before):
            own = (-1, list(before))
        if own is not None:
            names = own[1]
            rows.extend(_table_rows(page, table, own))
    return (rows, names) if rows else (list(_line_rows(page, columns)), None)


def _heading_of(table: Table, columns: Columns) -> tuple[int, list[str]] | None:
    for number, row in enumerate(table.rows[:_HEAD_ROWS]):
        names = [columns.name(cell.text) if cell is not None else "" for cell in row]
        if columns.fits(names):
            return number, names
    return None


def _table_rows(page: Page, table: Table, heading: tuple[int, list[str]]) -> Iterator[Row]:
    first, names = heading
    for row in table.rows[first + 1 :]:
        cells: dict[str, Printed] = {}
        for name, cell in zip(names, row, strict=False):
            if name and cell is not None and cell.lines and name not in cells:
                cells[name] = _printed(page, cell)
        if cells:
            yield Row(cells)


def _printed(page: Page, cell: Cell) -> Printed:
    origin = Origin.OCR if page.origin is Origin.OCR else Origin.TABLE
    return printed_lines([(page.number, line) for line in cell.lines], origin=origin).trimmed()


def _line_rows(page: Page, columns: Columns) -> Iterator[Row]:
    """Rows of a table without rules."""
    heads, lines = _line_heading(page.lines, columns)
    if not heads:
        return
    first = heads[0][1]
    pending: dict[str, list[Line]] = {}
    row_top = None
    for line in lines:
        name = next((name for edge, name in reversed(heads) if line.box[0] >= edge - 6), "")
        new_row = row_top is None or line.box[1] - row_top > 0.6 * (line.box[3] - line.box[1])
        if name == first and new_row and pending:
            yield _row_of(page, pending)
            pending = {}
        if name == first and new_row:
            row_top = line.box[1]
        if name:
            pending.setdefault(name, []).append(line)
    if pending:
        yield _row_of(page, pending)


def _row_of(page: Page, cells: Mapping[str, list[Line]]) -> Row:
    return Row(
        {name: printed_lines([(page.number, line) for line in lines]).trimmed() for name, lines in cells.items()}
    )


def _line_heading(lines: Sequence[Line], columns: Columns) -> tuple[list[tuple[float, str]], list[Line]]:
    """Left edges and names of the columns, and the lines under the heading from top to bottom."""
    for line in lines:
        if not columns.name(line.text):
            continue
        beside = [other for other in lines if abs(other.box[1] - line.box[1]) < _SAME_HEAD and columns.name(other.text)]
        heads = sorted((other.box[0], columns.name(other.text)) for other in beside)
        if columns.fits([name for _, name in heads]):
            bottom = max(other.box[3] for other in beside)
            under = [other for other in lines if other.box[1] >= bottom - 1]
            return _with_unnamed(lines, heads, beside), sorted(under, key=_top)
    return [], []


def _with_unnamed(
    lines: Sequence[Line], heads: list[tuple[float, str]], beside: Sequence[Line]
) -> list[tuple[float, str]]:
    """The heads, with the edges of headings in the same row that name no column, so that their cells go nowhere."""
    top = beside[0].box[1]
    others = [(line.box[0], "") for line in lines if abs(line.box[1] - top) < 4 and line not in beside]
    named = [head for head in heads if head[1]]
    return sorted([*named, *(head for head in others if head[0] > named[0][0])])


def _top(line: Line) -> tuple[float, float]:
    return round(line.box[1] / 3), line.box[0]
