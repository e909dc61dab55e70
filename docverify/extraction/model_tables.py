"""Turns tables with a column for each model into ratings that belong to their model, and into the models named.

The heading row holds designations from its second cell on; the first cell of a row is a label. A cell with another
quantity than its label's is refused, and a cell over all columns belongs to no single model.
"""

from collections.abc import Iterator
from typing import Any

from docverify.extraction.designations import is_designation, models_in
from docverify.extraction.fields import once
from docverify.extraction.labels import tokens_of
from docverify.extraction.locate import Passage
from docverify.extraction.model_columns import cells_without_rules, headings_without_rules
from docverify.extraction.printed import Printed, printed_lines
from docverify.extraction.table_sides import key_in_row
from docverify.facts.designation import ModelFamily
from docverify.facts.evidence import Found, Origin
from docverify.reading.page import Cell, Page, Table


def model_headings(table: Table) -> dict[int, str]:
    """Column → designation of a table whose heading row names models; empty for any other table."""
    if len(table.rows) < 2 or len(table.rows[0]) < 2:
        return {}
    names = {column: _text(cell) for column, cell in enumerate(table.rows[0]) if column and cell is not None}
    coded = {column: name for column, name in names.items() if is_designation(name) and any(c.isdigit() for c in name)}
    return coded if coded and len(coded) == len([name for name in names.values() if name]) else {}


def headed_models(passage: Passage) -> tuple[Found[ModelFamily], ...]:
    """The models that heading rows name, in reading order."""
    found: list[Found[ModelFamily]] = []
    for page in passage.pages:
        for table in page.tables:
            for column in model_headings(table):
                cell = table.rows[0][column]
                if cell is not None:
                    found += [e for e in models_in(passage, print_of(page, cell)) if e is not None]
        prints = [printed_lines([(page.number, line)]).trimmed() for line in headings_without_rules(page)]
        found += [entry for printed in prints for entry in models_in(passage, printed) if entry is not None]
    return once(found)


def cells_by_model(passage: Passage, page: Page) -> Iterator[tuple[str, str, str, Printed]]:
    """Label key, printed label, model and cell of every labelled row of such tables on the page."""
    for table in page.tables:
        headings = model_headings(table)
        for number, row in enumerate(table.rows) if headings else ():
            label = _text(row[0])
            key = _key(passage, label) if number else None
            if key is None:
                continue
            key = key_in_row(key, table, number)
            for column, model in headings.items():
                cell = row[column] if column < len(row) else None
                if cell is not None and cell.lines:
                    yield key, label, model, print_of(page, cell)
    for free in cells_without_rules(page):
        key = _key(passage, free.label)
        if key is not None:
            yield (key.replace("rated_", "output_") if free.output else key), free.label, free.model, free.printed


def print_of(page: Page, cell: Cell) -> Printed:
    """The cell's words."""
    origin = Origin.OCR if page.origin is Origin.OCR else Origin.TABLE
    return printed_lines([(page.number, line) for line in cell.lines], origin=origin).trimmed()


def _key(passage: Passage, label: str) -> str | None:
    """The label key of a row's first cell, when a label takes up most of it."""
    tokens = tokens_of(label)
    matches: list[Any] = [m for start in range(len(tokens)) if (m := passage.labels.longest(tokens, start)) is not None]
    best = max(matches, key=_length, default=None)
    return best.key if best is not None and best.length * 2 >= len(tokens) else None


def _length(match: Any) -> int:
    return int(match.length)


def _text(cell: Cell | None) -> str:
    return " ".join(cell.text.split()) if cell is not None else ""
