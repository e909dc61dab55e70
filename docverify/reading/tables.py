"""Cells with their words: the ruled tables of a page, every word in the cell that holds its middle."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from docverify.facts.evidence import Box
from docverify.reading.grid import TOLERANCE, tables_in
from docverify.reading.layout import Piece, Rows, laid_out
from docverify.reading.page import Cell, Line, Table, union
from docverify.reading.rules import Ruling

SMALLEST = 4.0  # points; what is lower or narrower holds no text


@dataclass(frozen=True, slots=True)
class _Placed:
    """A piece, its group and the middle of its word as displayed."""

    x: float
    y: float
    piece: Piece
    group: Rows


def tables_of(rulings: Sequence[Ruling], groups: Sequence[Rows]) -> tuple[Table, ...]:
    """The tables those rules make, top to bottom, with the words of those groups; tables without words are left out."""
    grids = tables_in(rulings)
    if not grids:
        return ()
    placed = [_placed(piece, group) for group in groups for piece in group.pieces]
    tables = [_table(cells, placed) for cells in grids]
    return tuple(table for table in tables if any(cell and cell.lines for row in table.rows for cell in row))


def _placed(piece: Piece, group: Rows) -> _Placed:
    x0, y0, x1, y1 = group.displayed(piece.word.box)
    return _Placed((x0 + x1) / 2, (y0 + y1) / 2, piece, group)


def _table(boxes: list[Box], placed: list[_Placed]) -> Table:
    boxes = [box for box in boxes if box[2] - box[0] >= SMALLEST and box[3] - box[1] >= SMALLEST] or boxes
    outer = union(boxes)
    here = [p for p in placed if outer[0] <= p.x <= outer[2] and outer[1] <= p.y <= outer[3]]
    tops = _stops([box[1] for box in boxes])
    lefts = _stops([box[0] for box in boxes])
    rows: list[list[Cell | None]] = [[None] * len(lefts) for _ in tops]
    by_top = sorted(here, key=_y)
    ys = [p.y for p in by_top]
    for box in boxes:
        row, column = _at(tops, box[1]), _at(lefts, box[0])
        band = by_top[bisect_left(ys, box[1]) : bisect_right(ys, box[3])]
        lines = _lines([p for p in band if box[0] <= p.x <= box[2]])
        rows[row][column] = Cell(row, column, _rounded(box), lines)
    return Table(_rounded(outer), tuple(tuple(row) for row in rows))


def _y(placed: _Placed) -> float:
    return placed.y


def _stops(values: list[float]) -> list[float]:
    stops: list[float] = []
    for value in sorted(values):
        if not stops or value - stops[-1] > TOLERANCE:
            stops.append(value)
    return stops


def _at(stops: list[float], value: float) -> int:
    return max(at for at, stop in enumerate(stops) if stop <= value + 0.01)


def _lines(inside: list[_Placed]) -> tuple[Line, ...]:
    by_group: dict[int, list[_Placed]] = {}
    for placed in inside:
        by_group.setdefault(id(placed.group), []).append(placed)
    return laid_out(Rows([p.piece for p in mine], mine[0].group.displayed) for mine in by_group.values()).lines


def _rounded(box: Box) -> Box:
    return (round(box[0], 2), round(box[1], 2), round(box[2], 2), round(box[3], 2))


def moved(table: Table, displayed: Callable[[Box], Box]) -> Table:
    """The table with every box moved."""
    rows = tuple(tuple(cell and _moved(cell, displayed) for cell in row) for row in table.rows)
    return Table(displayed(table.box), rows)


def _moved(cell: Cell, displayed: Callable[[Box], Box]) -> Cell:
    lines = tuple(Line(tuple(replace(word, box=displayed(word.box)) for word in line.words)) for line in cell.lines)
    return Cell(cell.row, cell.column, displayed(cell.box), lines)
