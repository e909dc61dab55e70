"""A written source, by its suffix, to a `ReadDocument`; refuses what is no text in any encoding that people use."""

import codecs
import re
from importlib import import_module
from pathlib import PurePosixPath
from typing import Any

from docverify.errors import UnreadableInput
from docverify.facts.source import SourceFile
from docverify.reading.page import ReadDocument
from docverify.reading.written.lines import Written, pages_of
from docverify.reading.written.suffixes import SUFFIXES

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def is_written(path: str) -> bool:
    """Whether the suffix is that of a written source."""
    return PurePosixPath(path).suffix.lower() in SUFFIXES


def read_written(source: SourceFile) -> ReadDocument:
    """The source's pages with boxes, and under `written` what it points at."""
    written = _read(source)
    pages = pages_of(written)
    if not pages:
        raise UnreadableInput(f"{source.path}: the file shows no text; is it the right file?")
    return ReadDocument(source, len(pages), pages, (), _facts(written, len(pages)))


def _read(source: SourceFile) -> Written:
    kind = SUFFIXES[PurePosixPath(source.path).suffix.lower()]
    if kind == "docx":
        word: Any = import_module("docverify.reading.written.word")
        found: Written = word.read_word(source.content, source.path)
        return found
    text = decoded(source.content, source.path)
    match kind:
        case "markdown":
            module, reader = "markdown", "read_markdown"
        case "html":
            module, reader = "html", "read_html"
        case "asciidoc":
            module, reader = "plain", "read_asciidoc"
        case _:
            module, reader = "plain", "read_plain"
    written: Written = getattr(import_module(f"docverify.reading.written.{module}"), reader)(text)
    return written


def decoded(content: bytes, path: str) -> str:
    """The text in UTF-8, UTF-16 (by its mark or its zeros), GB18030 or Windows-1252; UnreadableInput otherwise."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _in(content, encoding, path)
    half = len(content) // 2
    if half and content[1::2].count(0) > 0.4 * half:
        return _in(content, "utf-16-le", path)
    if half and content[0::2].count(0) > 0.4 * half:
        return _in(content, "utf-16-be", path)
    if b"\0" in content[:4096]:
        raise UnreadableInput(f"{path}: not text but binary; give the manual as PDF, DOCX, Markdown, HTML or text")
    for encoding in ("utf-8", "gb18030", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding != "gb18030" or _looks_chinese(text):
            return text
    return content.decode("latin-1")


def _in(content: bytes, encoding: str, path: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableInput(f"{path}: not valid {encoding.upper()} text; save it as UTF-8") from error


_RUN = re.compile(r"[\u3000-\u9fff\uff00-\uffef]+")


def _looks_chinese(text: str) -> bool:
    """Whether the letters beyond ASCII are nearly all Chinese and stand together.

    `für` in Windows-1252 has one alone.
    """
    beyond = sum(character > "\x7f" for character in text)
    runs = [len(run) for run in _RUN.findall(text)]
    return sum(runs) > 0.9 * beyond and 2 * sum(length for length in runs if length > 1) > sum(runs)


def _facts(written: Written, count: int) -> dict[str, Any]:
    return {
        "page_count": count,
        "metadata": written.metadata,
        "language": written.language,
        "written": {
            "format": written.format,
            "links": [{"line": line, "target": target} for line, target in written.links],
            "images": [{"line": line, "target": target, "text": text} for line, target, text in written.images],
            "anchors": sorted(written.anchors),
            "warnings": written.warnings,
        },
    }
