"""Reads the text in the boxes of values again, with PDFium alone: does the quote stand there?"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pypdfium2

from docverify.facts.document import Document
from docverify.facts.evidence import Found, Origin

READ_FROM_PAGE = (Origin.TEXT, Origin.TABLE)


@dataclass(slots=True)
class BoxCount:
    """How many values were read, have a box, were looked at again and hold their quote."""

    values: int = 0
    with_box: int = 0
    looked_at: int = 0
    equal: int = 0

    def add(self, other: "BoxCount") -> None:
        """Counts the other in."""
        self.values += other.values
        self.with_box += other.with_box
        self.looked_at += other.looked_at
        self.equal += other.equal


def read_back(pdf: Path, documents: Iterable[Document]) -> tuple[BoxCount, list[str]]:
    """The counts, and a line for each value whose quote is not in its boxes. OCR and turned pages are not looked at."""
    count, lines = BoxCount(), []
    opened: pypdfium2.PdfDocument | None = None
    for document in documents:
        for name, entries in document.fields.items():
            for found in entries:
                count.values += 1
                count.with_box += bool(found.evidence and found.quote) or found.origin is Origin.METADATA
                if found.origin not in READ_FROM_PAGE or not found.evidence:
                    continue
                opened = opened or pypdfium2.PdfDocument(pdf)
                again = _text_in(opened, found)
                if again is None:
                    continue
                count.looked_at += 1
                count.equal += squash(found.quote) in squash(again)
                if squash(found.quote) not in squash(again):
                    lines.append(f"{document.path} p. {found.evidence[0].page} {name}: {found.quote!r} / {again!r}")
    if opened is not None:
        opened.close()
    return count, lines


def _text_in(pdf: pypdfium2.PdfDocument, found: Found[object]) -> str | None:
    pieces = []
    for item in found.evidence:
        page = pdf[item.page - 1]
        if page.get_rotation():
            return None
        height = page.get_height()
        x0, y0, x1, y1 = item.box
        pieces.append(page.get_textpage().get_text_bounded(x0 - 1, height - y1 - 1, x1 + 1, height - y0 + 1))
    return "".join(pieces)


def squash(text: str) -> str:
    """The text without blanks, soft hyphens, hyphens and case: what a reader would call the same words."""
    return re.sub(r"[\s\u00ad\u200b-]+", "", text).casefold()
