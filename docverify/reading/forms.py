"""What was typed into a PDF's form fields and free-text notes: words on the page that its text layer does not hold.

A field gives its name, its value, its page and its box; a ticked box is printed as `☒`, an empty field as nothing.
A note is laid over the paper and anybody can add one: its words carry a confidence that no pass may rest on.
"""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import pypdfium2.raw as pdfium_c

from docverify.facts.evidence import Box, Origin
from docverify.reading.layout import Piece
from docverify.reading.page import Mark, Word
from docverify.reading.text_layer import TextPage

MOST_FIELDS = 2000
TICKED = "☒"
SIGNED = "signed"
NOTE_CONFIDENCE = 0.3
_TYPES = {
    pdfium_c.FPDF_FORMFIELD_CHECKBOX: "checkbox",
    pdfium_c.FPDF_FORMFIELD_RADIOBUTTON: "radio",
    pdfium_c.FPDF_FORMFIELD_COMBOBOX: "choice",
    pdfium_c.FPDF_FORMFIELD_LISTBOX: "choice",
    pdfium_c.FPDF_FORMFIELD_TEXTFIELD: "text",
    pdfium_c.FPDF_FORMFIELD_SIGNATURE: "signature",
}
_NOTES = (pdfium_c.FPDF_ANNOT_FREETEXT, pdfium_c.FPDF_ANNOT_STAMP)
_HIDDEN = pdfium_c.FPDF_ANNOT_FLAG_HIDDEN | pdfium_c.FPDF_ANNOT_FLAG_NOVIEW | pdfium_c.FPDF_ANNOT_FLAG_INVISIBLE


@dataclass(frozen=True, slots=True)
class FormField:
    """One filled field or note; `type` is text, choice, checkbox, radio, signature or note."""

    name: str
    type: str
    value: str
    box: Box


def fields_of(opened: TextPage, form: Any, signed: frozenset[str] = frozenset()) -> tuple[FormField, ...]:
    """The page's filled fields and notes; `form` is PDFium's form handle, or None when the file has no form.

    `signed` names the signature fields that hold a signature: PDFium does not look for it in a field's parents.
    """
    fields = (_with_signature(field, signed) for field in _all_fields(opened, form))
    return tuple(field for field in fields if field.value)


def _with_signature(field: FormField, signed: frozenset[str]) -> FormField:
    return replace(field, value=SIGNED) if field.type == "signature" and field.name in signed else field


def _all_fields(opened: TextPage, form: Any) -> Iterator[FormField]:
    page = opened.page.raw
    for at in range(min(pdfium_c.FPDFPage_GetAnnotCount(page), MOST_FIELDS)):
        annotation = pdfium_c.FPDFPage_GetAnnot(page, at)
        if not annotation:
            continue
        field = _field(opened, form, annotation)
        pdfium_c.FPDFPage_CloseAnnot(annotation)
        if field is not None:
            yield field


def _field(opened: TextPage, form: Any, annotation: Any) -> FormField | None:
    kind = pdfium_c.FPDFAnnot_GetSubtype(annotation)
    if kind not in (*_NOTES, pdfium_c.FPDF_ANNOT_WIDGET):
        return None
    rect = pdfium_c.FS_RECTF()
    hidden = pdfium_c.FPDFAnnot_GetFlags(annotation) & _HIDDEN
    if hidden or not pdfium_c.FPDFAnnot_GetRect(annotation, rect):
        return None
    box = opened.frame.displayed(rect.left, rect.bottom, rect.right, rect.top)
    if kind in _NOTES:
        return FormField("", "note", _text(pdfium_c.FPDFAnnot_GetStringValue, annotation, b"Contents"), box)
    if form is None:
        return None
    type_ = _TYPES.get(pdfium_c.FPDFAnnot_GetFormFieldType(form, annotation))
    if type_ is None:
        return None
    name = _text(pdfium_c.FPDFAnnot_GetFormFieldName, form, annotation)
    if type_ in ("checkbox", "radio"):
        return FormField(name, type_, TICKED if pdfium_c.FPDFAnnot_IsChecked(form, annotation) else "", box)
    if type_ == "signature":
        return FormField(name, type_, "", box)
    return FormField(name, type_, _text(pdfium_c.FPDFAnnot_GetFormFieldValue, form, annotation).strip(), box)


def _text(function: Any, *arguments: Any) -> str:
    """A text that PDFium writes into a buffer, UTF-16."""
    size = function(*arguments, None, 0)
    if size <= 2:
        return ""
    buffer = (ctypes.c_ushort * (size // 2 + 1))()
    function(*arguments, buffer, size)
    return bytes(buffer)[: size - 2].decode("utf-16-le", errors="ignore")


def pieces_of(field: FormField) -> list[Piece]:
    """The field's words as pieces, every line of the value in its share of the box."""
    lines = [line for line in field.value.replace("\r\n", "\n").replace("\r", "\n").split("\n") if line.strip()]
    if field.type == "signature" or not lines:
        return []
    x0, y0, x1, y1 = field.box
    step = (y1 - y0) / len(lines)
    sure = NOTE_CONFIDENCE if field.type == "note" else 1.0
    return [
        piece
        for at, line in enumerate(lines)
        for piece in _line(line, (x0, y0 + at * step, x1, y0 + (at + 1) * step), sure)
    ]


def _line(text: str, box: Box, sure: float) -> list[Piece]:
    x0, y0, x1, y1 = box
    width = min(0.5 * min(y1 - y0, 14.0), (x1 - x0) / max(len(text), 1))
    pieces = []
    at = 0
    for word in text.split():
        at = text.index(word, at)
        chars = tuple((x0 + n * width, y0, x0 + (n + 1) * width, y1) for n in range(at, at + len(word)))
        span = (chars[0][0], y0, chars[-1][2], y1)
        height = min(y1 - y0, 14.0)
        pieces.append(Piece(Word(word, span, Origin.FORM, sure), (y0 + y1) / 2 + 0.3 * height, height, chars))
        at += len(word)
    return pieces


def marks_of(fields: tuple[FormField, ...]) -> tuple[Mark, ...]:
    """The signature fields that were signed."""
    return tuple(Mark("signature", field.box) for field in fields if field.type == "signature" and field.value)
