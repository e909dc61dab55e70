"""A manual in the child process: read from PDF or from a written source, and always taken for a manual."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from docverify.classify import Section, classify
from docverify.extraction.anatomy import with_anatomy
from docverify.extraction.doubts import with_doubts
from docverify.extraction.extract import extract
from docverify.extraction.mentions import with_mentions
from docverify.facts.document import Document, DocumentKind
from docverify.facts.source import SourceFile
from docverify.reading.page import ReadDocument
from docverify.reading.read import read
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
        document = read(source, limits=limits, skip=skip, on_page=on_page, ocr=True)
        document = _with_file_facts(document, logos)
    section = Section(DocumentKind.MANUAL, _scheme(document), (1, document.page_count), "checked as a manual", "", 1.0)
    record = with_doubts(extract(document, section), document)
    return with_anatomy(with_mentions(record, document, words), document)


def _with_file_facts(document: ReadDocument, logos: Sequence[int]) -> ReadDocument:
    from docverify.reading.manual_file import safe_file_facts

    facts = safe_file_facts(document.source.content, document.source.path, logos)
    return replace(document, structure={**document.structure, "manual_file": facts})


def _scheme(document: ReadDocument) -> str | None:
    """Which manual it is, where the classifier says so of its first pages."""
    begin = replace(document, pages=document.pages[:_COVER], page_count=min(document.page_count, _COVER))
    first: Any = next((section for section in classify(begin) if section.kind is DocumentKind.MANUAL), None)
    return first.scheme if first else None
