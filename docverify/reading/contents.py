"""Which blank pages are blank, and which only look so because their content could not be understood.

PDFium draws nothing for a content stream that does not inflate or does not parse, and says nothing. A page with
nothing on it is therefore looked at again: bytes that are no drawing, or a drawing that should paint, make it unread.
"""

import re
from collections.abc import Sequence
from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import PdfObject

_PAINTS = re.compile(rb"(?<![\w/])(?:Tj|TJ|Do|S|f|F|B|b|sh|EI)(?![\w])")
_BINARY = re.compile(rb"[^\t\n\r\x20-\x7e]")
EMPTY_STREAM = 120  # bytes that a packed stream of nothing takes, written with its dictionary
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
        return bool(_raw_length(reader, number))
    return len(_BINARY.findall(drawn)) * 10 > len(drawn) or bool(_PAINTS.search(drawn))


def _raw_length(reader: PdfReader, number: int) -> int:
    """Bytes of the page's streams as they stand in the file, less what an empty one takes with its dictionary."""
    contents = reader.pages[number - 1].get("/Contents")
    try:
        parts = [contents.get_object()] if contents is not None else []
        parts = [item.get_object() for part in parts for item in (part if isinstance(part, list) else [part])]
        return sum(max(0, _written(part) - EMPTY_STREAM) for part in parts)
    except DAMAGE:
        return 1


def _written(part: PdfObject) -> int:
    out = BytesIO()
    part.write_to_stream(out)
    return out.tell()
