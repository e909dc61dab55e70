"""What a PDF's catalogue says, by pypdf: signed fields, the form's kind, embedded files, permissions.

Imported only for files that have any of these, since the import alone costs 90 ms. Nothing here raises: what is
malformed is left out, and `problem` says so. Reading stays within pypdf's own limits.
"""

import io
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import DictionaryObject, EmbeddedFile

MOST_FIELDS = 5000
MOST_FILES = 200
MOST_PAGES = 200  # looked through for pinned files
DEEPEST = 20
FILE_BYTES = 64 << 20
TOTAL_BYTES = 256 << 20
# pypdf meets a malformed object with whatever its parts raise.
MALFORMED = (PyPdfError, ArithmeticError, AssertionError, AttributeError, LookupError, OSError, RecursionError)
MALFORMED_VALUES = (*MALFORMED, NotImplementedError, TypeError, ValueError)
logging.getLogger("pypdf").addHandler(logging.NullHandler())


@dataclass(frozen=True, slots=True)
class SignedField:
    """A signature with the full name of its field; `ranges` is its byte range as written."""

    field: str
    signer: str
    reason: str
    place: str
    time: str
    format: str
    ranges: tuple[int, ...]
    is_timestamp: bool


@dataclass(frozen=True, slots=True)
class EmbeddedPaper:
    """An embedded file; `content` is None when it cannot be taken out."""

    name: str
    content: bytes | None

    @property
    def is_pdf(self) -> bool:
        """Whether it is a PDF by its own bytes."""
        return self.content is not None and b"%PDF-" in self.content[:1024]


class Catalogue:
    """The catalogue of one file; every question has an answer, an empty one at worst."""

    def __init__(self, content: bytes, password: str | None) -> None:
        """Open those bytes once more, with the password that PDFium opened them with."""
        self.problem = ""
        self._may_pin_files = b"/FileAttachment" in content or b"/ObjStm" in content
        self._root: Any = DictionaryObject()
        try:
            self._reader: PdfReader | None = PdfReader(io.BytesIO(content))
            if self._reader.is_encrypted:
                self._reader.decrypt(password or "")
            self._root = self._reader.root_object
        except MALFORMED_VALUES as error:
            self._reader = None
            self._note(error)

    def _note(self, error: BaseException) -> None:
        self.problem = self.problem or f"its structure is malformed ({type(error).__name__})"

    def signatures(self) -> tuple[SignedField, ...]:
        """Every signature of the form's fields, the value looked up in the parents where a field has none."""
        try:
            form = _dictionary(self._root.get("/AcroForm"))
            return tuple(signature for signature in map(_signature, _fields(form)) if signature is not None)
        except MALFORMED_VALUES as error:
            self._note(error)
            return ()

    def has_xfa(self) -> bool:
        """Whether the form has an XFA description beside or instead of its fields."""
        try:
            return "/XFA" in _dictionary(self._root.get("/AcroForm"))
        except MALFORMED_VALUES as error:
            self._note(error)
            return False

    def permissions(self) -> dict[str, bool] | None:
        """What the file's encryption allows; None when it is not encrypted."""
        try:
            found = self._reader.user_access_permissions if self._reader else None
            return None if found is None else {name: bool(may) for name, may in sorted(found.to_dict().items())}
        except MALFORMED_VALUES as error:
            self._note(error)
            return None

    def files(self) -> tuple[EmbeddedPaper, ...]:
        """The embedded files: those of the catalogue, then those pinned to pages; within limits of count and size."""
        found: list[EmbeddedPaper] = []
        left = TOTAL_BYTES
        try:
            for name, stream in self._file_streams():
                content = _content(stream, min(left, FILE_BYTES))
                left -= len(content or b"")
                found.append(EmbeddedPaper(name, content))
                if len(found) >= MOST_FILES:
                    break
        except MALFORMED_VALUES as error:
            self._note(error)
        return tuple(found)

    def _file_streams(self) -> Iterator[tuple[str, Any]]:
        if self._reader is None:
            return
        for file in self._reader.attachment_list:
            yield _name(file), file
        if not self._may_pin_files:
            return
        for page in islice(self._reader.pages, MOST_PAGES):
            for reference in page.get("/Annots") or ():
                annotation = _dictionary(reference)
                if annotation.get("/Subtype") == "/FileAttachment":
                    described = _dictionary(annotation.get("/FS"))
                    name = str(described.get("/UF") or described.get("/F") or "(no name)")
                    yield name, _dictionary(described.get("/EF")).get("/F")


def _dictionary(item: Any) -> Any:
    """The dictionary behind the item; an empty one when it is something else."""
    found = item.get_object() if item is not None else None
    return found if isinstance(found, DictionaryObject) else DictionaryObject()


def _fields(form: Any) -> Iterator[tuple[str, str, Any]]:
    """Full name, type and value of every field, type and value taken from the parents where a field has none."""
    waiting = [(reference, "", "", None, 0) for reference in _list(form.get("/Fields"))]
    seen = 0
    while waiting and seen < MOST_FIELDS:
        reference, above, kind, value, depth = waiting.pop()
        seen += 1
        field = _dictionary(reference)
        own = str(field.get("/T", ""))
        name = ".".join(part for part in (above, own) if part)
        kind, value = str(field.get("/FT", kind)), field.get("/V", value)
        kids = _list(field.get("/Kids")) if depth < DEEPEST else []
        if any("/T" in _dictionary(kid) for kid in kids):
            waiting += [(kid, name, kind, value, depth + 1) for kid in kids]
        else:
            yield name, kind, value


def _list(item: Any) -> list[Any]:
    found = item.get_object() if item is not None else None
    return list(found)[:MOST_FIELDS] if isinstance(found, list) else []


def _signature(field: tuple[str, str, Any]) -> SignedField | None:
    name, kind, value = field
    signed = _dictionary(value)
    if kind != "/Sig" or not signed:
        return None
    return SignedField(
        field=name,
        signer=_text(signed, "/Name"),
        reason=_text(signed, "/Reason"),
        place=_text(signed, "/Location"),
        time=_text(signed, "/M"),
        format=_text(signed, "/SubFilter").removeprefix("/"),
        ranges=tuple(int(number) for number in _list(signed.get("/ByteRange"))[:64]),
        is_timestamp=signed.get("/Type") == "/DocTimeStamp" or signed.get("/SubFilter") == "/ETSI.RFC3161",
    )


def _text(dictionary: Any, key: str) -> str:
    found = dictionary.get(key)
    return str(found.get_object())[:500].strip() if found is not None else ""


def _name(file: EmbeddedFile) -> str:
    try:
        return str(file.alternative_name or file.name or "(no name)")[:400]
    except MALFORMED_VALUES:
        return "(unreadable name)"


def _content(stream: Any, most: int) -> bytes | None:
    try:
        found = stream.content if isinstance(stream, EmbeddedFile) else stream.get_object().get_data()
    except MALFORMED_VALUES:
        return None
    content = found if isinstance(found, bytes) else str(found).encode("latin-1", errors="replace")
    return content if len(content) <= most else None
