"""Turns a manual into its fields: what it is for, which revision it is, what it says and in which languages.

A manual is long and read as plain text; only its cover, its last pages and its technical data are laid out. A value
that stands in every language is read once, from the first.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from docverify.extraction.contacts import find_contacts
from docverify.extraction.described_radios import described_radios
from docverify.extraction.designations import models_in, split_object
from docverify.extraction.fields import Fields, dates, dates_in, numbers, once, standards_in, texts, without_empty
from docverify.extraction.foot_line import foot_line
from docverify.extraction.identity_lines import identity_lines
from docverify.extraction.languages import find_languages
from docverify.extraction.leaflet import is_leaflet, leaflet_fields, models_by_name
from docverify.extraction.letterhead import letterhead
from docverify.extraction.locate import Passage
from docverify.extraction.model_cells import labelled_models
from docverify.extraction.parties import ADDRESSES, LEGAL_FORM, ROLES, party_fields
from docverify.extraction.printed import Printed, joined, kept
from docverify.extraction.revision_table import RevisionRow, revision_rows
from docverify.extraction.running_text import narrowed, read_at, spots_on
from docverify.extraction.statements import find_statements
from docverify.extraction.technical_data import supply_said, technical_fields
from docverify.extraction.titled_models import cover_models
from docverify.extraction.values import find_acts, find_dates, find_standards, find_versions
from docverify.extraction.version_words import versions_said, word_patterns
from docverify.facts.designation import ModelFamily
from docverify.facts.evidence import Found, Origin
from docverify.facts.version import Version
from docverify.reading.page import Page

_ROLES = ("manufacturer", "importer", "authorised_representative", "responsible_party")
_ROLE_KEYS = tuple(key for key, role in {**ROLES, **ADDRESSES}.items() if role in _ROLES)
_COVER = 2  # pages
_TECHNICAL_PAGES = 3
_FIRMWARE_WORD = re.compile(r"\b(?:firmware|FW|micrologiciel|software)\b|固件", re.IGNORECASE)
_RATED = re.compile(r"\d\s?(?:V|A|kW|Hz|°C)\b|\bIP\s?\d\d\b")
_MODEL_LINE = re.compile(r"[.;]\s|\n|$")
_COLON = re.compile(r"[^\n:：.;]{0,60}[:：]")
_BULLET = re.compile(r"\s*[•▪●■○◦*–—-]\s*")
_LIST_LINES = 30
_APPLIES_TO = 200  # characters after "applies to" in which the models stand


def extract(passage: Passage) -> Fields:
    """Every field of the manual."""
    passage = replace(passage, sparing=True)
    cover = narrowed(passage, passage.pages[:_COVER])
    ends = narrowed(passage, _ends(passage.pages))
    fields: Fields = {}
    fields |= _parties(passage, ends)
    fields |= _identity(passage, cover, ends)
    leaflet = leaflet_fields(passage) if is_leaflet(passage) else {}
    for name in ("document_number", "revision"):
        fields[name] = fields.get(name) or leaflet.get(name, ())
    own = {entry.value for entry in fields.get("document_number", ())}
    covered = _covered_models(passage, cover)
    fields["covered_models"] = tuple(entry for entry in covered if entry.value.printed not in own)
    if not fields["covered_models"] and is_leaflet(passage):
        fields["covered_models"] = models_by_name(cover) or cover_models(passage)
    if is_leaflet(passage):
        fields |= _named_by_itself(passage, fields)
    fields["firmware_described"] = versions_said(passage, "firmware") or fields.get("firmware_described", ())
    fields["hardware_version"] = versions_said(passage, "hardware")
    technical = narrowed(passage, _technical_pages(passage))
    fields |= technical_fields(technical)
    for name, entry in supply_said(cover):
        fields.setdefault(name, (entry,))
    fields |= {name: values for name, values in leaflet.items() if not fields.get(name)}
    fields["radios"] = described_radios(passage, technical)
    fields["acts_described"] = once(found for page in passage.pages for _, found in spots_on(passage, page, find_acts))
    fields["standards"] = _standards(passage, technical)
    fields["statements"] = find_statements(passage.pages, passage.sha256)
    fields["languages"] = find_languages(passage.pages, passage.sha256)
    fields["contacts"] = find_contacts(passage, passage.pages)
    return without_empty(fields)


def _named_by_itself(passage: Passage, fields: Fields) -> Fields:
    """Number, revision and date that the small lines of a leaflet give where nothing else did."""
    wanted = ("document_number", "revision", "revised_on")
    if all(fields.get(name) for name in wanted):
        return {}
    models = {entry.value.printed for entry in fields.get("covered_models", ())}
    found = identity_lines(passage, passage.pages, models=models)
    return {name: found[name] for name in wanted if name in found and not fields.get(name)}


def _ends(pages: Sequence[Page]) -> tuple[Page, ...]:
    """The cover and the last two pages, each once."""
    chosen = {page.number: page for page in (*pages[:_COVER], *pages[-2:])}
    return tuple(chosen.values())


def _parties(passage: Passage, ends: Passage) -> Fields:
    """Manufacturer, importer and others: beside their labels where a page names them, else in the imprint."""
    named = [page for page in passage.pages if _names_party(page)]
    chosen = {page.number: page for page in (*ends.pages, *named[:4])}
    looked_at = narrowed(passage, tuple(chosen.values()))
    fields = party_fields(looked_at, _ROLES) if looked_at.pages_with(_ROLE_KEYS) else {}
    if "manufacturer" not in fields:
        fields |= _imprint(ends)
    licences = {page.number for page in passage.pages if _LICENCE.search(page.text)}
    fields = {name: tuple(v for v in values if v.evidence[0].page not in licences) for name, values in fields.items()}
    fields = {name: values[:1] if name.startswith("manufacturer") else values for name, values in fields.items()}
    return fields | without_empty({"manufacturer": _both_names(looked_at, fields.get("manufacturer", ()))})


def _both_names(passage: Passage, named: tuple[Found[str], ...]) -> tuple[Found[str], ...]:
    """The maker with its Chinese name, where that is the line right above or below the name in Latin letters."""
    for entry in named[:1]:
        page = passage.page(entry.evidence[0].page)
        lines = [line.trimmed() for line in passage.printed(page).lines()]
        for above, below in zip(lines, lines[1:], strict=False):
            names = [above.text, below.text]
            if entry.quote in names and (han := next((n for n in names if _HAN_COMPANY.fullmatch(n)), None)):
                other = passage.found(above if names[0] == han else below, han)
                return kept([other, entry] if names[0] == han else [entry, other])
    return named


_HAN_COMPANY = re.compile(r"[\u3400-\u9fff（）()]{2,40}(?:公司|集团|厂)")

# The address on such a page is that of whoever wrote the licence of the software inside.
_LICENCE = re.compile(r"General Public License|Free Software Foundation|Apache License|MIT License")


def _imprint(ends: Passage) -> Fields:
    """The company named with its address on the last page or the cover, without a label."""
    for page in (*ends.pages[-1:], *ends.pages[:1]):
        if page.origin is Origin.TEXT and not LEGAL_FORM.search(" ".join(page.text.split())):
            continue
        found = letterhead(ends, page, laboratory=False)
        if "issuer_address" in found:
            return {name.replace("issuer", "manufacturer"): values for name, values in found.items()}
    return {}


_PARTY = re.compile(
    r"^[ \t]*(?:manufactur\w+|importer|imported by|importeur|hersteller|fabricant|fabbricante|fabricante"
    r"|fabrikant|producent|importateur|importatore|importador|tillverkare|valmistaja|制造商|进口商)"
    r"(?:[^\n:]{0,30})?\s*[:：]",
    re.IGNORECASE | re.MULTILINE,
)


def _names_party(page: Page) -> bool:
    return bool(_PARTY.search(page.text))


def _identity(passage: Passage, cover: Passage, ends: Passage) -> Fields:
    """Document number, revision, date and names of the paper: its revision table, its labels, its running foot."""
    fields: Fields = {
        "document_number": _document_number(ends),
        "product_name": tuple(e for e in texts(cover, "product_name") if len(e.value) < 70)[:1],
        "brand": texts(cover, "brand")[:1],
    }
    rows = [row for page in (*passage.pages[:4], *passage.pages[-3:]) for row in revision_rows(passage, page)]
    if rows:
        newest = max(rows, key=_row_date)
        fields |= {"revision": kept([newest.revision]), "revised_on": kept([newest.day])}
        fields |= _said_on_front(cover, newest)
        fields["firmware_described"] = _firmware_in(passage, newest)
    else:
        revised = dates(ends, "revised_on")[:1] or _dated(ends) or _cover_day(cover)
        fields |= {"revision": _revision(ends) or _cover_revision(cover), "revised_on": revised}
    return _footed(passage, fields)


def _said_on_front(cover: Passage, newest: RevisionRow) -> Fields:
    """Revision, date and number in the head of the first page, where the revision table says the same."""
    front = narrowed(cover, cover.pages[:1])
    revision, day = _revision(front), dates(front, "date", "revised_on")[:1]
    same = revision and day and (revision[0].value, day[0].value) == (newest.revision.value, newest.day.value)
    if not same:
        return {}
    number = numbers(front, "document_number", "number")[:1]
    return {"revision": revision, "revised_on": day} | ({"document_number": number} if number else {})


def _firmware_in(passage: Passage, row: RevisionRow) -> tuple[Found[Version], ...]:
    """The firmware that the row of the revision table names."""
    rest = row.page.text[slice(*row.rest)]
    match = _FIRMWARE_WORD.search(rest)
    for version, start, end in find_versions(rest):
        if match and start <= match.end() + 12 and end > match.start():
            offset = row.rest[0]
            value = re.search(r"[Vv]?\d[\w.\-]*", rest[start:end])
            span = (
                (offset + start + value.start(), offset + start + value.end())
                if value
                else (offset + start, offset + end)
            )
            return kept(
                [read_at(passage, row.page, span, Version.parse(row.page.text[slice(*span)]) if value else version)]
            )
    return ()


def _row_date(row: RevisionRow) -> date:
    return row.day.value


def _footed(passage: Passage, fields: Fields) -> Fields:
    """The fields, with what is missing taken from the running foot."""
    for name, values in foot_line(passage, passage.pages[:4]).items():
        if not fields.get(name) and not (name == "revised_on" and fields.get("issued_on")):
            fields[name] = values
    return fields


def _document_number(ends: Passage) -> tuple[Found[str], ...]:
    found = []
    for candidate in ends.candidates("document_number"):
        line = candidate.value.lines()[0].trimmed() if candidate.value.lines() else candidate.value
        number = re.match(r"[A-Z0-9][\w\-/.]*\d[\w\-/.]*", line.text)
        if number and len(number[0]) >= 4 and not find_dates(number[0]):
            found.append(ends.found(line, number[0], span=number.span()))
    return once(found)[:1]


_LONE_VERSION = re.compile(r"(?:version|revision|rev\.|v)\.?[ \t]?(\d+(?:\.\d+)+[\w.+~-]*)", re.IGNORECASE)


def _cover_revision(cover: Passage) -> tuple[Found[str], ...]:
    """A version that begins a line of the cover, `V2.9.0`, where no label gives the revision."""
    for page in cover.pages[:1]:
        for line in cover.printed(page).lines():
            match = _LONE_VERSION.match(line.text.strip())
            if match:
                start = line.text.index(match[1])
                return kept([cover.found(line, match[1], span=(start, start + len(match[1])), confidence=0.8)])
    return ()


_WORD = re.compile(r"\w\w")


def _around(text: str, start: int, end: int) -> str:
    return text[:start] + text[end:]


def _cover_day(cover: Passage) -> tuple[Found[date], ...]:
    """A date that is a line of the cover by itself."""
    for page in cover.pages[:1]:
        for line in cover.printed(page).lines():
            spotted = find_dates(line.text, day_first=cover.day_first) if len(line.text) < 40 else ()
            if len(spotted) == 1 and not _WORD.search(_around(line.text, spotted[0].start, spotted[0].end)):
                best = spotted[0].candidates[0]
                span = (spotted[0].start, spotted[0].end)
                return kept([cover.found(line, best.value, span=span, confidence=0.8 * best.confidence)])
    return ()


def _revision(ends: Passage) -> tuple[Found[str], ...]:
    found = []
    for candidate in ends.candidates("revision"):
        line = candidate.value.lines()[0].trimmed() if candidate.value.lines() else candidate.value
        match = re.match(r"(?:[A-Za-z]{1,4}\.?\s?)?\d[\w.\-]*|[A-Z]\d?(?![a-z])", line.text)
        if match and len(match[0]) <= 14 and not find_dates(line.text[: match.end() + 6]):
            found.append(ends.found(line, match[0], span=match.span()))
    return once(found)[:1]


def _dated(ends: Passage) -> tuple[Found[Any], ...]:
    """The date beside a date label on the ends of the manual."""
    days = [day for candidate in ends.candidates("date") for day in dates_in(ends, candidate.value)]
    days = days or [day for candidate in ends.candidates("revision") for day in dates_in(ends, candidate.value)]
    if not days:
        for page in ends.pages:
            for match in word_patterns()["date"].finditer(page.text):
                line_end = page.text.find("\n", match.end())
                tail = page.text[match.end() : line_end if line_end > 0 else None]
                for entry in find_dates(tail, day_first=ends.day_first)[:1]:
                    span = (match.end() + entry.start, match.end() + entry.end)
                    found = read_at(
                        ends, page, span, entry.candidates[0].value, confidence=entry.candidates[0].confidence
                    )
                    return kept([found])
    return once(days)[:1]


def _covered_models(passage: Passage, cover: Passage) -> tuple[Found[ModelFamily], ...]:
    """The models that the manual says it is for; the sentence that says so comes before what the cover prints."""
    said: list[Found[ModelFamily] | None] = []
    for page in passage.pages:
        match = word_patterns()["applies"].search(page.text)
        if match is None:
            continue
        printed = passage.printed(page)
        again = word_patterns()["applies"].search(printed.text)
        if again is not None:
            said += _models_said(passage, printed, again.end())
    said = [entry for entry in said if entry is not None and not _NO_MODEL.match(entry.value.printed)]
    if said:
        return once(said)
    return labelled_models(cover, cover.candidates("models")) or once(_cover_models(cover))


# `EVC-22, hardware C, firmware 1.8`: what follows the model in an "applies to" line is no model.
_NO_MODEL = re.compile(
    r"(?:hardware|firmware|software|version|hw|fw|matériel|micrologiciel|sprzęt)\b|v?\d{1,2}(?:\.\d+)+(?![\w-])",
    re.IGNORECASE,
)


def _models_said(passage: Passage, printed: Printed, start: int) -> list[Found[ModelFamily] | None]:
    """The models behind "applies to": a list behind its colon, else the designations of the sentence."""
    colon = _COLON.match(printed.text, start)
    if colon or printed.text[max(0, start - 2) : start].rstrip().endswith((":", "：")):
        return models_in(passage, _sentence(printed, colon.end() if colon else start))
    _, codes = split_object(_sentence(printed, start))
    # in a running sentence `64-bit` and `GNU/Linux` stand where a model would: a designation has a capital and a digit
    sure = [code for code in codes if re.search(r"[A-Z]", code.text) and re.search(r"\d", code.text)]
    return [entry for code in sure for entry in models_in(passage, code)]


def _sentence(printed: Printed, start: int) -> Printed:
    """What is printed from there to the end of the sentence or the line, or the list under it."""
    line_end = printed.text.find("\n", start)
    if line_end >= 0 and not printed.text[start:line_end].strip(" :：.•-"):
        return _listed(printed, line_end + 1)
    end = _MODEL_LINE.search(printed.text, start + 1, start + _APPLIES_TO)
    return printed.part(start, end.start() if end else start + _APPLIES_TO).trimmed()


def _listed(printed: Printed, start: int) -> Printed:
    """The lines of a list of designations, without their bullets."""
    kept_lines = []
    for line in printed.part(start).lines()[:_LIST_LINES]:
        bullet = _BULLET.match(line.text)
        item = line.part(bullet.end()).trimmed() if bullet else line.trimmed()
        if not bullet and not _CODE.fullmatch(item.text):
            break
        kept_lines.append(item)
    return joined(kept_lines)


def _cover_models(cover: Passage) -> Iterator[Found[ModelFamily] | None]:
    """Designations in the upper part of the cover, in lines that are no sentence."""
    own = {str(entry.value) for values in foot_line(cover, cover.pages).values() for entry in values}
    for page in cover.pages[:1]:
        if page.origin is Origin.TEXT and not _CODE.search(page.text):
            continue
        for line in cover.printed(page).lines():
            if line.box[1] > _COVER_PART * page.height or len(line.text) > 120 or find_dates(line.text):
                continue
            for code in _CODE.finditer(line.text):
                if code[0] not in own and not find_standards(line.text[: code.end()]):
                    yield from models_in(cover, line.part(*code.span()))


_CODE = re.compile(
    r"(?<![\w/-])(?!(?:A|AT|B|BE|CH|CZ|D|DE|DK|E|ES|F|FI|FIN|FR|H|I|IT|L|LI|N|NL|NO|P|PL|PT|S|SE|SK)-\d{4,5} [A-ZÀ-Ž])"
    r"(?:[A-Z]{4,} )?(?=[A-Z0-9/-]*\d)(?:[A-Z]{1,8}[A-Z0-9]*(?:[-/][A-Z0-9]+)+"
    r"|[A-Z]{2,6}\d[A-Z0-9]*(?:[-/][A-Z0-9]+)*)(?![\w/-])(?! \d[A-Z]{2}\b)"  # a postcode is no model
)
_COVER_PART = 0.6  # of the page's height


def _technical_pages(passage: Passage) -> list[Page]:
    """The pages with the most ratings under a heading of technical data, in page order."""
    titled = word_patterns()["technical"]
    short = is_leaflet(passage)  # a sheet has no headings
    pages = [page for page in passage.pages if _richness(page) >= 3 and (short or titled.search(page.text))]
    return sorted(sorted(pages, key=_richness, reverse=True)[:_TECHNICAL_PAGES], key=_page_number)


def _page_number(page: Page) -> int:
    return page.number


def _richness(page: Page) -> int:
    return len(_RATED.findall(page.text))


def _standards(passage: Passage, technical: Passage) -> tuple[Found[Any], ...]:
    """Dated standards cited anywhere, and undated ones where a label says that they are the product's."""
    found: list[Found[Any] | None] = []
    for page in passage.pages:
        for value, start, end in find_standards(page.text):
            if value.edition:
                found.append(read_at(passage, page, (start, end), value))
    labelled = [entry for c in technical.candidates("standards") for entry in standards_in(technical, c.value)]
    dated = {entry.value.designation for entry in found if entry is not None}
    return once([*found, *(entry for entry in labelled if entry.value.designation not in dated)])
