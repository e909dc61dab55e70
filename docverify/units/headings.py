"""Turns the cells of a heading into the columns they name; refuses a heading that is nearly one of them."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from functools import lru_cache
from importlib.resources import files

import yaml

from docverify.errors import UsageError

COLUMNS = ("serial", "hardware", "firmware", "produced_on", "batch", "meter", "modem", "cable", "inspection")
_NEAR = 0.86
_SHORTEST = 5  # letters of a word that may be taken for a mistyped one


@lru_cache(maxsize=1)
def words() -> Mapping[str, str]:
    """The column of every heading known, folded."""
    source = files("docverify.units").joinpath("columns.yaml").read_text(encoding="utf-8")
    table: dict[str, list[str]] = yaml.load(source, Loader=yaml.CSafeLoader)
    return {folded(word): column for column, entries in table.items() for word in (column, *map(str, entries))}


def folded(text: str) -> str:
    """The heading as compared: no case, width, spaces, punctuation, nor what stands in brackets."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    plain = re.sub(r"\([^()]*\)", "", plain)
    return "".join(re.findall(r"[^\W_]+", plain))


def columns_of(cells: Sequence[str]) -> dict[int, str]:
    """The places of a row's cells that are headings, with the column each names."""
    known = words()
    return {place: known[key] for place, cell in enumerate(cells) if (key := folded(cell)) in known}


def is_heading(cells: Sequence[str]) -> bool:
    """Whether the row is the heading of a list of units."""
    return "serial" in columns_of(cells).values()


def checked(cells: Sequence[str], at: str) -> dict[int, str]:
    """The columns of the heading; UsageError for one named twice, and for a word that is nearly a known one."""
    found = columns_of(cells)
    for place, column in found.items():
        first = next(other for other, name in found.items() if name == column)
        if first != place:
            raise UsageError(f"{at}:{place + 1}: the column {column} stands twice, see column {first + 1}")
    for place, cell in enumerate(cells):
        key = folded(cell)
        near = get_close_matches(key, words(), n=1, cutoff=_NEAR) if len(key) >= _SHORTEST else []
        if place not in found and near and words()[near[0]] not in found.values():
            raise UsageError(f"{at}:{place + 1}: unknown column {cell.strip()!r}; did you mean {words()[near[0]]!r}?")
    return found
