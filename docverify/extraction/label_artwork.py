"""Turns the artwork of a rating label into the plate's facts: model, ratings, versions, maker and importer."""

import re

from docverify.extraction.fields import Fields, is_blank, once, spotted, texts, without_empty
from docverify.extraction.foot_line import foot_line
from docverify.extraction.locate import Passage
from docverify.extraction.parties import LEGAL_FORM, party_fields, read_address, read_party
from docverify.extraction.product_words import brand_lines, product_names
from docverify.extraction.ratings import rating_fields
from docverify.extraction.short_paper import models
from docverify.extraction.tested_product import all_versions
from docverify.extraction.values import find_connectors
from docverify.facts.evidence import Found

_IMPORTED = re.compile(
    r"^\s*(?:imported by|importer|importeur|importé par|importateur|importato da|importado por|进口商)\s*[:：]\s*",
    re.IGNORECASE,
)
_PLACEHOLDER = re.compile(r"^[Xx*#_\-. ]+$|^(?:YY|yy|SN|S/N)")


def extract(passage: Passage) -> Fields:
    """Every field of the label; a serial number made of placeholders is none."""
    fields: Fields = dict(party_fields(passage, ("manufacturer", "importer", "factory")))
    fields |= {name: values for name, values in _companies(passage).items() if name not in fields}
    prints = [passage.printed(page) for page in passage.pages]
    fields |= rating_fields(passage, prints)
    fields |= foot_line(passage, passage.pages)
    fields["models"] = models(passage)
    fields["product_name"] = texts(passage, "product_name")[:1] or product_names(passage)[:1]
    fields["brand"] = texts(passage, "brand") or brand_lines(
        passage, (*fields.get("manufacturer", ()), *fields["models"])
    )
    fields["connectors"] = once(v for p in prints for v in spotted(passage, p, find_connectors(p.text)))
    serials = texts(passage, "serial_numbers")
    fields["serial_numbers"] = tuple(e for e in serials if not _PLACEHOLDER.match(e.value) and not is_blank(e.value))
    fields |= all_versions(passage)
    return without_empty(fields)


def _companies(passage: Passage) -> Fields:
    """The importer behind its words, and the company that stands on the label without any."""
    found: dict[str, list[Found[str] | None]] = {}
    for page in passage.pages:
        lines = passage.printed(page).lines()
        for line, following in zip(lines, [*lines[1:], None], strict=True):
            imported = _IMPORTED.match(line.text)
            role = "importer" if imported else "manufacturer"
            if not LEGAL_FORM.search(line.text) or (role == "manufacturer" and ":" in line.text[:25]):
                continue
            parts = read_party(passage, line.part(imported.end()).trimmed() if imported else line.trimmed())
            if parts[0] is None or found.get(role):
                continue
            if parts[1] is None and following is not None and ":" not in following.text[:25]:
                parts = (parts[0], *read_address(passage, following.trimmed()))
            for suffix, entry in zip(("", "_address", "_country"), parts, strict=True):
                found[f"{role}{suffix}"] = [entry]
    return without_empty({name: once(entries) for name, entries in found.items()})
