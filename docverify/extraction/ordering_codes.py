"""Turns an ordering-code table (position, option, meaning), or lines below, into the legend of the families explained.

The table's first column holds the placeholders as the designation prints them, each once or in every row of its own;
the next column holds what may stand there. A table whose symbols stand in no designation explains none.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from docverify.extraction.fields import Fields
from docverify.extraction.locate import Passage
from docverify.facts.designation import ModelFamily
from docverify.facts.designation_legend import occurrences
from docverify.facts.designation_marks import bare_marks
from docverify.facts.evidence import Box, Found
from docverify.reading.page import Table

_POSITION = re.compile(
    r"\b(?:position|pos\.?|placeholder|symbol|digit|field|character|letter|stelle|platzhalter|zeichen|position|champ|repère|"
    r"posición|campo|posizione|pozycja)\b|位置|字段|代号|符号",
    re.IGNORECASE,
)
_OPTION = re.compile(
    r"\b(?:options?|values?|codes?|choices?|variants?|wert|auswahl|ausführung|valeurs?|opci[oó]n(?:es)?|valor(?:es)?|opzion[ei]|"
    r"valor[ei]|opcj[ae]|wartość)\b|选项|取值|代码|值",
    re.IGNORECASE,
)
_SYMBOL = re.compile(r"[\"“'‘(\[<]?(?P<symbol>[A-Za-z]{1,4}|[*#□■●]{1,3}|[①-⑳])[\"”'’)\]>]?")
_LINE = re.compile(
    r"^\W{0,2}?(?i:where\s+|wobei\s+|note:?\s+)?(?:[\"“”„'‘](?P<quoted>[A-Za-z*#□■●]{1,4})[\"”“'’]|(?P<mark>[a-z]{1,2}|[xX]{1,4}|[*#□■●]{1,4}))"
    r"\s*(?:=|:=?|\bdenotes?\b|\bstands?\s+for\b|\brepresents?\b|\b(?:can|may|could)\s+be\b|\bis\b|\bmeans?\b|steht\s+für|"
    r"kann|表示|代表|可为|为)\s*(?P<meaning>\S[^\n]{0,160})$",
    re.MULTILINE,
)
_LEGEND_PAGES = 6
_OPEN_ROW = re.compile(r"^(?:\.{3}|…|etc\.?|others?)$", re.IGNORECASE)


def with_ordering_codes(passage: Passage, fields: Fields) -> Fields:
    """The fields, their families without a legend explained by the tables of the passage."""
    named = {name: fields[name] for name in ("models", "covered_models") if name in fields}
    if not any(_is_open(entry) for entries in named.values() for entry in entries):
        return fields
    legends = [*_legends(passage), *_legends_in_lines(passage)]
    return fields | {name: tuple(_explained(entry, legends) for entry in entries) for name, entries in named.items()}


def _legends(passage: Passage) -> Iterator[tuple[int, Box, Mapping[str, str]]]:
    """Page, table and legend of every ordering-code table; only pages with the words of its head are laid out."""
    for page in passage.pages:
        if _POSITION.search(page.text) and _OPTION.search(page.text):
            yield from ((page.number, table.box, legend) for table in page.tables if (legend := legend_of(table)))


def _legends_in_lines(passage: Passage) -> Iterator[tuple[int, Box, Mapping[str, str]]]:
    """Page, place and legend of the lines of the first pages that say what a placeholder stands for."""
    for page in passage.pages[:_LEGEND_PAGES]:
        if not _LINE.search(page.text):
            continue
        found: dict[str, str] = {}
        place: Box | None = None
        for line in (line.trimmed() for line in passage.printed(page).lines()):
            if match := _LINE.match(line.text):
                symbol = match["quoted"] or match["mark"]
                doubled = symbol in found  # two explanations of one symbol are of two designations
                found[symbol] = "" if doubled else match["meaning"].strip()
                place = place or line.box
        explained = {symbol: meaning for symbol, meaning in found.items() if meaning}
        if explained and place is not None and len(explained) == len(found):
            yield page.number, place, explained


def legend_of(table: Table) -> dict[str, str]:
    """Symbol → what may stand for it, of a table that is headed by position and option; empty for any other."""
    grid = [[" ".join(cell.text.split()) if cell is not None else "" for cell in row] for row in table.rows]
    if len(grid) < 2 or len(grid[0]) < 2 or not _POSITION.search(grid[0][0]) or not _OPTION.search(grid[0][1]):
        return {}
    listed: dict[str, list[str]] = {}
    symbol = ""
    for row in grid[1:]:
        match = _SYMBOL.fullmatch(row[0])
        if row[0] and match is None:
            return {}
        symbol = match["symbol"] if match else symbol
        if symbol and row[1]:
            meaning = row[2] if len(row) > 2 else ""
            listed.setdefault(symbol, []).append(_option(row[1], meaning))
    return {name: ", ".join(options) for name, options in listed.items()}


def _option(option: str, meaning: str) -> str:
    """`07 = 7.4 kW`; commas of the meaning would read as further options."""
    return option if not meaning or _OPEN_ROW.match(option) else f"{option} = {re.sub(r'[,;/]', ' ', meaning)}"


def _is_open(entry: Found[ModelFamily]) -> bool:
    return not entry.value.legend and bool(bare_marks(entry.value.printed))


def _explained(entry: Found[ModelFamily], legends: Sequence[tuple[int, Box, Mapping[str, str]]]) -> Found[ModelFamily]:
    if not _is_open(entry):
        return entry
    for page, box, legend in legends:
        if not all(occurrences(symbol, entry.value.printed) for symbol in legend):
            continue  # a table that explains other symbols, too, is of another designation
        family = ModelFamily.of(entry.value.printed, legend)
        if family.legend:
            place = {"legend_page": page, "legend_box": [round(edge, 2) for edge in box]}
            return replace(entry, value=family, details={**entry.details, **place})
    return entry
