"""Lines of a written source to `Page`s with boxes.

A source has no points, so a line is 12 units high and a character 6 wide: the box of a word tells its line,
`line = int(y0 / 12) + 1`, and its column, `int(x0 / 6) + 1`, both in the file, whatever page it is on. A page begins
at every heading of the highest level of which there are several.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

from docverify.facts.evidence import Box, Origin
from docverify.reading.page import Cell, Line, Page, Table, Word

LINE_HEIGHT, CHARACTER = 12.0, 6.0
INK = 10.0  # the height of the letters in a line
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Piece:
    """What is shown of one place of the source: its line (from 1), the column it starts in, and the text.

    `level` is that of a heading, 0 for anything else; `row` and `cell` count within table number `table`, from 0.
    """

    line: int
    text: str
    column: int = 0
    level: int = 0
    table: int | None = None
    row: int = 0
    cell: int = 0


@dataclass(slots=True)
class Written:
    """A source as it was read: what is shown, and what it points at.

    `links` are (line, target), `images` (line, target, words instead), `anchors` what a link within may lead to.
    """

    format: str
    pieces: list[Piece] = field(default_factory=list)
    links: list[tuple[int, str]] = field(default_factory=list)
    images: list[tuple[int, str, str]] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    language: str = ""
    metadata: dict[str, str] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)


def line_of(box: Sequence[float]) -> int:
    """The line of the source that the box of a word lies on, from 1."""
    return int(box[1] / LINE_HEIGHT) + 1


def pages_of(written: Written) -> tuple[Page, ...]:
    """The pages of the source, at least one where anything is shown."""
    pieces = [piece for piece in written.pieces if piece.text.strip()]
    levels = [piece.level for piece in pieces if piece.level]
    # one heading of the highest level is the title: then its chapters are those of the next level
    level = next((level for level in sorted(set(levels)) if levels.count(level) > 1), 0)
    chapters: list[list[Piece]] = [[]]
    for piece in pieces:
        if 0 < piece.level <= level and chapters[-1]:
            chapters.append([])
        chapters[-1].append(piece)
    last = max((piece.line for piece in pieces), default=1)
    return tuple(_page(number, chapter, last) for number, chapter in enumerate(chapters, 1) if chapter)


def _page(number: int, pieces: list[Piece], last: int) -> Page:
    text, starts = "", []
    for before, piece in zip([None, *pieces[:-1]], pieces, strict=True):
        if before is not None:
            same_row = piece.table is not None and (before.table, before.row) == (piece.table, piece.row)
            text += "\t" if same_row else "\n"
        starts.append(len(text))
        text += piece.text
    width = max(piece.column + len(piece.text) for piece in pieces) * CHARACTER
    return Page(
        number=number,
        width=width,
        height=last * LINE_HEIGHT,
        text=text,
        origin=Origin.TEXT,
        make_lines=partial(_lines, pieces),
        make_boxes=partial(_boxes, pieces, starts),
        make_tables=partial(_tables, pieces),
    )


def _box(piece: Piece, start: int, end: int) -> Box:
    top = (piece.line - 1) * LINE_HEIGHT
    left = (piece.column + start) * CHARACTER
    return (left, top, left + (end - start) * CHARACTER, top + INK)


def _line(piece: Piece) -> Line:
    return Line(tuple(Word(match[0], _box(piece, *match.span())) for match in _WORD.finditer(piece.text)))


def _lines(pieces: list[Piece]) -> tuple[Line, ...]:
    return tuple(_line(piece) for piece in pieces)


def _boxes(pieces: list[Piece], starts: list[int], start: int, end: int) -> tuple[Box, ...]:
    found = []
    for piece, offset in zip(pieces, starts, strict=True):
        first, last = max(start - offset, 0), min(end - offset, len(piece.text))
        if first < last and piece.text[first:last].strip():
            found.append(_box(piece, first, last))
    return tuple(found)


def _tables(pieces: list[Piece]) -> tuple[Table, ...]:
    numbers = dict.fromkeys(piece.table for piece in pieces if piece.table is not None)
    return tuple(_table([piece for piece in pieces if piece.table == number]) for number in numbers)


def _table(cells: list[Piece]) -> Table:
    """The table: a cell may hold several pieces, and one nobody wrote anything in is None."""
    rows = max(piece.row for piece in cells) + 1
    columns = max(piece.cell for piece in cells) + 1
    grid: list[list[Cell | None]] = [[None] * columns for _ in range(rows)]
    for piece in cells:
        before = grid[piece.row][piece.cell]
        lines = (*(before.lines if before else ()), _line(piece))
        grid[piece.row][piece.cell] = Cell(piece.row, piece.cell, _around(lines), lines)
    boxes = [cell.box for row in grid for cell in row if cell]
    box = (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
    return Table(box, tuple(tuple(row) for row in grid))


def _around(lines: Sequence[Line]) -> Box:
    boxes = [line.box for line in lines]
    return (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
