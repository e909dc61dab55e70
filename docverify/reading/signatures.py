"""A PDF's digital signatures as plain JSON, and what was added to the file after the last of them.

Says what a signature covers, never that it is valid: trust in the certificate is not decided here. An addition that
changes no page (time stamps, validation data) is told from one that does, by comparing the pages of the signed
revision with those of the file as it is. A time stamp is no one's signature and stands in a list of its own.
"""

from collections.abc import Sequence
from typing import Any

import pypdfium2 as pdfium

from docverify.reading.catalogue import SignedField

MOST_COMPARED = 200
_PADDING = b"\r\n \t\x00"


def signature_entries(fields: Sequence[SignedField], content: bytes) -> list[dict[str, Any]]:
    """One entry per signature, in order of what they cover; `changed_after` is that of the last one for all."""
    entries = sorted((_entry(field, content) for field in fields), key=_covered)
    for entry in entries[:-1]:
        entry["changed_after"] = entries[-1]["changed_after"]
    return entries


def _covered(entry: dict[str, Any]) -> int:
    return int(entry["covers_bytes"])


def _entry(field: SignedField, content: bytes) -> dict[str, Any]:
    end, whole = _range(field.ranges, len(content))
    return {
        "field": field.field,
        "signer": field.signer,
        "reason": field.reason,
        "place": field.place,
        "time": field.time,
        "format": field.format,
        "covers_bytes": end,
        "whole_revision": whole,
        "changed_after": bool(content[end:].strip(_PADDING)) or not whole,
    }


def _range(ranges: tuple[int, ...], length: int) -> tuple[int, bool]:
    """Where the signed bytes end, and whether they are the whole file up to there but for the signature itself."""
    pairs = list(zip(ranges[::2], ranges[1::2], strict=False))
    end = max((start + size for start, size in pairs), default=0)
    if not 0 < end <= length or min(ranges) < 0:
        return (0, False)
    return (end, len(pairs) == 2 and pairs[0][0] == 0 and pairs[0][1] > 0 and pairs[1][0] > pairs[0][1])


def changed_pages(pdf: Any, signed: bytes, password: str | None = None) -> list[int] | None:
    """The pages that differ from the signed revision; None when that cannot be found out."""
    if not signed:
        return None
    try:
        before = pdfium.PdfDocument(signed, password=password)
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
