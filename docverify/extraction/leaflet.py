"""Turns a manual of one or two sheets into what it prints without labels: ratings, connectors, maker and importer.

Such a leaflet has no technical data of its own: "IP54, IK10", "Steckdose Typ 2" or "Made by X …, imported by Y …" stand
in running text, its number and issue in the foot as "KA-0093 / 04 / 11.2025", and "for NAME and NAME" under the title.
"""

import re
from collections.abc import Iterator
from typing import Any

from docverify.extraction.fields import Fields, once, without_empty
from docverify.extraction.locate import Passage
from docverify.extraction.parties import LEGAL_FORM, read_party
from docverify.extraction.printed import Printed, kept
from docverify.extraction.rating_lines import rating_line_fields
from docverify.extraction.running_text import spots_on
from docverify.extraction.values import field_of, find_connectors, find_dates, find_ratings
from docverify.facts.designation import ModelFamily
from docverify.facts.evidence import Found

_SHEETS = 4  # pages of a leaflet
_RATED = frozenset({"protection_ip", "protection_ik"})
_PARTY = {
    "manufacturer": r"(?:made|manufactured|produced) (?:by|for)|hergestellt (?:von|durch|für)|fabriqué (?:par|pour)"
    r"|prodotto da"
    r"|fabricado por|vervaardigd door|tillverka[ds] av|produsert av|fremstillet af|wyprodukowan\w+ przez",
    "importer": r"import(?:ed|er)(?: (?:in)?to (?:the )?(?:EU|UK|European Union|United Kingdom|Great Britain))? by"
    r"|(?:importiert|eingeführt) (?:von|durch)|importé par|importato da|importado por|geïmporteerd door"
    r"|importera[ds] av|importert av|importeret af|importowan\w+ przez",
}
_MADE = {role: re.compile(rf"(?<!\w)(?:{words})\s+(?=[^\W\d_])", re.IGNORECASE) for role, words in _PARTY.items()}
_STOP = re.compile(
    r"(?<![A-Z])(?<!Ltd)(?<!Inc)(?<!Co)(?<!Str)(?<!str)\.(?=\s|$)|,?\s+(?:and|und|et|e|y|en|och|og|i)\s+(?=import"
    r"|geïmp|eingef)"
    r"|\n(?=[^\n]*(?:[:：]|import))",
    re.IGNORECASE,
)
_LONGEST = 220
_FOOT = re.compile(
    r"(?P<number>(?=[\w-]*\d{2})[A-Z]{1,6}[-_]?[A-Z0-9]+(?:[-_][A-Z0-9]+)*)\s?[/|·]\s?(?P<revision>\d{1,2}|[A-Z])"
    r"\s?[/|·]\s?(?:\d{1,2}[./-])?\d{1,2}[./-](?:19|20)\d\d"
)
_FOR = re.compile(
    r"(?:(?:for|für|pour|per|para|voor|för|for|til|dla)\s+(?:the\s+|die\s+|les?\s+|de\s+)?)?(?P<names>NAME(?:,\s*NAME)*"
    r"\s+(?:and|und|et|e|y|en|och|og|i|&)\s+NAME)".replace("NAME", r"[A-ZÀ-Ž][\w+.-]*(?:\s[A-ZÀ-Ž0-9][\w+.-]*){0,4}")
)
_PARTED = re.compile(r",\s*|\s+(?:and|und|et|e|y|en|och|og|i|&)\s+")
_TITLE_LINES = 6  # of the first page, in which such a list stands


def is_leaflet(passage: Passage) -> bool:
    """Whether the manual is one of a few sheets."""
    return len(passage.pages) <= _SHEETS


def leaflet_fields(passage: Passage) -> Fields:
    """Protection and connectors in running text, maker and importer of a sentence, number and issue of the foot."""
    collected: dict[str, list[Found[Any]]] = {}
    for page in passage.pages:
        for spot, entry in spots_on(passage, page, find_ratings):
            if spot.name in _RATED:
                collected.setdefault(field_of(spot), []).append(entry)
        collected.setdefault("connectors", []).extend(entry for _, entry in spots_on(passage, page, find_connectors))
    fields: Fields = {name: once(entries) for name, entries in collected.items()}
    fields = rating_line_fields(passage) | without_empty(fields)
    return without_empty(fields | _parties(passage) | _foot(passage))


def _parties(passage: Passage) -> Fields:
    fields: Fields = {}
    for page in passage.pages:
        printed = passage.printed(page)
        for role, pattern in _MADE.items():
            match = pattern.search(printed.text) if role not in fields else None
            if match is None:
                continue
            end = _STOP.search(printed.text, match.end(), match.end() + _LONGEST)
            named = printed.part(match.end(), end.start() if end else match.end() + _LONGEST).trimmed()
            name, address, country = read_party(passage, named)
            if name is not None and LEGAL_FORM.search(name.value):
                fields |= {role: once([name]), f"{role}_address": once([address]), f"{role}_country": once([country])}
    return fields


def _foot(passage: Passage) -> Fields:
    """Number and issue of a line that is nothing but these and a month or day."""
    for line in _lines(passage):
        match = _FOOT.fullmatch(line.text)
        if match:
            return {
                name.replace("number", "document_number"): kept(
                    [passage.found(line, match[name], span=match.span(name))]
                )
                for name in ("number", "revision")
            }
    return {}


def models_by_name(passage: Passage) -> tuple[Found[ModelFamily], ...]:
    """The names of the line under the title that is nothing but a list of them ("for Alba Home and Alba Home Plus")."""
    found: list[Found[ModelFamily] | None] = []
    for page in passage.pages[:1]:
        lines = [line.trimmed() for line in passage.printed(page).lines()]
        for line in lines[:_TITLE_LINES]:
            match = _FOR.fullmatch(line.text)
            if match is None or find_dates(line.text):
                continue
            names = [part.trimmed() for part in line.part(*match.span("names")).split(_PARTED)]
            family = set.intersection(*(set(re.findall(r"[A-ZÀ-Ž][a-zß-ž]{2,}", name.text)) for name in names))
            for name in names if family else ():
                start = min(name.text.index(word) for word in family)
                model = name.part(start).trimmed()
                found.append(passage.found(model, ModelFamily.parse(model.text), confidence=0.8))
    return once(found)


def _lines(passage: Passage) -> Iterator[Printed]:
    for page in passage.pages:
        for line in passage.printed(page).lines():
            yield line.trimmed()
