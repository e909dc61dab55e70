"""Turns tables of critical components into one reading per part, with maker, type, rating, standard and approval.

Read from ruled tables whose heading row names the columns; where nothing is ruled, from lines under such a heading by
their left edges. A row without a part name goes on with the part above it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docverify.extraction.locate import Passage
from docverify.extraction.printed import Printed, joined, printed_lines
from docverify.facts.evidence import Found, Origin
from docverify.reading.page import Cell, Line, Page, Table

_COLUMNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern, re.IGNORECASE))
    for name, pattern in (
        ("part", r"^(?:object|part|component|item(?! ?no)|description|bauteil|bezeichnung|composant|componente|onderdeel|element|名称|元器件|零部件|部件)"),
        ("maker", r"manufactur|maker|supplier|vendor|trademark|hersteller|fabricant|fabbricante|fabricante|fabrikant|producent|制造商|厂家|供应商"),
        ("type", r"\btype\b|model|\btyp\b|modell|modèle|modello|modelo|型号|part ?no|part number|order"),
        ("rating", r"technical data|rating|technische daten|caractér|dati tecnici|datos|specification|value|参数|规格|技术"),
        ("standard", r"standard|norm|标准"),
        ("approval", r"mark|conformity|approval|certificat|evidence|zulassung|zertifikat|认证|证书"),
    )
)
_PAGE = re.compile(
    r"critical component|list of (?:safety )?(?:critical )?(?:components|parts)|components? (?:list|information)|constructional data|bill of material"
    r"|object\s*/?\s*part|safety critical|kritische\w* (?:bauteile|komponenten)|bauteilliste|stückliste|composants critiques|componenti critici"
    r"|componentes críticos|关键元器件|关键零部件|物料清单|mark\(?s?\)? of conformity",
    re.IGNORECASE,
)
_NO_PART = re.compile(r"^(?:supplementary|note|remark|\d\)|an asterisk|provided|interchangeable|alternat\w*|\(?alternative\)?|page\b|trf|bemerkung|anmerkung|\*)", re.IGNORECASE)
_LONGEST = 90


@dataclass(frozen=True, slots=True)
class _Row:
    """The cells of one row by column name."""

    cells: dict[str, Printed]


def find_components(passage: Passage) -> tuple[Found[str], ...]:
    """Every critical component, in reading order."""
    found: list[Found[str]] = []
    columns: list[str] | None = None
    for page in passage.pages:
        if columns is None and not _PAGE.search(page.text):
            continue
        if not _PAGE.search(page.text) and not page.tables:
            columns = None
            continue
        rows, columns = _rows_on(page, columns)
        for row in rows:
            reading = _reading(passage, row)
            if reading is not None:
                found.append(reading)
    return tuple(found)


def _rows_on(page: Page, before: list[str] | None) -> tuple[list[_Row], list[str] | None]:
    """The rows of component tables on the page, and the columns with which the next page may go on."""
    rows: list[_Row] = []
    columns = None
    for number, table in enumerate(page.tables):
        own = _columns_of_table(table)
        if own is None and number == 0 and before is not None and len(table.rows[0]) == len(before):
            own = (-1, before)
        if own is not None:
            columns = own[1]
            rows.extend(_table_rows(page, table, own))
    if not rows and _PAGE.search(page.text):
        rows = list(_line_rows(page))
    return rows, columns


def _columns_of_table(table: Table) -> tuple[int, list[str]] | None:
    """The row that names the columns, and their names; None when the table is no component table."""
    for number, row in enumerate(table.rows[:4]):
        names = [_column(cell.text) if cell is not None else "" for cell in row]
        if "part" in names and "maker" in names and len({n for n in names if n}) >= 3:
            return number, names
    return None


def _column(text: str) -> str:
    flat = " ".join(text.split())
    if not flat or len(flat) > 60:
        return ""
    return next((name for name, pattern in _COLUMNS if pattern.search(flat)), "")


def _table_rows(page: Page, table: Table, columns: tuple[int, list[str]]) -> Iterator[_Row]:
    first, names = columns
    for row in table.rows[first + 1 :]:
        cells: dict[str, Printed] = {}
        for name, cell in zip(names, row, strict=False):
            if name and cell is not None and cell.lines and name not in cells:
                cells[name] = _printed(page, cell)
        if cells:
            yield _Row(cells)


def _printed(page: Page, cell: Cell) -> Printed:
    origin = Origin.OCR if page.origin is Origin.OCR else Origin.TABLE
    return printed_lines([(page.number, line) for line in cell.lines], origin=origin).trimmed()


def _line_rows(page: Page) -> Iterator[_Row]:
    """Rows of a table without rules: lines under a heading, parted by the left edges of the heading's cells."""
    heads, lines = _heading(page.lines)
    if not heads:
        return
    pending: dict[str, list[Line]] = {}
    last_bottom = 0.0
    for line in lines:
        name = next((name for edge, name in reversed(heads) if line.box[0] >= edge - 4), heads[0][1])
        if name == "part" and pending.get("part") and line.box[1] - last_bottom > -2:
            yield _row_of(page, pending)
            pending = {}
        pending.setdefault(name, []).append(line)
        last_bottom = line.box[3] if name == "part" else last_bottom
    if pending:
        yield _row_of(page, pending)


def _row_of(page: Page, cells: dict[str, list[Line]]) -> _Row:
    return _Row({name: printed_lines([(page.number, line) for line in lines]).trimmed() for name, lines in cells.items()})


def _heading(lines: Sequence[Line]) -> tuple[list[tuple[float, str]], list[Line]]:
    """Left edges and names of the columns, and the lines under the heading from top to bottom."""
    for line in lines:
        if _column(line.text) != "part":
            continue
        beside = [other for other in lines if abs(other.box[1] - line.box[1]) < 14]
        heads = sorted((other.box[0], _column(other.text)) for other in beside if _column(other.text))
        if len({name for _, name in heads}) >= 3 and any(name == "maker" for _, name in heads):
            bottom = max(other.box[3] for other in beside if _column(other.text))
            under = [other for other in lines if other.box[1] >= bottom - 1]
            return heads, sorted(under, key=_top)
    return [], []


def _top(line: Line) -> tuple[float, float]:
    return round(line.box[1] / 3), line.box[0]


def _reading(passage: Passage, row: _Row) -> Found[str] | None:
    part = row.cells.get("part")
    if part is None or _NO_PART.match(part.text) or not any(c.isalpha() for c in part.text) or len(row.cells) < 2:
        return None
    name = " ".join(part.text.split())
    if len(name) > _LONGEST:
        return None
    details = {key: " ".join(value.text.split()) for key, value in row.cells.items() if key != "part" and value.text}
    return passage.found(joined([part]), name, details=details)
