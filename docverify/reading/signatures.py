"""A PDF's digital signatures, and what was added to the file after the last of them.

Says what a signature covers, never that it is valid: trust in the certificate is not decided here. An addition that
changes no page (time stamps, validation data) is told from one that does, by comparing the pages of the signed
revision with those of the file as it is.
"""

import ctypes
import re
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

MOST_COMPARED = 200
_NAME = re.compile(rb"/Name\s*\(((?:[^()\\]|\\.){1,200})\)")
_PADDING = b"\r\n \t\x00"


def signatures_of(pdf: Any, content: bytes) -> list[dict[str, Any]]:
    """One entry per signature, in order of what they cover: reason, time, format, `changed_after`, `changed_pages`."""
    entries = []
    for at in range(max(0, min(pdfium_c.FPDF_GetSignatureCount(pdf.raw), 100))):
        signature = pdfium_c.FPDF_GetSignatureObject(pdf.raw, at)
        if signature:
            entries.append(_entry(signature, content))
    entries.sort(key=_covered)
    if entries and entries[-1]["changed_after"]:
        entries[-1]["changed_pages"] = changed_pages(pdf, content[: entries[-1]["covers_bytes"]])
    for entry in entries[:-1]:
        entry["changed_after"] = entries[-1]["changed_after"]
    return entries


def _covered(entry: dict[str, Any]) -> int:
    return int(entry["covers_bytes"])


def _entry(signature: Any, content: bytes) -> dict[str, Any]:
    end, whole = _range(signature, len(content))
    return {
        "reason": _wide(pdfium_c.FPDFSignatureObj_GetReason, signature),
        "time": _narrow(pdfium_c.FPDFSignatureObj_GetTime, signature),
        "format": _narrow(pdfium_c.FPDFSignatureObj_GetSubFilter, signature),
        "covers_bytes": end,
        "whole_revision": whole,
        "changed_after": bool(content[end:].strip(_PADDING)) or not whole,
    }


def _range(signature: Any, length: int) -> tuple[int, bool]:
    """Where the signed bytes end, and whether they are the whole file up to there but for the signature itself."""
    count = pdfium_c.FPDFSignatureObj_GetByteRange(signature, None, 0)
    if not 0 < count <= 64:
        return (0, False)
    numbers = (ctypes.c_int * count)()
    pdfium_c.FPDFSignatureObj_GetByteRange(signature, numbers, count)
    pairs = list(zip(numbers[::2], numbers[1::2], strict=False))
    end = max(start + size for start, size in pairs)
    if not 0 < end <= length:
        return (0, False)
    return (end, len(pairs) == 2 and pairs[0][0] == 0 and pairs[0][1] > 0 and pairs[1][0] > pairs[0][1])


def changed_pages(pdf: Any, signed: bytes) -> list[int] | None:
    """The pages that differ from the signed revision; None when that cannot be found out."""
    if not signed:
        return None
    try:
        before = pdfium.PdfDocument(signed)
    except pdfium.PdfiumError:
        return None
    try:
        before.init_forms()
        count = max(len(pdf), len(before))
        if count > MOST_COMPARED:
            return None
        return [number for number in range(1, count + 1) if _looks(pdf, number) != _looks(before, number)]
    finally:
        before.close()


def _looks(pdf: Any, number: int) -> tuple[str, bytes] | None:
    """The page's text and a small picture of it; None when there is no such page."""
    if number > len(pdf):
        return None
    try:
        page = pdf[number - 1]
        textpage = page.get_textpage()
        text = textpage.get_text_range()
        bitmap = page.render(scale=0.5, grayscale=True)
        pixels = bytes(bitmap.buffer)
        bitmap.close()
        textpage.close()
        page.close()
    except pdfium.PdfiumError as error:
        return (str(error), b"")
    return (text, pixels)


def _narrow(function: Any, signature: Any) -> str:
    size = function(signature, None, 0)
    if size <= 1:
        return ""
    buffer = ctypes.create_string_buffer(size)
    function(signature, buffer, size)
    return buffer.value.decode("latin-1")


def _wide(function: Any, signature: Any) -> str:
    size = function(signature, None, 0)
    if size <= 2:
        return ""
    buffer = ctypes.create_string_buffer(size)
    function(signature, buffer, size)
    return buffer.raw[: size - 2].decode("utf-16-le", errors="ignore")


def signer_names(content: bytes) -> list[str]:
    """The names that signature dictionaries give in the clear, as written."""
    return [match.decode("latin-1") for match in _NAME.findall(content)][:20] if b"/ByteRange" in content else []
