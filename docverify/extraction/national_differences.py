"""Turns what a report says of national and group differences into the countries it names and the pages.

Countries are two-letter codes, or names that the register of countries knows. A report that says none were looked at
("not applicable") names none.
"""

import re
from collections.abc import Sequence
from typing import Any

from docverify.facts.countries import CODES, country_named
from docverify.reading.page import Page

_SAID = re.compile(
    r"(?:national|country)(?: and (?:european )?group)? differences|nationale abweichungen|differences nationales|"
    r"différences nationales|diferencias nacionales|国家差异",
    re.IGNORECASE,
)
_GROUP = re.compile(
    r"\b(?:european|eu|cenelec|common) group differences?|group differences|common modifications", re.IGNORECASE
)
_NONE = re.compile(r"\b(?:not applicable|n/a|none|no national|not considered|entfällt)\b", re.IGNORECASE)
_REACH = 240  # characters behind the words in which the countries stand
_WORD = re.compile(r"[A-ZÀ-Ž][\w'À-ž]+(?: [A-ZÀ-Ž][\w'À-ž]+)?|\b[A-Z]{2}\b")


def national_differences(pages: Sequence[Page]) -> dict[str, Any]:
    """`countries` named, whether `group` differences are, and the `pages`; empty when nothing is said of any."""
    countries: dict[str, None] = {}
    at: list[int] = []
    group = False
    for page in pages:
        said = list(_SAID.finditer(page.text))
        if not said and not _GROUP.search(page.text):
            continue
        at.append(page.number)
        group = group or bool(_GROUP.search(page.text))
        for match in said:
            countries |= dict.fromkeys(_countries(page.text[match.end() : match.end() + _REACH]))
    return {"countries": sorted(countries), "group": group, "pages": at} if at else {}


def _countries(text: str) -> list[str]:
    """The countries of the lines behind the words, up to an empty line."""
    block = re.split(r"\n\s*\n", text, maxsplit=1)[0]
    if _NONE.search(block[:60]):
        return []
    return [code for match in _WORD.finditer(block) if (code := _country(match[0])) is not None]


def _country(word: str) -> str | None:
    if re.fullmatch(r"[A-Z]{2}", word):
        return word if word in CODES else None
    return country_named(word)
