"""Turns the head and foot of a short paper (list, note, record) into number, date, company, models."""

import re
from datetime import date

from docverify.extraction.designations import models_in, split_object
from docverify.extraction.fields import Fields, dates, dates_in, numbers, once, texts, without_empty
from docverify.extraction.letterhead import letterhead
from docverify.extraction.locate import Passage
from docverify.extraction.model_cells import labelled_models
from docverify.extraction.parties import LEGAL_FORM, party_fields, read_party
from docverify.extraction.printed import kept
from docverify.extraction.running_text import first_match, matches, read_at
from docverify.facts.designation import ModelFamily
from docverify.facts.evidence import Found

_NUMBER = re.compile(
    r"(?:\b(?:record|list|notice|pcn|ecn|document|doc|drawing|report|order|delivery|note|protokoll"
    r"|lieferschein|dokument|nummer|liste?|artwork|label)\s*)?"
    r"\b(?:no|nr|number|nummer|n°|ref|编号)\b\.?\s*[:：.]?\s*(?P<value>[A-Z]{1,6}[-/]?[A-Z0-9]*[-/]?\d[\w\-/]*)",
    re.IGNORECASE,
)
_REVISION = re.compile(r"(?:[A-Za-z]{1,4}\.?\s?)?\d[\w.\-]{0,10}|[A-Z]\d{0,2}")
_TITLE_NUMBER = re.compile(
    r"^[ \t]*(?:[^\W\d_]+[ /&-]{1,3}){1,5}(?:no\.?|nr\.?|n°)?[ \t]*(?P<value>[A-Z]{1,5}[-/]\d[\w/-]{2,})[ \t]*$",
    re.MULTILINE,
)
_APPLIES = re.compile(
    r"^[ \t]*(?:affected (?:products?|models?)|applies to|applicable (?:models?|to|products?)"
    r"|products? (?:affected|concerned)|models? concerned|for(?: models?)?"
    r"|betroffene (?:produkte|modelle|typen|geräte)|boards? for|gilt für|produits concernés|适用型号|适用产品"
    r"|受影响产品)(?:\s*[:：]\s*|[ \t]+(?=[A-Z]{2,}[A-Z0-9]*[-/\d]))(?P<value>[^\n]{3,120}?)(?=\s+(?:hardware"
    r"|firmware|date|version)\b|\s*$)",
    re.IGNORECASE | re.MULTILINE,
)


def identity(passage: Passage, *roles: str) -> Fields:
    """Number, date, revision, models, and the parties of the roles; the company of the letterhead as manufacturer."""
    fields: Fields = dict(party_fields(passage, roles)) if roles else {}
    fields["document_number"] = _number(passage)
    fields["issued_on"] = _issued(passage)
    fields["revision"] = tuple(e for e in texts(passage, "revision") if _REVISION.fullmatch(e.value))[:1]
    fields["models"] = models(passage)
    return without_empty(fields)


def with_company(passage: Passage, fields: Fields, *, issuer: bool = False) -> Fields:
    """The fields with the manufacturer: beside its label, else the company at the head or foot of the paper."""
    if "manufacturer" not in fields:
        others = {entry.value for name in ("importer", "holder", "factory") for entry in fields.get(name, ())}
        company = _company(passage)
        if not others & {entry.value for entry in company.get("manufacturer", ())}:
            fields = fields | company
    if issuer and "manufacturer" in fields and "issuer" not in fields:
        fields = fields | {"issuer": fields["manufacturer"][:1]}
    return fields


def models(passage: Passage) -> tuple[Found[ModelFamily], ...]:
    """Models beside their labels or behind "applies to"."""
    found = labelled_models(passage, passage.candidates("models"))
    named = [code for c in passage.candidates("product_name") for code in split_object(c.value)[1]]
    found = found or once(entry for code in named for entry in models_in(passage, code))
    if found:
        return found
    entries: list[Found[ModelFamily]] = []
    for page, match, _ in matches(passage, _APPLIES):
        start = match.start("value")
        for part in re.finditer(r"[^,;，；]+", match["value"]):
            text = part.group().strip()
            if not any(c.isdigit() for c in text):
                continue
            entry = read_at(passage, page, (start + part.start(), start + part.end()), ModelFamily.parse(text))
            entries += [entry] if entry is not None else []
    return once(entries)


def _number(passage: Passage) -> tuple[Found[str], ...]:
    head = [entry for _, _, entry in matches(passage, _NUMBER, pages=passage.pages[:1])]
    labelled = kept(head[:1]) or numbers(passage, "document_number", "number", "report_number")[:1]
    return labelled or kept([first_match(passage, _TITLE_NUMBER, pages=passage.pages[:1])])


def _issued(passage: Passage) -> tuple[Found[date], ...]:
    for keys in (("issued_on",), ("date",), ("revised_on",)):
        found = dates(passage, *keys)
        if found:
            return found[:1]
    for page in passage.pages[:1]:
        every = dates_in(passage, passage.printed(page))
        if len({entry.value for entry in every}) == 1:
            return kept(every[:1])
    return ()


def _company(passage: Passage) -> Fields:
    if not passage.pages:
        return {}
    head = letterhead(passage, passage.pages[0], laboratory=False)
    if head:
        return {name.replace("issuer", "manufacturer"): values for name, values in head.items()}
    for line in reversed(passage.printed(passage.pages[-1]).lines()):
        if LEGAL_FORM.search(line.text) and ":" not in line.text and len(line.text) < 120:
            name, address, country = read_party(passage, line.trimmed())
            if name is not None:
                found = {
                    "manufacturer": kept([name]),
                    "manufacturer_address": kept([address]),
                    "manufacturer_country": kept([country]),
                }
                return without_empty(found)
    return {}
