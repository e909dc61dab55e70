"""Turns one section of a read document into its `Document` record: every field, the languages, the unread pages.

`EXTRACTORS` says which module reads which kind; a kind without an entry is read for what every paper has (number,
dates, models, issuer). Nothing here refuses: what was not found is not in the record, and unread pages say why.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from importlib import import_module
from typing import Any

from docverify.classify import Section
from docverify.extraction.changes import find_changes
from docverify.extraction.clauses import report_marks
from docverify.extraction.designations import models_of
from docverify.extraction.exemptions import find_exemptions
from docverify.extraction.fields import Extractor, Fields, dates, numbers, once, texts, versions, without_empty
from docverify.extraction.languages import find_languages, language_ranges
from docverify.extraction.locate import Passage
from docverify.extraction.model_difference import with_models_of_difference
from docverify.extraction.national_differences import national_differences
from docverify.extraction.ordering_codes import with_ordering_codes
from docverify.extraction.page_counts import page_marks
from docverify.extraction.parties import party_fields
from docverify.extraction.report_editions import editions_apart
from docverify.extraction.title_version import dated_beside_version, paper_version, title_version
from docverify.extraction.two_readings import with_both_readings
from docverify.facts.document import Document, DocumentKind
from docverify.reading.page import ReadDocument

_ONE_SIGN = re.compile(r"[A-Z\d]")
_SIGN_LINE = re.compile(r"(?i:rev(?:ision|\.)?|rév(?:ision|\.)?|issue|ausgabe|indice|index)[ :]{1,3}(?P<sign>[A-Z\d])")
# Papers whose revision is often one sign in a title block or beside a label; others have rules of their own for it.
_TITLE_BLOCKS = frozenset(
    {
        DocumentKind.DRAWING,
        DocumentKind.DATASHEET,
        DocumentKind.COMPONENT_LIST,
        DocumentKind.CHANGE_NOTICE,
        DocumentKind.SPARE_PARTS_LIST,
        DocumentKind.WARRANTY_TERMS,
        DocumentKind.OTHER,
    }
)
EXTRACTORS: Mapping[DocumentKind, str] = {
    DocumentKind.CERTIFICATE: "certificate",
    DocumentKind.DECLARATION: "declaration",
    DocumentKind.LABORATORY_REPORT: "laboratory_report",
    DocumentKind.MANUAL: "manual",
    DocumentKind.DATASHEET: "datasheet",
    DocumentKind.RELEASE_NOTES: "release_notes",
    DocumentKind.COMPONENT_LIST: "component_list",
    DocumentKind.CHANGE_NOTICE: "change_notice",
    DocumentKind.INSPECTION_RECORD: "inspection_record",
    DocumentKind.PACKING_LIST: "packing_list",
    DocumentKind.LABEL_ARTWORK: "label_artwork",
}


def extractor_of(kind: DocumentKind) -> Extractor:
    """Who reads papers of that kind, imported when the first of them comes: most packs hold few kinds."""
    if kind not in EXTRACTORS:
        return any_paper
    found: Extractor = import_module(f"docverify.extraction.{EXTRACTORS[kind]}").extract
    return found


def extract(document: ReadDocument, section: Section) -> Document:
    """The record of that section of the document."""
    first, last = section.pages
    sha256 = document.source.sha256
    passage = Passage.of(document, section.pages, scheme=section.scheme)
    fields = extractor_of(section.kind)(passage) if passage.pages else {}
    if _may_claim_exemptions(section):
        fields = without_empty(fields | {"exemptions": find_exemptions(passage.pages, sha256)})
    if section.kind is DocumentKind.MANUAL and passage.pages and "revision" not in fields:
        fields = fields | title_version(passage)
    if section.kind is DocumentKind.DRAWING:
        fields = _part_number(fields) | fields
    if section.kind in _TITLE_BLOCKS and passage.pages and "revision" not in fields:
        fields = fields | _one_sign_revision(passage)
    if section.kind is DocumentKind.LABORATORY_REPORT:
        fields = with_models_of_difference(passage, fields)
    fields = with_ordering_codes(passage, fields)
    if section.kind is DocumentKind.CHANGE_NOTICE:
        fields = without_empty(fields | {"changes": find_changes(passage.pages, sha256)})
    if "languages" not in fields:
        fields = without_empty(fields | {"languages": find_languages(passage.pages, sha256)})
    languages = language_ranges(passage.pages)
    return Document(
        id=id_of(document, section),
        path=document.source.path,
        sha256=sha256,
        pages=section.pages,
        kind=section.kind,
        scheme=section.scheme,
        why=section.why,
        runner_up=section.runner_up,
        languages=languages,
        unread_pages=tuple(entry for entry in document.unread if first <= entry.page <= last),
        fields=with_both_readings(fields, {entry.language for entry in languages}, day_first=passage.day_first),
        marks=_marks(document.structure) | _page_marks(document, section) | _report_marks(section, passage),
    )


def id_of(document: ReadDocument, section: Section) -> str:
    """The id of the paper that the section is: its file's hash, and its pages when it is a part of the file."""
    first, last = section.pages
    digest = document.source.sha256[:16]
    return digest if (first, last) == (1, document.page_count) else f"{digest}#{first}-{last}"


def _part_number(fields: Fields) -> Fields:
    """The number of the part that a drawing shows, which is the drawing's own where its title block gives no other."""
    parts = fields.get("models", ())[:1]
    return without_empty({"document_number": tuple(replace(p, value=p.value.printed, details={}) for p in parts)})


def _one_sign_revision(passage: Passage) -> Fields:
    """The revision of one letter or digit that a title block gives (`REV 1`); of several, as in a table, none."""
    ends = tuple(dict.fromkeys((*passage.pages[:2], *passage.pages[-1:])))
    signs = [c.value.trimmed() for c in passage.candidates("revision", pages=ends)]
    signs = [sign for sign in signs if _ONE_SIGN.fullmatch(sign.text)]
    for line in (line.trimmed() for page in ends for line in passage.printed(page).lines()):
        if match := _SIGN_LINE.fullmatch(line.text):
            signs.append(line.part(*match.span("sign")))
    found = once(passage.found(sign, sign.text) for sign in signs)
    return without_empty({"revision": found if len(found) == 1 else ()})


def _page_marks(document: ReadDocument, section: Section) -> dict[str, Any]:
    """The page count that the paper states, and the pages of it that lack."""
    first, last = section.pages
    own = [page for page in document.pages if first <= page.number <= last]
    return page_marks(own, document.pages, [entry.page for entry in document.unread if first <= entry.page <= last])


def _may_claim_exemptions(section: Section) -> bool:
    """Whether exemptions from the restriction of substances are claimed on papers of that sort."""
    if section.kind is DocumentKind.LABORATORY_REPORT:
        return section.scheme == "rohs"
    return section.kind is DocumentKind.DECLARATION


def _report_marks(section: Section, passage: Passage) -> dict[str, Any]:
    """Verdicts, photo pages, editions and national differences of a laboratory report; nothing for other kinds."""
    if section.kind is not DocumentKind.LABORATORY_REPORT:
        return {}
    more = {
        "editions_apart": editions_apart(passage.pages),
        "national_differences": national_differences(passage.pages),
    }
    return report_marks(passage.pages) | {name: mark for name, mark in more.items() if mark}


def any_paper(passage: Passage) -> Fields:
    """What every paper may have: number, revision, dates, models, versions and the parties it names."""
    fields = party_fields(passage, ("issuer", "manufacturer"))
    fields["document_number"] = numbers(passage, "document_number", "report_number", "certificate_number", "number")[:1]
    fields["issued_on"] = (dates(passage, "issued_on") or dates(passage, "date"))[:1]
    version = paper_version(passage, texts(passage, "revision")[:1])
    fields["revision"] = version.get("revision", ())
    fields["revised_on"] = dates(passage, "revised_on")[:1] or version.get("revised_on", ())
    if not fields["revised_on"]:
        fields |= dated_beside_version(passage)
    fields["models"] = models_of(passage, passage.candidates("models"))
    for name in ("hardware_version", "firmware_version", "software_version"):
        fields[name] = versions(passage, name)
    return without_empty(fields)


def _marks(structure: Mapping[str, Any]) -> dict[str, Any]:
    """Facts about the file's structure that a reader should look at, as plain JSON."""
    return {key: value for key, value in structure.items() if value not in (None, [], {}, "") and key != "metadata"}
