"""Turns the large lines of a cover and the sentence of a short declaration into models that bear a name, not a code.

"Solenna Home 11 · Solenna Home 22" under a title, "BORNEO 22" as the title, "the radio equipment type EKO-Box S11 is
in compliance": a name counts only with a digit or a capital inside a word. None of it is sure.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from docverify.extraction.designations import models_in
from docverify.extraction.fields import once
from docverify.extraction.locate import Passage
from docverify.extraction.printed import Printed
from docverify.extraction.running_text import read_at
from docverify.extraction.values import find_dates, find_ratings, find_standards
from docverify.facts.designation import ModelFamily
from docverify.facts.evidence import Found

_NAMED = re.compile(
    r"(?=[^\n]*\d)[A-ZÀ-Ž][\w.+-]*(?: [A-Z0-9][\w.+-]*){1,3}|[A-Z][\w.-]* [a-z][A-Z]\w+(?: [A-Z0-9][\w.-]*)?"
)
_ONE_WORD = re.compile(r"(?=[^\n]*\d)(?=[^\n]*[A-Z])[A-Za-zÀ-ž]{1,12}[-]?[A-Z0-9][\w.+-]{1,14}")
_PARTS = re.compile(r"\s+[·•|/]\s+|,\s+|\s+(?:&|and|und|et|e|y|i|en|och|og|ja|a)\s+")
_LETTERS = re.compile(r"[^\W\d_]{3}")  # a price is no name, however large
_NO_NAME = re.compile(
    r"\b(?:guide|manual|version|ver|rev|revision|edition|issue|page|seite|part|step|figure|table|mode|type|class"
    r"|level|chapter"
    r"|anleitung|handbuch|notice|manuel|manuale|guida|handleiding|instrukcja|anvisning|bluetooth|wi-?fi|ocpp|usb"
    r"|ethernet"
    r"|series|copyright|january|february|march|april|may|june|july|august|september|october|november|december)\b|©",
    re.IGNORECASE,
)
_NEARLY, _LARGE = 0.9, 0.5  # of the tallest line's height
_HEAD = 0.5  # of the page's height: where the sheet names its models
_UNSURE = 0.6
_TYPE_SAID = re.compile(
    r"(?:radio equipment(?: type)?|type of radio equipment|equipment type|Funkanlagentyp|Funkanlage(?: Typ| des Typs)?"
    r"|équipement radioélectrique(?: du type)?|apparecchiatura radio(?: tipo)?|equipo radioeléctrico(?: tipo)?"
    r"|type radioapparatuur|radioapparatuur(?: type)?|urządzenia radiowego|urządzenie radiowe(?: typu)?"
    r"|typ av radioutrustning|radioutrustningen|radioudstyrstypen|radioutstyrstypen|radiolaitetyyppi"
    r"|equipamento de rádio(?: do tipo)?|typ rádiového zařízení|rádiové zařízení(?: typu)?)\s+[\[(]?"
    r"(?P<value>[^\n.;:()\[\]]{2,60}?)[\])]?\s+(?:is in compliance|complies|are in compliance|der Richtlinie"
    r"|den Richtlinien"
    r"|est conforme|è conforme|es conforme|conform is|voldoet|jest zgodn|överensstämmer|er i overensstemmelse"
    r"|er i samsvar|on direktiivin|está em conformidade|je v souladu|is conform)"
)


def titled_models(passage: Passage, *, least: float = _NEARLY) -> tuple[Found[ModelFamily], ...]:
    """The names in the largest lines of the upper half of the first page."""
    for page in passage.pages[:1]:
        lines = [line.trimmed() for line in passage.printed(page).lines() if line.box[1] < _HEAD * page.height]
        lines = [line for line in lines if line]
        tallest = max((line.box[3] - line.box[1] for line in lines if _LETTERS.search(line.text)), default=0.0)
        for line in lines:
            if line.box[3] - line.box[1] < least * tallest or find_ratings(line.text) or find_dates(line.text):
                continue
            found = [entry for part in line.split(_PARTS) for entry in _named(passage, part)]
            if found:
                return once(replace(entry, confidence=_UNSURE) for entry in found)
    return ()


def cover_models(passage: Passage) -> tuple[Found[ModelFamily], ...]:
    """The names on a manual's cover, else the type that its short declaration names."""
    return titled_models(passage, least=_LARGE) or type_said(passage)


def type_said(passage: Passage) -> tuple[Found[ModelFamily], ...]:
    """The types that the sentence of a short declaration names, where they bear a digit."""
    found: list[Found[ModelFamily]] = []
    for page in passage.pages:
        for match in _TYPE_SAID.finditer(page.text):
            offset = match.start("value")
            for part in re.finditer(r"(?:(?!,\s|\s(?:and|und|et|e|y|i|en|och|og)\s).)+", match["value"]):
                text = part[0].strip()
                if any(c.isdigit() for c in text) and any(c.isupper() for c in text) and len(text.split()) <= 4:
                    span = (offset + part.start(), offset + part.end())
                    entry = read_at(passage, page, span, ModelFamily.parse(text), confidence=0.85)
                    found += [entry] if entry is not None else []
    return once(found)


def _named(passage: Passage, part: Printed) -> Iterator[Found[ModelFamily]]:
    text = part.text
    if not (_NAMED.fullmatch(text) or _ONE_WORD.fullmatch(text)) or _NO_NAME.search(text) or find_standards(text):
        return
    yield from (entry for entry in models_in(passage, part) if entry is not None)
