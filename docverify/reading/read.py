"""A received file to a `ReadDocument`: pages of text with boxes, the pages that could not be read, structure facts.

Refuses (`UnreadableInput`) what is no PDF and no picture, is encrypted with an unknown password or too damaged to open.
A bad page of a good file is an `UnreadPage` with its reason: never an exception, never silence.
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib import import_module
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from docverify.errors import UnreadableInput
from docverify.facts.document import UnreadPage
from docverify.facts.source import SourceFile
from docverify.reading.page import Page, ReadDocument
from docverify.reading.pages import Pages
from docverify.reading.salvage import salvaged
from docverify.reading.structure import Structure
from docverify.reading.wishes import OnPage, ReadLimits, Wishes, silent

__all__ = ["ReadLimits", "read", "taken_out"]


def read(
    source: SourceFile,
    *,
    password: str | None = None,
    ocr: bool = True,
    limits: ReadLimits | None = None,
    skip: Mapping[int, str] | None = None,
    on_page: OnPage | None = None,
    dead_links: bool = False,
) -> ReadDocument:
    """The file's pages, read. `on_page(number, count)` is called before each page is tried."""
    wishes = Wishes(ocr, limits or ReadLimits(), skip or {}, on_page or silent, dead_links)
    if b"%PDF-" not in source.content[:1024]:
        document: ReadDocument = pictures().read_pictures(source, wishes)
        return document
    try:
        return _read_pdf(source, opened_pdf(source.content, source.path, password), wishes, password)
    except UnreadableInput:
        saved = salvaged(source.content)
        if saved is None:
            raise
        document = _read_pdf(source, opened_pdf(saved, source.path, password), wishes, password)
        missing = UnreadPage(document.page_count + 1, "the file is truncated: from here on, pages are missing")
        return replace(document, page_count=document.page_count + 1, unread=(*document.unread, missing))


def _read_pdf(source: SourceFile, pdf: Any, wishes: Wishes, password: str | None) -> ReadDocument:
    has_notes = any(name in source.content for name in (b"/FreeText", b"/Stamp", b"/ObjStm"))
    structure = Structure(pdf, source.content, password)
    pages = Pages(pdf, ocr=wishes.ocr, scanned_pages=wishes.limits.scanned_pages, has_notes=has_notes)
    pages.signed_fields, pages.has_xfa = structure.signed_fields, structure.has_xfa
    outcomes = [
        _outcome(pages, number, len(pdf), wishes) for number in range(1, min(len(pdf), wishes.limits.pages + 1) + 1)
    ]
    outcomes = _without_false_blanks(outcomes, source, password)
    return ReadDocument(
        source,
        len(pdf),
        tuple(outcome for outcome in outcomes if isinstance(outcome, Page)),
        tuple(outcome for outcome in outcomes if isinstance(outcome, UnreadPage)),
        {**structure.facts(), "form": _form(pages), **({"dead_links": pages.dead_links} if wishes.dead_links else {})},
    )


def _without_false_blanks(
    outcomes: list[Page | UnreadPage], source: SourceFile, password: str | None
) -> list[Page | UnreadPage]:
    """The outcomes with a page that only looks blank, because its content was not understood, as unread."""
    blank = [page.number for page in outcomes if isinstance(page, Page) and not page.text.strip()]
    if not blank:
        return outcomes
    wrong = import_module("docverify.reading.contents").not_understood(source.content, blank, password)
    return [
        UnreadPage(page.number, "the content of the page is damaged: nothing of it could be drawn")
        if isinstance(page, Page) and page.number in wrong and not page.marks
        else page
        for page in outcomes
    ]


def _outcome(pages: Pages, number: int, count: int, wishes: Wishes) -> Page | UnreadPage:
    refused = wishes.refused(number, count)
    if refused:
        return UnreadPage(number, refused)
    wishes.on_page(number, count)
    outcome = pages.page(number)
    if wishes.dead_links and isinstance(outcome, Page):
        pages.look_at_links(number)
    return outcome


def _form(pages: Pages) -> list[dict[str, Any]]:
    """The form's values with page and box, as plain JSON."""
    return [
        {"name": field.name, "type": field.type, "value": field.value, "page": number, "box": list(field.box)}
        for number, fields in sorted(pages.fields.items())
        for field in fields
    ]


def taken_out(path: str, content: bytes, number: int) -> SourceFile:
    """The paper embedded in that PDF under that number, as `structure["embedded_papers"]` counts."""
    files = import_module("docverify.reading.catalogue").Catalogue(content, None).files()
    if not (0 <= number < len(files) and files[number].is_pdf):
        raise UnreadableInput(f"{path}: the embedded file cannot be taken out; ask the supplier to send it by itself")
    return SourceFile.of(path, files[number].content)


def opened_pdf(content: bytes, path: str, password: str | None = None) -> Any:
    """The file opened by PDFium, its form ready; raises UnreadableInput with advice."""
    try:
        pdf = pdfium.PdfDocument(content, password=password)
        if pdf.get_formtype() != pdfium_c.FORMTYPE_NONE:
            pdf.init_forms()
    except pdfium.PdfiumError as error:
        raise UnreadableInput(f"{path}: {_why_not(error, password)}") from error
    return pdf


def _why_not(error: pdfium.PdfiumError, password: str | None) -> str:
    if error.err_code == pdfium_c.FPDF_ERR_PASSWORD:
        wrong = "the password is wrong" if password else "encrypted with a password"
        return f"{wrong}; ask the supplier for a copy without a password"
    if error.err_code == pdfium_c.FPDF_ERR_SECURITY:
        return "encrypted in a way that cannot be opened; ask the supplier for a copy without encryption"
    return "damaged or truncated, it cannot be opened as a PDF; ask the supplier to send it again"


@cache
def pictures() -> Any:
    """The module that reads image files, with its OCR."""
    return import_module("docverify.reading.image_file")
