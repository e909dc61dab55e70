"""Turns a datasheet into its fields: models and their ratings, features, standards, and which sheet it is."""

import re
from typing import Any

from docverify.extraction.contacts import find_contacts
from docverify.extraction.fields import Fields, dates, once, spotted, standards_in, texts, without_empty
from docverify.extraction.foot_line import foot_line
from docverify.extraction.identity_lines import identity_lines
from docverify.extraction.letterhead import letterhead
from docverify.extraction.locate import Passage
from docverify.extraction.model_tables import headed_models
from docverify.extraction.parties import party_fields
from docverify.extraction.printed import Printed
from docverify.extraction.product_words import brand_lines, named_lines, product_names
from docverify.extraction.short_paper import models
from docverify.extraction.technical_data import technical_fields
from docverify.extraction.tested_product import version_fields
from docverify.extraction.titled_models import titled_models
from docverify.extraction.values import find_connectors, find_radios
from docverify.facts.designation import ModelFamily
from docverify.facts.evidence import Found

_CODE_LINE = re.compile(
    r"(?=[^\n]*\d)(?:[A-Z][A-Za-z]+ |[A-Z]{2,} )?[A-Z]{1,8}[A-Z0-9]*(?:[-/][A-Z0-9]+)+(?:\s*[,;/"
    r"|]\s*(?:[A-Z][A-Za-z]+ |[A-Z]{2,} )?[A-Z]{1,8}[A-Z0-9]*(?:[-/][A-Z0-9]+)+)*"
)
_INPUT = re.compile(r"input|supply|rated|nenn|eingang|entrée|ingresso|entrada|assigné|输入|额定", re.IGNORECASE)
_HEAD = 0.5  # of the page's height: where the sheet names its models


def extract(passage: Passage) -> Fields:
    """Every field of the datasheet."""
    fields: Fields = dict(party_fields(passage, ("manufacturer", "importer")))
    fields |= _identity(passage)
    prints = [passage.printed(page) for page in passage.pages]
    fields |= technical_fields(passage, free=prints)
    fields["models"] = _models(passage)
    fields["product_name"] = texts(passage, "product_name")[:1] or product_names(passage)[:1]
    fields["product_name"] = fields["product_name"] or once(named_lines(passage)[0])[:1]
    if "connectors" not in fields:
        fields["connectors"] = once(v for p in prints for v in spotted(passage, p, find_connectors(p.text)))
    fields["radios"] = once(v for p in prints for v in spotted(passage, p, find_radios(p.text)))
    found = [entry for p in prints for entry in standards_in(passage, p)]
    dated = {entry.value.designation for entry in found if entry.value.edition}
    fields["standards"] = once(e for e in found if e.value.edition or _is_labelled(passage, e, dated))
    own = identity_lines(passage, passage.pages, models={entry.value.printed for entry in fields["models"]})
    fields |= {name: values for name, values in own.items() if not fields.get(name) and not fields.get("issued_on")}
    fields |= version_fields(passage)
    fields["contacts"] = find_contacts(passage, passage.pages)
    if "manufacturer" not in fields:
        fields |= _company(passage)
    names = (*fields.get("manufacturer", ()), *fields["models"])
    fields["brand"] = texts(passage, "brand") or brand_lines(passage, names)
    return without_empty(_direct_current(passage, fields))


def _models(passage: Passage) -> tuple[Found[ModelFamily], ...]:
    """The models beside their labels, those that head columns with them, else those in lines of their own."""
    named, heads = models(passage), headed_models(passage)
    if heads and {entry.value.printed for entry in named} <= {entry.value.printed for entry in heads}:
        return heads
    return named or heads or _headed(passage) or once(named_lines(passage)[1]) or titled_models(passage)


def _direct_current(passage: Passage, fields: Fields) -> Fields:
    """The fields; the power of a DC charger is what it gives out, unless its label says that it takes it in."""
    is_dc = any(re.search(r"\bDC\b|充电机|直流", entry.value) for entry in fields.get("product_name", ()))
    labels = [c.label for c in passage.candidates("rated_power")]
    if not is_dc or "output_power_kw" in fields or any(_INPUT.search(label) for label in labels):
        return fields
    return {"output_power_kw" if name == "rated_power_kw" else name: values for name, values in fields.items()}


def _is_labelled(passage: Passage, entry: Found[Any], dated: set[str]) -> bool:
    """Whether an undated reference stands beside a label of standards, and no dated one says the same."""
    if entry.value.designation in dated:
        return False
    labelled = {v.quote for c in passage.candidates("standards") for v in standards_in(passage, c.value)}
    return entry.quote in labelled


def _identity(passage: Passage) -> Fields:
    """Number, revision and date, from a line such as "DS-7420 Rev. B 20 May 2025", else from labels."""
    fields: Fields = {"revised_on": dates(passage, "revised_on")[:1], "issued_on": dates(passage, "issued_on")[:1]}
    foot = foot_line(passage, passage.pages)
    if "revision" in foot or "revised_on" in foot:
        return fields | foot
    fields["revision"] = tuple(e for e in texts(passage, "revision") if _is_revision(e.value))[:1]
    if not fields["revised_on"] and not fields["issued_on"]:
        fields["revised_on"] = dates(passage, "date")[:1]
    return fields


def _is_revision(text: str) -> bool:
    """Whether the text beside the label is one word with a number in it, or a letter or two: no head of a column."""
    return len(text) <= 14 and " " not in text and (len(text) <= 2 or any(map(str.isdigit, text)))


def _headed(passage: Passage) -> tuple[Found[ModelFamily], ...]:
    """Lines in the upper half of the first page that are nothing but designations."""
    entries: list[Found[ModelFamily] | None] = []
    for page in passage.pages[:1]:
        for line in passage.printed(page).lines():
            text = line.trimmed()
            if text and text.box[1] < _HEAD * page.height and _CODE_LINE.fullmatch(text.text):
                entries += _designations(passage, text)
    return once(entries)


def _designations(passage: Passage, line: Printed) -> list[Found[ModelFamily] | None]:
    return [
        passage.found(part, ModelFamily.parse(part.text)) for part in line.split(re.compile(r"\s*[,;|]\s*|\s+/\s+"))
    ]


def _company(passage: Passage) -> Fields:
    for page in (*passage.pages[-1:], *passage.pages[:1]):
        found = letterhead(passage, page, laboratory=False)
        if "issuer_address" in found:
            return {name.replace("issuer", "manufacturer"): values for name, values in found.items()}
    return {}
