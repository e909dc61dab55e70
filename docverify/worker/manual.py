"""A manual in the child process: read from PDF or from a written source, and always taken for a manual."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from importlib import import_module
from typing import Any

from docverify.classify import Section, classify
from docverify.errors import UnreadableInput
from docverify.extraction.anatomy import left_overs, with_anatomy
from docverify.extraction.doubts import with_doubts
from docverify.extraction.extract import extract
from docverify.extraction.mentions import with_mentions
from docverify.facts.document import Document, DocumentKind
from docverify.facts.source import SourceFile
from docverify.reading.page import ReadDocument
from docverify.reading.read import read
from docverify.reading.unshown import unshown
from docverify.reading.wishes import OnPage, ReadLimits
from docverify.reading.written.read import is_written, read_written

_COVER = 4  # pages that say which manual it is


def read_manual(
    source: SourceFile,
    *,
    limits: ReadLimits,
    skip: dict[int, str],
    on_page: OnPage,
    logos: Sequence[int],
    words: Sequence[str],
) -> Document:
    """The record of the manual, its anatomy among its marks; scanned pages are recognised as in any paper."""
    if is_written(source.path):
        document = read_written(source)
    else:
        document = _read_pdf(source, limits=limits, skip=skip, on_page=on_page, logos=logos)
    section = Section(DocumentKind.MANUAL, _scheme(document), (1, document.page_count), "checked as a manual", "", 1.0)
    record = with_doubts(extract(document, section), document)
    record = with_anatomy(with_mentions(record, document, words), document)
    left = left_overs(document.pages, unshown(source.content, source.path), words) if words else []
    return replace(record, marks={**record.marks, "left_over": left}) if left else record


def _read_pdf(
    source: SourceFile, *, limits: ReadLimits, skip: dict[int, str], on_page: OnPage, logos: Sequence[int]
) -> ReadDocument:
    """The document with the facts about its file; its fonts are looked up while PDFium reads: it lets others run."""
    with ThreadPoolExecutor(1) as beside:
        fonts = beside.submit(_fonts, source.content)
        document = read(source, limits=limits, skip=skip, on_page=on_page, ocr=True, dead_links=True)
        facts = _file_facts(source, logos) | fonts.result()
    structure = {name: fact for name, fact in document.structure.items() if name != "dead_links"}
    links = {"dead_links": document.structure.get("dead_links", [])}
    return replace(document, structure={**structure, "manual_file": links | facts})


def _fonts(content: bytes) -> dict[str, Any]:
    found: dict[str, Any] = import_module("docverify.reading.manual_file").fonts_of(content)
    return found


def _file_facts(source: SourceFile, logos: Sequence[int]) -> dict[str, Any]:
    """The facts but the fonts; none where the file can only be opened after it was mended."""
    try:
        found: dict[str, Any] = import_module("docverify.reading.manual_file").file_facts(
            source.content, source.path, logos=logos
        )
    except UnreadableInput:
        return {}
    return found


def _scheme(document: ReadDocument) -> str | None:
    """Which manual it is, where the classifier says so of its first pages."""
    begin = replace(document, pages=document.pages[:_COVER], page_count=min(document.page_count, _COVER))
    first: Any = next((section for section in classify(begin) if section.kind is DocumentKind.MANUAL), None)
    return first.scheme if first else None
