"""Turns model labels in tables into every model of their row or column, not only the next cell's.

A heading cell "Model" with designations beside it, or under it, names them all; a cell that is no designation ends
nothing and gives nothing.
"""

from collections.abc import Iterable, Iterator, Sequence

from docverify.extraction.designations import is_designation, models_in, models_of
from docverify.extraction.fields import once
from docverify.extraction.locate import Candidate, Passage
from docverify.extraction.printed import Printed, printed_lines
from docverify.facts.designation import ModelFamily
from docverify.facts.evidence import Found, Origin
from docverify.reading.page import Cell, Page, Table


def labelled_models(passage: Passage, candidates: Sequence[Candidate]) -> tuple[Found[ModelFamily], ...]:
    """Every model that the candidates name, with those further along the row or down the column of their table."""
    found = list(models_of(passage, candidates))
    for candidate in candidates:
        for printed in _further(passage, candidate):
            found += [entry for entry in models_in(passage, printed) if entry is not None]
    return once(found)


def _further(passage: Passage, candidate: Candidate) -> Iterable[Printed]:
    """The cells beyond the candidate's own: to its right when its label stands left of it, else below it."""
    table, row, column = candidate.table, candidate.row, candidate.column
    if table is None or row is None or column is None:
        return
    page = passage.page(candidate.page)
    if column > 0 and _holds_label(table.rows[row][:column], candidate):
        cells: Sequence[Cell | None] = table.rows[row][column + 1 :]
    elif row > 0 and _holds_label(table.rows[row - 1][column : column + 1], candidate):
        yield from _down_the_column(passage, page, table, (row, column))
        return
    else:
        return
    for cell in cells:
        if cell is None or not cell.lines:
            continue
        if not _names_a_model(cell):
            return
        yield _printed(page, cell)


def _down_the_column(passage: Passage, page: Page, table: Table, place: tuple[int, int]) -> Iterator[Printed]:
    """The models under that place, those of a table without a heading that goes on at the top of the next page too."""
    row, column = place
    while True:
        for cells in table.rows[row + 1 :]:
            cell = cells[column] if column < len(cells) else None
            if cell is None or not cell.lines:
                continue
            if not _names_a_model(cell):
                return
            yield _printed(page, cell)
        following = next((p for p in passage.pages if p.number == page.number + 1), None)
        if following is None or table is not page.tables[-1] or not following.tables:
            return
        if len(following.tables[0].rows[0]) != len(table.rows[0]):
            return
        page, table, row = following, following.tables[0], -1


def _names_a_model(cell: Cell) -> bool:
    text = " ".join(cell.text.split())
    return is_designation(text) and any(c.isdigit() for c in text)


def _holds_label(cells: Sequence[Cell | None], candidate: Candidate) -> bool:
    """Whether one of the cells is the candidate's label."""
    label = " ".join(candidate.label.split())
    return any(cell is not None and label in " ".join(cell.text.split()) for cell in cells)


def _printed(page: Page, cell: Cell) -> Printed:
    origin = Origin.OCR if page.origin is Origin.OCR else Origin.TABLE
    return printed_lines([(page.number, line) for line in cell.lines], origin=origin).trimmed()
