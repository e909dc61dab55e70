"""Turns the headers of a report's pages into what they say against its cover: another edition of the same standard.

The cover is the report's first page. A header that prints no edition, or another standard (a part 2, an attachment for
national differences), says nothing against it.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from docverify.facts.standard import StandardReference, find_standards
from docverify.reading.page import Page

_HEADER_LINES = 4
_HEADER = 240  # characters
_LIKELY = re.compile(r"\b(?:EN|IEC|UL|ISO|GB|AS|CISPR|ETSI|CSA|BS|DIN)\b")
_MOST = 20


def editions_apart(pages: Sequence[Page]) -> list[dict[str, Any]]:
    """Cover, header and page of every header that prints another edition than the cover does; each pair once."""
    if len(pages) < 2:
        return []
    cover = _by_document(reference for reference, _, _ in find_standards(pages[0].text[:4000]))
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for page in pages[1:] if cover else ():
        for printed in _in_header(page):
            stated = cover.get((printed.family, printed.number), [])
            if stated and all(_other_edition(one, printed) for one in stated):
                pair = (str(stated[0]), str(printed))
                found.setdefault(pair, {"cover": pair[0], "header": pair[1], "page": page.number})
    return list(found.values())[:_MOST]


def _by_document(references: Any) -> Mapping[tuple[str, str], list[StandardReference]]:
    found: dict[tuple[str, str], list[StandardReference]] = {}
    for reference in references:
        if reference.edition is not None:
            found.setdefault((reference.family, reference.number), []).append(reference)
    return found


def _in_header(page: Page) -> list[StandardReference]:
    """The dated standards of the first printed lines, where those are short as headers are."""
    lines = [line for line in page.text[:_HEADER].split("\n") if line.strip()][:_HEADER_LINES]
    top = "\n".join(line for line in lines if len(line) <= 90)
    if not _LIKELY.search(top):
        return []
    return [reference for reference, _, _ in find_standards(top) if reference.edition is not None]


def _other_edition(one: StandardReference, other: StandardReference) -> bool:
    """Whether the years are two; amendments may be left out of a header."""
    return one.year is not None and other.year is not None and one.year != other.year
