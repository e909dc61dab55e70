"""Turns a workbook (`.xlsx`, `.xlsm`) into rows of printed cells. Refuses formulas, and two sheets of units.

A cell that holds a formula shows what some program last computed, or nothing; it is refused rather than believed.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import openpyxl

from docverify.errors import UsageError
from docverify.units.headings import is_heading

HEADING_WITHIN = 30
MOST_BYTES = 400_000_000  # of the unpacked workbook
# What the library raises on a damaged workbook; a syntax error is one of XML.
DAMAGE = (
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    SyntaxError,
    OSError,
    EOFError,
    zipfile.BadZipFile,
    zlib.error,
)
DIGITS = 15  # that a number of a spreadsheet keeps


def workbook_rows(content: bytes, *, path: str) -> Iterator[tuple[int, list[str]]]:
    """Every row of the one sheet that lists units, with its number; UsageError when there is none, or several."""
    _check_size(content, path)
    try:
        yield from _rows_of_units(content, path)
    except DAMAGE as error:
        raise UsageError(f"{path}: the workbook is damaged: {error}") from error


def _rows_of_units(content: bytes, path: str) -> Iterator[tuple[int, list[str]]]:
    book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=False, keep_links=False)
    with_units = [sheet for sheet in book.worksheets if _has_heading(sheet)]
    names = ", ".join(sheet.title for sheet in with_units)
    if len(with_units) > 1:
        raise UsageError(f"{path}: {len(with_units)} sheets list units ({names}); keep one, hidden sheets count")
    if not with_units:
        raise UsageError(f"{path}:1:1: no sheet has a heading with a column of serial numbers")
    for number, row in enumerate(with_units[0].iter_rows(), 1):
        yield number, [_printed(cell, f"{path}:{number}:{place}") for place, cell in enumerate(row, 1)]


def _check_size(content: bytes, path: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
    except zipfile.BadZipFile as error:
        raise UsageError(f"{path}: it is no workbook of Excel 2007 or later; save it as .xlsx or .csv") from error
    if size > MOST_BYTES:
        raise UsageError(f"{path}: the workbook unpacks to {size:,} bytes, more than {MOST_BYTES:,}")


def _has_heading(sheet: Any) -> bool:
    rows = sheet.iter_rows(max_row=HEADING_WITHIN, values_only=True)
    return any(is_heading(["" if cell is None else str(cell) for cell in row]) for row in rows)


def _printed(cell: Any, at: str) -> str:
    """The cell as text. A number that is not whole is marked, as `1.1` may have been `1.10`."""
    value = cell.value
    if value is None:
        return ""
    if cell.data_type == "f":
        raise UsageError(f"{at}: a formula; copy the list and paste its values")
    if cell.data_type == "e":
        raise UsageError(f"{at}: the cell shows the error {value}")
    if isinstance(value, datetime | date):
        return value.strftime("%Y-%m-%d")
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, int) and len(str(abs(value))) > DIGITS:
        raise UsageError(
            f"{at}: a number of more than {DIGITS} digits, of which Excel lost the last; format it as text"
        )
    return f"{value!r}\0" if isinstance(value, float) else str(value)
