"""Cells with their words: the ruled tables of a page, every word in the cell that holds its middle."""

from collections.abc import Sequence

from docverify.facts.evidence import Box
from docverify.reading.geometry import centre_inside
from docverify.reading.grid import TOLERANCE, tables_in
from docverify.reading.layout import Piece, Rows, laid_out
from docverify.reading.page import Cell, Line, Table, union
from docverify.reading.rules import Ruling

SMALLEST = 4.0  # points; what is lower or narrower holds no text


def tables_of(rulings: Sequence[Ruling], groups: Sequence[Rows]) -> tuple[Table, ...]:
    """The tables those rules make, top to bottom, with the words of those groups; tables without words are left out."""
    grids = tables_in(rulings)
    if not grids:
        return ()
    tables = [_table(cells, groups) for cells in grids]
    return tuple(table for table in tables if any(cell and cell.lines for row in table.rows for cell in row))


def _table(boxes: list[Box], groups: Sequence[Rows]) -> Table:
    boxes = [box for box in boxes if box[2] - box[0] >= SMALLEST and box[3] - box[1] >= SMALLEST] or boxes
    tops = _stops([box[1] for box in boxes])
    lefts = _stops([box[0] for box in boxes])
    rows: list[list[Cell | None]] = [[None] * len(lefts) for _ in tops]
    for box in boxes:
        row, column = _at(tops, box[1]), _at(lefts, box[0])
        lines = tuple(line for group in groups for line in _lines(group, box))
        rows[row][column] = Cell(row, column, _rounded(box), lines)
    return Table(_rounded(union(boxes)), tuple(tuple(row) for row in rows))


def _stops(values: list[float]) -> list[float]:
    stops: list[float] = []
    for value in sorted(values):
        if not stops or value - stops[-1] > TOLERANCE:
            stops.append(value)
    return stops


def _at(stops: list[float], value: float) -> int:
    return max(at for at, stop in enumerate(stops) if stop <= value + 0.01)


def _lines(group: Rows, box: Box) -> tuple[Line, ...]:
    inside: list[Piece] = [piece for piece in group.pieces if centre_inside(group.displayed(piece.word.box), box)]
    return laid_out([Rows(inside, group.displayed)]).lines if inside else ()


def _rounded(box: Box) -> Box:
    return (round(box[0], 2), round(box[1], 2), round(box[2], 2), round(box[3], 2))
