"""Turns words of `report_words.yaml` into the dates that follow them, where no label and layout gave any.

The date stands behind the words or in the next lines, with no other word of dates between. A period needs two dates.
"""

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from importlib.resources import files

import yaml

from docverify.extraction.date_ranges import with_open_ends
from docverify.extraction.locate import Passage
from docverify.extraction.running_text import read_at
from docverify.extraction.values import PrintedDate, find_dates
from docverify.facts.evidence import Found
from docverify.reading.page import Page

_REACH = 110  # characters between the words and their date
_PERIOD = 40  # characters between the two dates of a period


@lru_cache(maxsize=1)
def _words() -> tuple[re.Pattern[str], dict[str, re.Pattern[str]]]:
    """One pattern of all the words, and one for each name; longer words first."""
    source = files("docverify.extraction").joinpath("report_words.yaml").read_text(encoding="utf-8")
    table: dict[str, list[str]] = yaml.load(source, Loader=yaml.CSafeLoader)
    single = {name: re.compile("|".join(f"(?:{e})" for e in entries), re.IGNORECASE) for name, entries in table.items()}
    every = "|".join(f"(?:{entry})" for entries in table.values() for entry in entries)
    return re.compile(rf"(?<![^\W_])(?:{every})(?![^\W\d_])", re.IGNORECASE), single


def dates_near(passage: Passage, pages: Sequence[Page]) -> dict[str, Found[date]]:
    """The first date of each name (`received_on`, `tested_from`, `tested_to`, `issued_on`) that words stand before."""
    found: dict[str, Found[date]] = {}
    every, single = _words()
    for page in pages:
        days = with_open_ends(page.text, find_dates(page.text, day_first=passage.day_first))
        if not days:
            continue
        hits = list(every.finditer(page.text))
        for number, hit in enumerate(hits):
            names = [name for name, pattern in single.items() if pattern.fullmatch(hit[0])]
            stop = hits[number + 1].start() if number + 1 < len(hits) else len(page.text)
            ahead = [day for day in days if hit.end() <= day.start < min(stop, hit.end() + _REACH)]
            if names and ahead and not _words_between(page.text[hit.end() : ahead[0].start]):
                _add(passage, page, names[-1], ahead, found)
    return found


def _words_between(text: str) -> bool:
    """Whether more than a short label stands between, so that the date belongs to something else."""
    return len(re.findall(r"[^\W\d_]{3,}", text)) > 7 or "." in text.strip(" .:：\n\t")


def _add(passage: Passage, page: Page, name: str, days: Sequence[PrintedDate], found: dict[str, Found[date]]) -> None:
    if name == "tested":
        if len(days) > 1 and days[1].start - days[0].end <= _PERIOD:
            _keep(passage, page, "tested_from", days[0], found)
            _keep(passage, page, "tested_to", days[1], found)
        return
    _keep(passage, page, name, days[0], found)


def _keep(passage: Passage, page: Page, name: str, day: PrintedDate, found: dict[str, Found[date]]) -> None:
    value = day.candidates[0]
    entry = read_at(passage, page, (day.start, day.end), value.value, confidence=min(0.9, value.confidence))
    if entry is not None:
        found.setdefault(name, entry)
