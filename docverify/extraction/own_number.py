"""Turns what a short paper prints at its head and foot into its own number, where no label says number.

A reference above everything the paper says of product and parties is its own. So is a code in a line of its own at
the head, or behind the page count in the foot of every page. A standard, an act, a date or a designation is none.
"""

import re
from collections.abc import Collection, Iterator
from datetime import date

from docverify.extraction.fields import dates_in, number_of
from docverify.extraction.locate import Passage
from docverify.extraction.printed import Printed
from docverify.extraction.values import find_acts, find_dates, find_standards
from docverify.facts.evidence import Found
from docverify.reading.page import Page

_CODE = r"[^\W\d_]{1,6}(?:[-_/.][^\W_]{1,12}){1,6}"
_LONE = re.compile(rf"\(?(?P<number>{_CODE})\)?")
_IN_FOOT = re.compile(rf"(?:^|\s[–—·|•-]\s|\s{{2,}})(?P<number>{_CODE})(?=\s[–—·|•-]\s|\s{{2,}}|$)")
_FACTS = ("manufacturer", "product_name", "object", "models", "holder", "brand", "importer")
_HEAD, _FOOT = 0.25, 0.92  # of the page's height
_DIGITS = 3
_REVISED = re.compile(
    rf"{_CODE}\S*[\s/·|,–-]{{1,5}}(?:(?i:rev(?:ision|isione|isión|isie)?|ausgabe|issue|ed(?:ition|izione"
    rf"|ición)?|vers(?:ion"
    r"|ione|ión)?|uitgave|wydanie|utgåva|indice|index)\b\.?\s?|[rRvV](?=\d))(?P<revision>\d{1,2}(?:\.\d)?|[A-Z])(?!\w)"
)
_WEB = re.compile(r"www|\.(?:com|de|eu|org|net|example|cn|fr|it|es)\b|@", re.IGNORECASE)


def own_number(passage: Passage, *, taken: Collection[str] = ()) -> tuple[Found[str], ...]:
    """The paper's own number as printed at its edges; none when nothing there is one. `taken` are its designations."""
    found = [*_references_on_top(passage), *_lone_codes(passage, taken), *_codes_in_feet(passage, taken)]
    return tuple(entry for entry in found if entry is not None)[:1]


def _references_on_top(passage: Passage) -> Iterator[Found[str] | None]:
    first = passage.pages[0]
    tops = [c.value.box[1] for c in passage.candidates(*_FACTS, pages=[first])]
    for candidate in passage.candidates("reference", pages=[first]):
        if candidate.value.box[3] <= min(tops, default=_HEAD * first.height):
            yield number_of(passage, candidate.value)


def _lone_codes(passage: Passage, taken: Collection[str]) -> Iterator[Found[str] | None]:
    first = passage.pages[0]
    for line in passage.printed(first).lines():
        match = _LONE.fullmatch(line.text.strip()) if line.box[3] < _HEAD * first.height else None
        if match is not None and _is_number(match["number"], taken):
            start = line.text.index(match["number"])
            yield _found(passage, line, (start, start + len(match["number"])))


def _codes_in_feet(passage: Passage, taken: Collection[str]) -> Iterator[Found[str] | None]:
    """Codes that stand in the foot of every page, for one page says as little as a form's number does."""
    if len(passage.pages) < 2:
        return
    feet = [dict(_foot_codes(passage, page, taken)) for page in passage.pages]
    for number, printed in feet[0].items():
        if all(number in foot for foot in feet[1:]):
            yield printed


def _foot_codes(passage: Passage, page: Page, taken: Collection[str]) -> Iterator[tuple[str, Found[str] | None]]:
    for line in passage.printed(page).lines():
        if line.box[1] > _FOOT * page.height:
            for match in _IN_FOOT.finditer(line.text):
                if _is_number(match["number"], taken):
                    yield match["number"], _found(passage, line, match.span("number"))


def _found(passage: Passage, line: Printed, span: tuple[int, int]) -> Found[str] | None:
    return passage.found(line, line.text[slice(*span)], span=span, confidence=0.85)


def _is_number(text: str, taken: Collection[str]) -> bool:
    known = find_standards(text) or find_acts(text) or find_dates(text) or _WEB.search(text)
    return sum(c.isdigit() for c in text) >= _DIGITS and text not in taken and not known


_DAY_BEHIND = re.compile(
    r"[\s,;(–-]*(?:r[eé]v\w*\.?\s*\w{1,3}|version\s*\w{1,3}|issue\s*\w{1,3}"
    r"|ausgabe\s*\w{1,3})?[\s,;(–-]*(?:of|dated|vom|du|del|van|av|z dnia)\s+(?=\d)",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"[\s/·|,;(–-]{1,4}(?:rev(?:ision|isione|isión|isie)?|r[eé]v(?:ision)?|revisie|rewizja|version|ausgabe"
    r"|issue|utgåva|udgave|indice|[rv](?=\d))(?<=[\w.])(?:\b|(?=\d))[.:\s]{0,3}(?:n[°ro]\.?\s?)?"
    r"(?P<revision>\d{1,2}(?:\.\d)?|[A-Z])(?![\w.]*\w)",
    re.IGNORECASE,
)


def revision_behind(passage: Passage, own: Collection[Found[str]]) -> tuple[Found[str], ...]:
    """The revision printed right behind the paper's own number ("T13377 revision 1", "LNX-41877 rév. 0")."""
    for entry in own:
        for line in passage.printed(passage.pages[0]).lines():
            at = line.text.find(entry.value)
            match = _BEHIND.match(line.text, at + len(entry.value)) if at >= 0 else None
            found = (
                passage.found(line, match["revision"], span=match.span("revision"), confidence=0.9) if match else None
            )
            if found is not None:
                return (found,)
    return ()


def day_behind(passage: Passage, own: Collection[Found[str]]) -> tuple[Found[date], ...]:
    """The day behind the paper's own number and its revision ("IFML-41207 rév. 2 du 9 février 2026")."""
    for entry in own:
        for line in passage.printed(passage.pages[0]).lines():
            at = line.text.find(entry.value)
            match = _DAY_BEHIND.match(line.text, at + len(entry.value)) if at >= 0 else None
            if match is not None:
                return tuple(dates_in(passage, line.part(match.end()))[:1])
    return ()


def revision_in_foot(passage: Passage) -> tuple[Found[str], ...]:
    """The revision that stands behind a code in the foot of the first page ("FB-QM-0417 / Ausgabe 3")."""
    first = passage.pages[0]
    for line in passage.printed(first).lines():
        match = _REVISED.search(line.text) if line.box[1] > _FOOT * first.height else None
        if match is not None:
            found = passage.found(line, match["revision"], span=match.span("revision"), confidence=0.85)
            return (found,) if found is not None else ()
    return ()
