"""Which blank pages are blank, and which only look so because their content could not be understood.

PDFium draws nothing for a content stream that does not inflate or does not parse, and says nothing. A page with
nothing on it is therefore looked at again: bytes that are no drawing, or a drawing that should paint, make it unread.
"""

import re
import zlib
from collections.abc import Sequence
from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import PdfObject

_PAINTS = re.compile(rb"(?<![\w/])(?:Tj|TJ|Do|S|f|F|B|b|sh|EI)(?![\w])")
_BINARY = re.compile(rb"[^\t\n\r\x20-\x7e]")
DAMAGE = (PyPdfError, ValueError, KeyError, TypeError, IndexError, AttributeError, OSError, RecursionError)


def not_understood(content: bytes, numbers: Sequence[int], password: str | None) -> frozenset[int]:
    """The numbers of those pages whose content stream holds something that was not drawn."""
    try:
        reader = PdfReader(BytesIO(content), password=password)
        count = len(reader.pages)
    except DAMAGE:
        return frozenset(numbers)
    return frozenset(number for number in numbers if number > count or _holds_something(reader, number))


def _holds_something(reader: PdfReader, number: int) -> bool:
    try:
        stream = reader.pages[number - 1].get_contents()
        if stream is None:
            return False
        drawn: bytes | None = stream.get_data()
    except DAMAGE:
        return True
    if drawn is None:  # it did not inflate
        return True
    if not drawn.strip():
        return not _is_packed_nothing(reader, number)
    return len(_BINARY.findall(drawn)) * 10 > len(drawn) or bool(_PAINTS.search(drawn))


def _is_packed_nothing(reader: PdfReader, number: int) -> bool:
    """Whether the page's streams, as they stand in the file, hold nothing: no bytes, or nothing packed by deflate."""
    contents = reader.pages[number - 1].get("/Contents")
    try:
        parts = [contents.get_object()] if contents is not None else []
        parts = [item.get_object() for part in parts for item in (part if isinstance(part, list) else [part])]
        return all(not _unpacked(_raw(part)).strip() for part in parts)
    except (*DAMAGE, zlib.error):
        return False


def _raw(part: PdfObject) -> bytes:
    """The bytes of the stream, still packed."""
    out = BytesIO()
    part.write_to_stream(out)
    return out.getvalue().partition(b"stream")[2].rpartition(b"endstream")[0].strip(b"\r\n")


def _unpacked(raw: bytes) -> bytes:
    return zlib.decompressobj().decompress(raw, 1024) if raw else b""
