"""Turns tables without rules that have a column for each model into cells: which row's label, which model, what words.

The heading row is a label for models with two designations or more beside it, and a row's cell belongs to the column
at whose edge it begins. A line of its own such as "OUTPUT" tells the side of the rows under it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docverify.extraction.designations import is_designation
from docverify.extraction.labels import is_label
from docverify.extraction.layout import same_row
from docverify.extraction.printed import Printed, printed_lines
from docverify.facts.evidence import Box
from docverify.reading.page import Line, Page

_OUTPUT = re.compile(
    r"^(?:(?:DC )?output|ausgang|sortie|uscita|salida|saída|wyjście|uitgang|utgång|输出)\b", re.IGNORECASE
)
_MODELS = re.compile(
    r"(?:product )?(?:models?|types?|typ|modelle?|modèles?|modello|modelo|型号|article|artikel|référence|referencia"
    r"|order(?:ing)? (?:codes?|numbers?|no)|part (?:numbers?|no)|product code|item"
    r"|bestell\w*|artikelnummer|codice|código|kod|variante?s?|version)\b",
    re.IGNORECASE,
)
_SIDE_HEAD = re.compile(r"^[^\W\d_][^\W\d]{2,24}(?: [^\W\d]{2,16}){0,2}$")
_SHIFT = 12.0  # points between the edges of a heading and of its cells
_ROW_GAP = 3.0  # of the line's height, between rows of one table
_SHORTEST = 2
_LABELS_PART = 0.25  # of the page's width: left of the columns stand the labels
_LOOKED_AT = 4  # rows under the headings


@dataclass(frozen=True, slots=True)
class ModelCell:
    """One cell: the printed label of its row, the model of its column, its words, and whether it is an output."""

    label: str
    model: str
    printed: Printed
    output: bool


def headings_without_rules(page: Page) -> list[Line]:
    """The designations of the first such heading row on the page, from left to right."""
    lines = _free_lines(page)
    return _beside_a_label(lines) or _over_labels(page, lines)


def _beside_a_label(lines: Sequence[Line]) -> list[Line]:
    """The designations beside a label for models."""
    for line in lines:
        if not is_label(line.text.rstrip(" :：")):
            continue
        row = [other for other in lines if other.box[0] > line.box[2] and same_row(other.box, line.box)]
        coded = [other for other in row if is_designation(other.text) and any(c.isdigit() for c in other.text)]
        if len(coded) >= _SHORTEST and len(coded) == len(row) and _is_models(line.text):
            return sorted(coded, key=_left)
    return []


def _over_labels(page: Page, lines: Sequence[Line]) -> list[Line]:
    """A row of nothing but designations with rows under it that begin with a label left of them."""
    rows = list(_rows(lines))
    for number, row in enumerate(rows):
        coded = [line for line in row if is_designation(line.text) and any(c.isdigit() for c in line.text)]
        if len(coded) < _SHORTEST or len(coded) < len(row) or row[0].box[0] < _LABELS_PART * page.width:
            continue
        under = [_parted(other, row) for other in rows[number + 1 : number + 1 + _LOOKED_AT]]
        labelled = [
            label for label, cells in under if label is not None and cells and is_label(label.text.rstrip(" :："))
        ]
        if len(labelled) >= _SHORTEST:
            return row
    return []


def cells_without_rules(page: Page) -> Iterator[ModelCell]:
    """The cells under those headings, row by row."""
    heads = headings_without_rules(page)
    if not heads:
        return
    bottom, height, output = heads[0].box[3], heads[0].box[3] - heads[0].box[1], False
    for row in _rows([line for line in _free_lines(page) if line.box[1] >= bottom - 1]):
        if row[0].box[1] - bottom > _ROW_GAP * height:
            return
        bottom = max(line.box[3] for line in row)
        label, cells = _parted(row, heads)
        if label is not None and not cells:
            output = bool(_OUTPUT.match(label.text)) if _SIDE_HEAD.match(label.text) else output
        for head, cell in cells if label is not None else ():
            printed = printed_lines([(page.number, cell)]).trimmed()
            yield ModelCell(label.text if label is not None else "", head.text, printed, output)


def _parted(row: Sequence[Line], heads: Sequence[Line]) -> tuple[Line | None, list[tuple[Line, Line]]]:
    """The label at the left of the first column, and the cells with their headings."""
    label = next((line for line in row if line.box[2] <= heads[0].box[0]), None)
    cells = [(head, line) for line in row for head in heads if abs(line.box[0] - head.box[0]) <= _SHIFT]
    return label, cells


def _rows(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines gathered in rows, from top to bottom."""
    row: list[Line] = []
    for line in sorted(lines, key=_top):
        if row and not same_row(row[0].box, line.box):
            yield sorted(row, key=_left)
            row = []
        row.append(line)
    if row:
        yield sorted(row, key=_left)


def _free_lines(page: Page) -> list[Line]:
    """The lines outside the ruled tables."""
    return [line for line in page.lines if not any(_inside(line.box, table.box) for table in page.tables)]


def _inside(box: Box, outer: Box) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return outer[0] <= x <= outer[2] and outer[1] <= y <= outer[3]


def _is_models(text: str) -> bool:
    return bool(_MODELS.match(text))


def _left(line: Line) -> float:
    return line.box[0]


def _top(line: Line) -> float:
    return line.box[1]
