"""Turns a list of units (`.csv`, `.tsv`, `.txt`, `.xlsx`, `.xlsm`) into `Unit` records.

What a cell may mean in two ways (03/04/2026, a version that a spreadsheet took for a number) is left out, and the
unit's `doubts` say why. Refuses, with `path:line:column`: a list without serial numbers, a row without one, a column
named twice or mistyped, a formula, a day that is none, more than `MOST_ROWS` rows.
"""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from docverify.errors import UsageError
from docverify.facts.shipment import Unit
from docverify.units.days import day_first, read_day
from docverify.units.headings import checked, columns_of, is_heading
from docverify.units.text_rows import HEADING_WITHIN, text_rows

MOST_ROWS = 200_000
MOST_BYTES = 100_000_000
WORKBOOKS = (".xlsx", ".xlsm")
_SCIENTIFIC = re.compile(r"\d(?:[.,]\d+)?E\+?\d+", re.IGNORECASE)
_NUMBER = "\0"  # behind a cell that a spreadsheet holds as a number that is not whole
_BLANK = frozenset({"", "-", "–", "—", "/", "n/a", "na", "none"})
Row = tuple[int, list[str]]


def read_units(path: Path) -> tuple[Unit, ...]:
    """The units of the file, in its order; UsageError, naming line and column, when it is no such list."""
    try:
        size = path.stat().st_size
        content = path.read_bytes() if size <= MOST_BYTES else b""
    except OSError as error:
        raise UsageError(f"{path}: the list of units cannot be read: {error.strerror}") from error
    if size > MOST_BYTES:
        raise UsageError(f"{path}: the list of units has {size:,} bytes, more than {MOST_BYTES:,}")
    return units_of(content, path=str(path), workbook=path.suffix.lower() in WORKBOOKS)


def units_of(content: bytes, *, path: str, workbook: bool = False) -> tuple[Unit, ...]:
    """The units of the file's content."""
    rows = _rows(content, path, workbook=workbook)
    columns = _heading(rows, path)
    kept = []
    for number, cells in rows:
        if any(cell.strip() for cell in cells):
            kept.append((number, {name: cells[place] if place < len(cells) else "" for place, name in columns.items()}))
        if len(kept) > MOST_ROWS:
            raise UsageError(f"{path}:{number}:1: more than {MOST_ROWS:,} units; split the list")
    if not kept:
        raise UsageError(f"{path}: no unit stands below the names of the columns; a list without units shows nothing")
    first = day_first(cells.get("produced_on", "") for _, cells in kept)
    places = {name: place + 1 for place, name in columns.items()}
    return tuple(_unit(cells, places, f"{path}:{number}", first=first) for number, cells in kept)


def _rows(content: bytes, path: str, *, workbook: bool) -> Iterator[Row]:
    if workbook or content.startswith(b"PK\x03\x04"):
        from docverify.units.workbook import workbook_rows  # the library takes a fifth of a second to load

        return workbook_rows(content, path=path)
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise UsageError(f"{path}: a workbook of Excel 97, or one with a password; save it as .xlsx or .csv")
    return text_rows(content, path=path)


def _heading(rows: Iterator[Row], path: str) -> dict[int, str]:
    """The columns of the heading, which is read up to and with it."""
    seen: list[str] = []
    for number, cells in rows:
        if is_heading(cells):
            return checked(cells, f"{path}:{number}")
        seen = seen or [cell.strip() for cell in cells if cell.strip()]
        if number >= HEADING_WITHIN:
            break
    known = ", ".join(sorted(set(columns_of(seen).values()))) or "none"
    shown = ", ".join(seen[:8]) or "nothing"
    raise UsageError(
        f"{path}:1:1: columns must be serial (at least), hardware, firmware, produced_on, batch, meter, modem, cable, "
        f"inspection, in any language known; found {shown}; known of these: {known}"
    )


def _unit(cells: dict[str, str], places: dict[str, int], at: str, *, first: bool | None) -> Unit:
    doubts: list[str] = []
    _refuse_formulas(cells, places, at)
    values = {name: _value(name, cell, doubts) for name, cell in cells.items() if name != "produced_on"}
    serial = values.pop("serial", None)
    if serial is None:
        raise UsageError(f"{at}:{places['serial']}: a unit without a serial; every row needs one")
    if _SCIENTIFIC.fullmatch(serial):
        raise UsageError(f"{at}:{places['serial']}: {serial!r} has lost its digits; format the column as text")
    produced_on = _produced(cells.get("produced_on", ""), doubts, at, places, first=first)
    return Unit(serial=serial, produced_on=produced_on, doubts=tuple(doubts), **values)


def _refuse_formulas(cells: dict[str, str], places: dict[str, int], at: str) -> None:
    for name, cell in cells.items():
        if cell.lstrip().startswith(("=", "@")):
            raise UsageError(f"{at}:{places[name]}: a formula; copy the list and paste its values")


def _value(name: str, cell: str, doubts: list[str]) -> str | None:
    """The cell as text; None where it is blank, or a version that is not certain."""
    text = " ".join(cell.replace(_NUMBER, "").split())
    if text.casefold() in _BLANK:
        return None
    if name in ("hardware", "firmware") and cell.endswith(_NUMBER):
        doubts.append(f"{name} {text} was kept as a number, so it may be {text}0; format it as text")
        return None
    return text


def _produced(cell: str, doubts: list[str], at: str, places: dict[str, int], *, first: bool | None) -> date | None:
    text = cell.replace(_NUMBER, "").strip()
    if text.casefold() in _BLANK:
        return None
    try:
        readings = read_day(text, first=first)
    except ValueError as error:
        raise UsageError(f"{at}:{places['produced_on']}: produced_on {text!r}: {error}") from error
    if len(readings) == 1:
        return readings[0]
    doubts.append(f"produced_on {text} may be {' or '.join(map(str, readings))}")
    return None
