"""What the file of a manual says beside its pages: comments and attributes of a source, objects of a PDF or Word file.

A factory's name may be left where no reader of the page sees it: in a comment, in the address of a link, in a note of
a PDF, in a layer's name. The bytes are looked through as they lie, without laying out a page.
"""

import io
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import unquote

from docverify.errors import UnreadableInput
from docverify.reading.written.read import decoded
from docverify.reading.written.suffixes import SUFFIXES

MOST_BYTES = 64 << 20  # of unpacked objects: what lies beyond is not looked through
_STREAM = re.compile(rb"stream\r?\n")
_END = re.compile(rb"\r?\n?endstream")
_LITERAL = re.compile(rb"\(((?:[^()\\]|\\.)*)\)", re.DOTALL)
_HEX = re.compile(rb"<([0-9A-Fa-f\s]{6,})>")
_NAME = re.compile(rb"/((?:[!-\"$-&'*-.0-;=?-Z^-z|~]|#[0-9A-Fa-f]{2}){5,})")
_OCTAL = re.compile(rb"\\([0-7]{1,3})")
_NUMBERED = re.compile(rb"#([0-9A-Fa-f]{2})")
_RUN = re.compile(rb"<w:t(?: [^>]*)?>[^<]*</w:t>")
_TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True, slots=True)
class Unshown:
    """A text beside the pages: where it stands in words, its line in a written source (from 1), and the text."""

    where: str
    line: int | None
    text: str


def unshown(content: bytes, path: str) -> Iterator[Unshown]:
    """Every text of the file that no page need show; a file that cannot be unpacked has none."""
    yield Unshown("the file's name", None, PurePosixPath(path).stem)
    kind = SUFFIXES.get(PurePosixPath(path).suffix.lower())
    if kind == "docx":
        yield from _of_word(content)
    elif kind:
        yield from _of_source(content, path)
    else:
        yield from _of_pdf(content)


def _of_source(content: bytes, path: str) -> Iterator[Unshown]:
    """The lines of the source as they are written, signs and addresses as a browser reads them."""
    from html import unescape  # not on the way of a PDF

    try:
        text = decoded(content, path)
    except UnreadableInput:
        return
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            yield Unshown("the source", number, unquote(unescape(line)))


def _of_word(content: bytes) -> Iterator[Unshown]:
    """Notes, headers, properties and what was deleted; the text of the body itself is on the pages."""
    import zipfile  # not on the way of a PDF

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for member in archive.infolist():
                if member.filename.endswith((".xml", ".rels")) and member.file_size < MOST_BYTES:
                    yield from _part(member.filename, archive.read(member))
                yield Unshown("the name of a part", None, member.filename)
    except (zipfile.BadZipFile, zlib.error, ValueError, OSError):
        return


def _part(name: str, content: bytes) -> Iterator[Unshown]:
    from html import unescape

    if name == "word/document.xml":
        content = _RUN.sub(b"", content)
    text = content.decode("utf-8", errors="replace")
    yield Unshown(name, None, unescape(_TAG.sub("", text)))
    yield from (Unshown(name, None, unescape(tag)) for tag in _TAG.findall(text) if "=" in tag)


def _of_pdf(content: bytes) -> Iterator[Unshown]:
    """The strings, names and metadata of the file's objects."""
    for part in _objects(content):
        texts = [_text(_unescaped(match[1])) for match in _LITERAL.finditer(part)]
        texts += [_text(_of_digits(match[1])) for match in _HEX.finditer(part)]
        yield Unshown("an object of the file", None, "\n".join(texts))
        names = [_text(_NUMBERED.sub(_byte_of_hex, name)) for name in set(_NAME.findall(part))]
        yield Unshown("a name in the file", None, "\n".join(sorted(names)))


def _of_digits(digits: bytes) -> bytes:
    digits = re.sub(rb"\s", b"", digits)
    return bytes.fromhex(digits[: len(digits) // 2 * 2].decode())


def _objects(content: bytes) -> Iterator[bytes]:
    """The file without its streams, the streams that hold objects, and the metadata stream, unpacked."""
    at, left = 0, MOST_BYTES
    outside = []
    while (start := _STREAM.search(content, at)) is not None:
        head = content[max(at, start.start() - 600) : start.start()]
        head = head[head.rfind(b" obj") :]
        end = _END.search(content, start.end())
        outside.append(content[at : start.start()])
        at = end.end() if end else len(content)
        if b"/ObjStm" in head or b"/Metadata" in head or b"/JavaScript" in head:
            body = _unpacked(content[start.end() : end.start() if end else len(content)], left, packed=b"/Fl" in head)
            left -= len(body)
            yield (
                b"(" + body.replace(b"\\", b"").replace(b"(", b"").replace(b")", b"") + b")"
                if (b"/Metadata" in head)
                else body
            )
    outside.append(content[at:])
    yield b"\n".join(outside)


def _unpacked(body: bytes, most: int, *, packed: bool) -> bytes:
    if not packed:
        return body[:most]
    try:
        return zlib.decompressobj().decompress(body, max(1, most))
    except zlib.error:
        return b""


def _unescaped(text: bytes) -> bytes:
    if b"\\" not in text:
        return text
    text = _OCTAL.sub(_byte_of_octal, text)
    return re.sub(rb"\\\r?\n|\\(?=[()\\])", b"", text)


def _byte_of_octal(match: "re.Match[bytes]") -> bytes:
    return bytes([int(match[1], 8) & 255])


def _byte_of_hex(match: "re.Match[bytes]") -> bytes:
    return bytes.fromhex(match[1].decode())


def _text(text: bytes) -> str:
    if text.startswith((b"\xfe\xff", b"\xff\xfe")):
        return text.decode("utf-16", errors="replace")
    try:
        return unquote(text.decode("utf-8"))
    except UnicodeDecodeError:
        return text.decode("latin-1")
