"""Word files (DOCX) to lines: paragraphs and table rows in order, counted as lines from 1.

Refuses what is no DOCX or unpacks to too much. Macros and links to outside (a template, a picture on the web) are
never followed; they are told as warnings.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from docx import Document as open_word
from docx.oxml.ns import qn
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph

from docverify.errors import UnreadableInput
from docverify.reading.written.lines import Piece, Written

MOST_BYTES = 200 << 20
_LEVEL = re.compile(r"(?:Heading|heading|Überschrift|Titre|Titolo|Título|Kop|Nagłówek|Rubrik)\s*(\d)")
_OUTSIDE = ("attachedTemplate", "image", "frame", "oleObject", "subDocument")


def read_word(content: bytes, path: str) -> Written:
    """The document's text, links, pictures and bookmarks."""
    _safe(content, path)
    try:
        word = open_word(io.BytesIO(content))
    except Exception as error:
        raise UnreadableInput(f"{path}: damaged, it cannot be opened as a Word file; save it again") from error
    written = Written("docx")
    core = word.core_properties
    written.metadata = {
        name: str(value)
        for name in ("title", "author", "subject", "keywords", "last_modified_by", "comments")
        if (value := getattr(core, name, ""))
    }
    written.language = str(core.language or "")
    written.warnings = list(_warnings(content, word))
    _body(word, written)
    return written


def _safe(content: bytes, path: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            size = sum(member.file_size for member in archive.infolist())
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError) as error:
        raise UnreadableInput(f"{path}: damaged, it cannot be opened as a Word file; save it again") from error
    if size > MOST_BYTES:
        raise UnreadableInput(f"{path}: unpacks to more than {MOST_BYTES >> 20} MB; split the document")
    if not any(name.startswith("word/") for name in names):
        raise UnreadableInput(f"{path}: not a Word file; give a .docx file, or export the manual as a PDF")


def _warnings(content: bytes, word: Any) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if any("vbaProject" in name for name in archive.namelist()):
            yield "the file holds macros"
    for part in word.part.package.iter_parts():
        for relation in part.rels.values():
            kind = relation.reltype.rsplit("/", 1)[-1]
            if relation.is_external and kind in _OUTSIDE:
                yield f"the file loads a {kind} from outside: {relation.target_ref}"


def _body(word: Any, written: Written) -> None:
    line, tables = 0, 0
    for element in word.element.body.iterchildren():
        if element.tag == qn("w:p"):
            line += 1
            _paragraph(Paragraph(element, word), line, written)
        elif element.tag == qn("w:tbl"):
            for row, cells in enumerate(WordTable(element, word).rows):
                line += 1
                _row(cells, line, tables, row, written)
            tables += 1


def _row(row: Any, line: int, table: int, number: int, written: Written) -> None:
    column, seen = 0, set()
    for cell, entry in enumerate(row.cells):
        if entry._tc in seen:  # a merged cell comes once for every column it spans
            continue
        seen.add(entry._tc)
        text = " ".join(entry.text.split())
        if text:
            written.pieces.append(Piece(line, text, column, 0, table, number, cell))
        column += len(text) + 4


def _paragraph(paragraph: Any, line: int, written: Written) -> None:
    text = "".join(
        node.text or "" if node.tag == qn("w:t") else " " for node in paragraph._p.iter(qn("w:t"), qn("w:tab"))
    )
    style = paragraph.style.name if paragraph.style is not None else ""
    level = _LEVEL.match(style or "")
    if text.strip():
        shown = " ".join(text.split())
        written.pieces.append(Piece(line, shown, 0, int(level[1]) if level else int(style == "Title")))
    for link in paragraph._p.iter(qn("w:hyperlink")):
        anchor, relation = link.get(qn("w:anchor")), link.get(qn("r:id"))
        if anchor:
            written.links.append((line, f"#{anchor}"))
        elif relation and relation in paragraph.part.rels:
            written.links.append((line, paragraph.part.rels[relation].target_ref))
    for mark in paragraph._p.iter(qn("w:bookmarkStart")):
        written.anchors.add(str(mark.get(qn("w:name"))))
    for picture in paragraph._p.iter(qn("wp:docPr")):
        written.images.append((line, str(picture.get("name") or ""), str(picture.get("descr") or "")))
