"""Turns what certificates of metrology print in their own ways into fields: production site, product, software, day.

A certificate of module D or H1 names the site and what is made there in its sentence; an annex lists software with
checksums; the day of issue often stands in a line of its own.
"""

import re
from collections.abc import Collection
from datetime import date

from docverify.extraction.designations import models_in
from docverify.extraction.fields import Fields, dates_in, once, version_of, without_empty
from docverify.extraction.locate import Passage
from docverify.extraction.model_tables import print_of
from docverify.extraction.parties import LEGAL_FORM, read_party
from docverify.extraction.printed import kept
from docverify.extraction.values import find_dates
from docverify.facts.evidence import Found
from docverify.facts.version import Version
from docverify.reading.page import Table

_SITE = re.compile(
    r"\b(?:(?:production|manufacturing) (?:site|plant|facilit(?:y|ies)|location)|Fertigungsstätte"
    r"|Produktionsstätte|site de production"
    r"|stabilimento(?: produttivo| di produzione)?|centro de producción|zakład(?:zie)? produkcyjny\w*"
    r"|productielocatie)s?(?: of| at|:| de| di)?\s+"
    r"(?P<value>[A-ZÀ-Ž][^;]{4,200}?)(?=,\s+(?:a|an|the|has|have|for|ein|eine|un|une|una|who|which)\s"
    r"|\.\s*(?:\n|$)|\s+(?:a|has|have|operates|fulfils|meets)\s)",
)
_COMPANY = re.compile(
    r"(?:bescheinigt(?: hiermit)?,? (?:dem Unternehmen|der Firma|dass (?:das Unternehmen|die Firma))"
    r"|atteste que (?:la société|l['’]entreprise)"
    r"|certifies that (?:the (?:company|manufacturer))|certifica che (?:la società|l['’]azienda)"
    r"|certifica que la empresa)\s*[:,]?\s*\n?"
    r"(?P<value>[^\n]{3,80}(?:\n[^\n]{3,60}){0,4}?)(?=\n(?:für|ein|pour|for|operates|has|per|para|mit"
    r"|applique)\b|\n\n|\Z)",
    re.IGNORECASE,
)
_A_CODE = r"(?=[\w./-]*\d)[A-Z][\w]*(?:[-./][\w]+)*"
_MADE = re.compile(
    r"(?:inspection and testing|production|manufacture|testing|Endabnahme und Prüfung|Herstellung|essais"
    r"|fabrication) (?:of|von|de|des)\s+"
    r"(?P<name>[A-ZÀ-Ža-z][^,;:.]{5,90}?),?\s+(?:der |des |de |of )?(?:types?|models?|Typ(?:en|s)?)\s+"
    rf"(?P<codes>{_A_CODE}(?:(?:,\s*|\s+(?:and|und|et|y|e)\s+){_A_CODE})*)",
)
_CHECKSUM = re.compile(r"checksum|prüfsumme|somme de contrôle|\bCRC\b|signature|hash|identifi", re.IGNORECASE)
_VERSION = re.compile(r"version|versie|versione|versión|wersja", re.IGNORECASE)


def quality_system(passage: Passage) -> Fields:
    """Production site, product and models of the sentence of a certificate on a quality system of a module."""
    fields: Fields = {}
    for page in passage.pages[:2]:
        printed = passage.printed(page)
        site = _SITE.search(printed.text)
        if site and LEGAL_FORM.search(site["value"]) and "factory" not in fields:
            name, address, country = read_party(passage, printed.part(*site.span("value")))
            fields |= {"factory": once([name]), "factory_address": once([address]), "factory_country": once([country])}
        company = _COMPANY.search(printed.text)
        if company and "holder" not in fields:
            name, address, country = read_party(passage, printed.part(*company.span("value")))
            if name is not None and LEGAL_FORM.search(name.value):
                found = {"": once([name]), "_address": once([address]), "_country": once([country])}
                fields |= {f"{role}{suffix}": v for role in ("holder", "manufacturer") for suffix, v in found.items()}
        made = _MADE.search(printed.text)
        if made and "product_name" not in fields:
            product = printed.part(*made.span("name")).trimmed()
            fields["product_name"] = once([passage.found(product, " ".join(product.text.split()), confidence=0.9)])
            fields["models"] = kept(models_in(passage, printed.part(*made.span("codes"))))
    return without_empty(fields)


def software_listed(passage: Passage) -> tuple[Found[Version], ...]:
    """The versions of a table that lists software parts with a version and a checksum each."""
    found: list[Found[Version] | None] = []
    for page in passage.pages:
        for table in page.tables:
            column = _version_column(table)
            for row in table.rows[1:] if column is not None else ():
                cell = row[column] if column is not None and column < len(row) else None
                if cell is not None and cell.lines:
                    found.append(version_of(passage, print_of(page, cell)))
    return once(found)


def _version_column(table: Table) -> int | None:
    """The column headed "version" of a table that has one of checksums; None for any other table."""
    heads = [cell.text if cell is not None else "" for cell in table.rows[0]]
    if not any(_CHECKSUM.search(head) for head in heads):
        return None
    return next((index for index, head in enumerate(heads) if _VERSION.search(head)), None)


def date_alone(passage: Passage, *, taken: Collection[date] = ()) -> tuple[Found[date], ...]:
    """The one day that stands in a line of its own on the first page."""
    found: list[Found[date]] = []
    for line in passage.printed(passage.pages[0]).lines():
        days = find_dates(line.text, day_first=passage.day_first)
        if len(days) == 1 and len(line.text.strip()) - (days[0].end - days[0].start) <= 1:
            found += [day for day in dates_in(passage, line) if day.value not in taken]
    return once(found) if len({day.value for day in found}) == 1 else ()
