"""Turns a label in a cell of a ruled table into the cells that hold its value: to the right, or down its column."""

import re
from collections.abc import Iterator, Mapping, Sequence

from docverify.extraction.candidate import Candidate, scored
from docverify.extraction.layout import Hit, Region, same_key
from docverify.extraction.printed import printed_lines
from docverify.facts.evidence import Origin
from docverify.reading.page import Cell, Table

_DIGIT = re.compile(r"\d")
_HAN = re.compile(r"[\u3400-\u9fff]")
_OF_COLUMNS = frozenset({"models", "serial_numbers", "hardware_version", "firmware_version", "software_version"})
_WORDS_OF_A_LABEL = 4
_PADDING = 14.0  # points: an empty column no wider parts label and value, and holds no value


def has_value_cell(
    region: Region, hit: Hit, by_cell: Mapping[int, Region], hits: Mapping[int, tuple[Hit, ...]]
) -> bool:
    """Whether the label begins its cell and the next cell begins with no label: then the value stands there."""
    if region.table is None or region.cell is None or hit.strips[0] != 0 or hit.strength not in ("alone", "colon"):
        return False
    if region.strips[hit.strips[-1]].printed.part(hit.end).trimmed():
        return False
    right = _next_cell(region.table, region.cell)
    if right is None or not right.lines or _holds_its_value(region, hit, right):
        return False
    return not any(h.strips[0] == 0 for h in hits[id(by_cell[id(right)])])


def _holds_its_value(region: Region, hit: Hit, right: Cell) -> bool:
    """Whether label and value share the cell as they do in the next one: lines under each label, in its own script."""
    own = [strip.printed.text for index, strip in enumerate(region.strips) if index > hit.strips[-1]]
    if not own or len(right.lines) < 2 or right.box[1] > region.strips[0].box[1]:
        return False
    label = region.strips[hit.strips[-1]].printed.text
    translated = bool(_HAN.search(own[0])) != bool(_HAN.search(label))
    return not translated and own[0][:1] not in "(（[" and _is_headline(right)


def _is_headline(cell: Cell) -> bool:
    """Whether the first line of the cell reads like a label: short words without a digit."""
    first = cell.lines[0].text
    return len(first.split()) <= _WORDS_OF_A_LABEL and not _DIGIT.search(first) and "," not in first


def _fills(region: Region, hits: Sequence[Hit]) -> bool:
    """Whether the cell holds labels and nothing else."""
    taken = {index for hit in hits for index in hit.strips if hit.strength in ("alone", "colon")}
    return bool(hits) and len(taken) == len(region.strips)


def in_other_cells(
    region: Region, hit: Hit, by_cell: Mapping[int, Region], hits: Mapping[int, tuple[Hit, ...]]
) -> Iterator[Candidate]:
    """What the cells to the right of the label, else under it, hold as its value."""
    table, cell = region.table, region.cell
    if table is None or cell is None:
        return
    right = _next_cell(table, cell)
    if right is not None and not _is_label(by_cell[id(right)], hits) and not _heads_a_column(hit, table, cell, right):
        if right.lines:
            yield from _cell_candidate(hit, table, right, region, hits, hits[id(by_cell[id(right)])])
        return
    for row in table.rows[cell.row + 1 :]:
        under = row[cell.column] if cell.column < len(row) else None
        if under is None or not under.lines:
            continue
        if _is_label(by_cell[id(under)], hits):
            return
        yield from _cell_candidate(hit, table, under, region, hits, hits[id(by_cell[id(under)])])


def _is_label(region: Region, hits: Mapping[int, tuple[Hit, ...]]) -> bool:
    own = hits[id(region)]
    return bool(own) and _fills(region, own)


def _heads_a_column(hit: Hit, table: Table, cell: Cell, right: Cell) -> bool:
    """Whether a label of models, samples or versions heads a column: numbers stand under it, words alone beside it."""
    if hit.key not in _OF_COLUMNS or _DIGIT.search(right.text):
        return False
    under = [row[cell.column] for row in table.rows[cell.row + 1 :] if cell.column < len(row)]
    first = next((other for other in under if other is not None and other.lines), None)
    return first is not None and bool(_DIGIT.search(first.text))


def _next_cell(table: Table, cell: Cell) -> Cell | None:
    """The cell to the right: narrow empty ones between double rules passed over, one that spans rows included."""
    for column in range(cell.column + 1, len(table.rows[cell.row])):
        right = table.rows[cell.row][column] or _spanning(table, cell, column)
        if right is not None and (right.lines or right.box[2] - right.box[0] > _PADDING):
            return right
    return None


def _spanning(table: Table, cell: Cell, column: int) -> Cell | None:
    """The cell of that column that begins in a row above and reaches down to the middle of the cell."""
    above = (row[column] for row in reversed(table.rows[: cell.row]) if column < len(row))
    nearest = next((other for other in above if other is not None), None)
    middle = (cell.box[1] + cell.box[3]) / 2
    return nearest if nearest is not None and nearest.box[0] > cell.box[0] and nearest.box[3] > middle else None


def _cell_candidate(
    hit: Hit, table: Table, cell: Cell, region: Region, hits: Mapping[int, tuple[Hit, ...]], inner: Sequence[Hit]
) -> Iterator[Candidate]:
    """The cell as the label's value, up to the first label inside it; of several labels' cell only the own rows."""
    page = region.strips[0].page
    first, last = _own_rows(hit, cell, region, hits[id(region)])
    stop = min((other.strips[0] for other in inner if other.strips[0] >= first), default=len(cell.lines))
    lines = cell.lines[first : min(stop, last)]
    value = printed_lines([(page, line) for line in lines], origin=_table_origin(cell)).trimmed()
    if not value:
        return
    label = " ".join(region.strips[index].printed.text for index in hit.strips)
    sure = scored(value, hit)
    yield Candidate(hit.key, hit.language, sure, hit.strength, None, table, cell.row, cell.column, label)


def _own_rows(hit: Hit, cell: Cell, region: Region, own: Sequence[Hit]) -> tuple[int, int]:
    """The lines of the cell from the height of the label to that of the next one, where one cell holds several."""
    others = [other for other in own if not same_key(other.key, hit.key)]
    later = [region.strips[other.strips[0]].box[1] for other in others if other.strips[0] > hit.strips[-1]]
    earlier = [other for other in others if other.strips[0] < hit.strips[0]]
    if not (later or earlier) or cell.box[1] >= region.strips[-1].box[3] or len(cell.lines) < 2:
        return 0, len(cell.lines)
    top = region.strips[hit.strips[0]].box[1] if earlier else float("-inf")
    bottom = min(later, default=float("inf"))
    middles = [(line.box[1] + line.box[3]) / 2 for line in cell.lines]
    inside = [number for number, middle in enumerate(middles) if top <= middle < bottom]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)


def _table_origin(cell: Cell) -> Origin:
    return Origin.OCR if any(w.origin is Origin.OCR for line in cell.lines for w in line.words) else Origin.TABLE
