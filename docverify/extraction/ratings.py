"""Turns the ratings printed in a paper into rating fields, per model where a table says so.

A row or a column of a ruled table that begins with a designation gives its ratings to that model; the heading says
what a bare number is. Elsewhere a rating is read only with its unit.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from docverify.extraction.designations import is_designation
from docverify.extraction.fields import Fields, without_empty
from docverify.extraction.locate import Passage
from docverify.extraction.printed import Printed, printed_lines
from docverify.extraction.table_sides import is_output_row
from docverify.extraction.values import field_of, find_ratings
from docverify.facts.evidence import Found, Origin
from docverify.reading.page import Cell, Page, Table

_HEADS: tuple[tuple[str, str, re.Pattern[str]], ...] = tuple(
    (field, unit, re.compile(pattern, re.IGNORECASE))
    for field, unit, pattern in (
        ("output_voltage_v", "V", r"(?:output|ausgang|sortie|uscita|salida|输出).{0,20}(?:volt|spannung|tension|电压)"),
        (
            "output_current_a",
            "A",
            r"(?:output|ausgang|sortie|uscita|salida|输出).{0,20}(?:curr|strom|courant|corrient|电流)",
        ),
        (
            "output_power_kw",
            "kW",
            r"(?:output|ausgang|sortie|uscita|salida|输出).{0,20}(?:power|leistung|puiss|potenz|poten|功率)",
        ),
        ("rated_voltage_v", "V", r"volt|spannung|tensi|spanning|napięcie|spänning|电压|^U ?[neir]$"),
        ("rated_current_a", "A", r"current|strom|courant|corrent|corriente|stroom|prąd|ström|电流|^I ?[neir]$"),
        ("rated_power_kw", "kW", r"power|leistung|puissance|potenza|potencia|vermogen|moc|effekt|功率|^P ?[neir]$"),
        ("rated_frequency_hz", "Hz", r"freq|频率|częst|frekv|^f ?[neir]?$"),
        ("phases", "", r"phase|fase|fasi|faz|相"),
    )
)
_MODEL_HEAD = re.compile(
    r"model|type|typ\b|modell|modèle|modello|modelo|型号|designation|article|artikel|part n|reference|référence",
    re.IGNORECASE,
)
_RUNNING = re.compile(r"(?:no|nr|n°|nº|item|pos(?:ition)?|#|lfd\. ?nr|lp|序号|编号)?[.:]?", re.IGNORECASE)
_DIRECT_CURRENT = re.compile(
    r"\bDC (?:output|charg|fast|power|connector|voltage)|\bDC-(?:Ausgang|Lade)|CCS|CHAdeMO|GB/T 20234\.3"
    r"|\d\s?V\s?(?:DC|d\.c\.|⎓)|\bdc (?:charger|charging)|直流|61851-23",
    re.IGNORECASE,
)
_BARE = re.compile(r"\s*(\d+(?:[.,]\d+)?)(?:\s*(?:-|–|~|to|…|\.\.\.)\s*(\d+(?:[.,]\d+)?))?\s*$")


def rating_fields(passage: Passage, prints: Iterable[Printed], *, pages: Sequence[Page] | None = None) -> Fields:
    """Every rating of the prints, those of tables with their model."""
    collected: dict[str, list[Found[Any]]] = {}
    for page, table in _with_heads(passage.pages if pages is None else pages):
        for field, entry in _of_table(passage, page, table):
            collected.setdefault(field, []).append(entry)
    blocks = [candidate.value for candidate in passage.candidates("ratings", pages=pages)]
    lines = [line for printed in prints for line in printed.lines()]
    direct = is_direct_current(passage.text)
    in_tables = {
        (item.page, item.box) for entries in collected.values() for entry in entries for item in entry.evidence
    }
    for printed in (*blocks, *lines):
        for spot in find_ratings(printed.text):
            if any(place in in_tables for place in printed.boxes(spot.start, spot.end)):
                continue
            details = {key: value for key, value in spot.details.items() if key != "side"}
            reading = passage.found(printed, spot.value, span=(spot.start, spot.end), details=details)
            if reading is not None:
                collected.setdefault(field_of(spot), []).append(reading)
    if not direct:
        collected = _supply_side(collected)
    return without_empty({field: _each_once(entries) for field, entries in collected.items()})


def is_direct_current(text: str) -> bool:
    """Whether the text speaks of a charger that gives out direct current."""
    return bool(_DIRECT_CURRENT.search(text))


def _supply_side(collected: dict[str, list[Found[Any]]]) -> dict[str, list[Found[Any]]]:
    """The ratings with outputs taken as ratings: what an AC charging station gives out is what it takes in."""
    merged: dict[str, list[Found[Any]]] = {}
    for field, entries in collected.items():
        merged.setdefault(field.replace("output_", "rated_"), []).extend(entries)
    return merged


def _each_once(entries: list[Found[Any]]) -> tuple[Found[Any], ...]:
    """Each value once per model; a reading without model yields to one with it."""
    with_model = {repr(entry.value) for entry in entries if "model" in entry.details}
    kept: dict[str, Found[Any]] = {}
    for entry in entries:
        model = entry.details.get("model")
        if model is None and repr(entry.value) in with_model:
            continue
        kept.setdefault(repr((entry.value, model)), entry)
    return tuple(kept.values())


def _with_heads(pages: Sequence[Page]) -> Iterator[tuple[Page, Table]]:
    """The tables; one that goes on at the top of the next page without a head has the head of the last one before."""
    last: tuple[int, Table] | None = None
    for page in pages:
        for number, table in enumerate(page.tables):
            if number == 0 and last is not None and last[0] == page.number - 1 and _goes_on(last[1], table):
                yield page, Table(table.box, (last[1].rows[0], *table.rows))
            else:
                yield page, table
        if page.tables:
            table = page.tables[-1]
            goes_on = len(page.tables) == 1 and last is not None and _goes_on(last[1], table)
            last = (page.number, last[1] if goes_on and last is not None else table)


def _goes_on(before: Table, table: Table) -> bool:
    """Whether the first row of the table is a further row of the models of the one before."""
    if not before.rows or not table.rows or len(before.rows[0]) != len(table.rows[0]):
        return False
    named = _model_column([_text(cell) for cell in before.rows[0]])
    return named is not None and is_designation(_text(table.rows[0][named])) and not _head(_text(table.rows[0][-1]))


def _of_table(passage: Passage, page: Page, table: Table) -> Iterator[tuple[str, Found[Any]]]:
    grid = [[_text(cell) for cell in row] for row in table.rows]
    if len(grid) < 2 or len(grid[0]) < 2:
        return
    named = _model_column(grid[0])
    if named is not None and any(_head(text) for text in grid[0][named + 1 :]):
        for row in table.rows[1:]:
            cells = [(grid[0][i], cell) for i, cell in enumerate(row) if i < len(grid[0])][named + 1 :]
            yield from _cells(passage, page, cells, _text(row[named]))
    elif _MODEL_HEAD.search(grid[0][0]) and any(_head(row[0]) for row in grid[1:]):
        for column in range(1, len(grid[0])):
            cells = [
                (f"output {row[0]}" if is_output_row(table, i) else row[0], table.rows[i][column])
                for i, row in enumerate(grid)
                if i and column < len(table.rows[i])
            ]
            yield from _cells(passage, page, cells, grid[0][column])


def _model_column(heads: Sequence[str]) -> int | None:
    """The column that is headed as the models: the first, or the one behind a column of running numbers."""
    if _MODEL_HEAD.search(heads[0]):
        return 0
    return 1 if len(heads) > 2 and _RUNNING.fullmatch(heads[0].strip()) and _MODEL_HEAD.search(heads[1]) else None


def _cells(
    passage: Passage, page: Page, cells: Sequence[tuple[str, Cell | None]], model: str
) -> Iterator[tuple[str, Found[Any]]]:
    model = " ".join(model.split())
    if not is_designation(model):
        return
    for heading, cell in cells:
        head = _head(heading)
        if head is None or cell is None or not cell.lines:
            continue
        printed = printed_lines([(page.number, line) for line in cell.lines], origin=_origin(page))
        yield from _in_cell(passage, printed, head, model)


def _in_cell(passage: Passage, printed: Printed, head: tuple[str, str], model: str) -> Iterator[tuple[str, Found[Any]]]:
    bare = _BARE.match(printed.text)
    spots = find_ratings(f"{printed.text} {head[1]}") if bare and head[1] else find_ratings(printed.text)
    details = {"model": model}
    if bare and head[0] == "phases":
        entry = passage.found(printed, float(bare[1]) if "." in bare[1] else int(bare[1]), details=details)
        if entry is not None:
            yield "phases", entry
        return
    for spot in spots:
        end = min(spot.end, len(printed.text))
        extra = {key: value for key, value in spot.details.items() if key != "side"}
        entry = passage.found(printed, spot.value, span=(spot.start, end), details=details | extra)
        if entry is not None:
            output = head[0].startswith("output_") and field_of(spot).startswith("rated_")
            yield (head[0] if output else field_of(spot)), entry


def _head(text: str) -> tuple[str, str] | None:
    return next(((field, unit) for field, unit, pattern in _HEADS if pattern.search(text)), None)


def _text(cell: Cell | None) -> str:
    return cell.text if cell is not None else ""


def _origin(page: Page) -> Origin:
    return Origin.OCR if page.origin is Origin.OCR else Origin.TABLE
