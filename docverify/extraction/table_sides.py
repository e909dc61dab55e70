"""Turns the headings inside a ruled table into the side of its rows: "OUTPUT" over them, or beside several of them."""

import re
from collections.abc import Sequence

from docverify.reading.page import Cell, Table

_OUTPUT = re.compile(
    r"\s*(?:(?:DC|AC|charging|rated) )?(?:output|ausgang|sortie|uscita|salida|saída|wyjście|uitgang|utgång|udgang"
    r"|utgang|výstup"
    r"|kimenet|lähtö)\b|^\s*(?:直流|交流)?输出",
    re.IGNORECASE,
)
_LONGEST = 40  # characters of a heading


_SIDED = {"rated_voltage": "output_voltage", "rated_current": "output_current", "rated_power": "output_power"}


def key_in_row(key: str, table: Table, row: int) -> str:
    """The label key, of the output side where the row stands under or beside a heading that says output."""
    return _SIDED[key] if key in _SIDED and is_output_row(table, row) else key


def is_output_row(table: Table, row: int) -> bool:
    """Whether the row stands under a heading that says output, or beside a cell that says it of several rows."""
    beside = _beside(table, row)
    if beside is not None:
        return bool(_OUTPUT.match(beside))
    for above in range(row - 1, -1, -1):
        heading = _heading(table.rows[above])
        if heading:
            return bool(_OUTPUT.match(heading))
    return False


def _heading(cells: Sequence[Cell | None]) -> str:
    """The words of a row that is one cell of words without a number; empty for any other row."""
    filled = [cell for cell in cells if cell is not None and cell.lines]
    text = " ".join(filled[0].text.split()) if len(filled) == 1 and cells[0] is filled[0] else ""
    return text if len(text) <= _LONGEST and not any(c.isdigit() for c in text) else ""


def _beside(table: Table, row: int) -> str | None:
    """The words of the first column's cell that reaches over this row and another one."""
    for above in range(row, -1, -1):
        cell = table.rows[above][0] if table.rows[above] else None
        if cell is None:
            continue
        own = next((other for other in table.rows[row][1:] if other is not None), None)
        spans = own is not None and cell.box[3] - cell.box[1] > 1.5 * (own.box[3] - own.box[1])
        reaches = own is not None and cell.box[1] - 1 <= (own.box[1] + own.box[3]) / 2 <= cell.box[3] + 1
        return " ".join(cell.text.split()) if spans and reaches else None
    return None
