"""Facts about a PDF's structure as plain JSON: metadata, encryption, updates, signatures, attachments, language, tags.

What every file has comes from PDFium in microseconds. Only where PDFium or the bytes say that there is a form, a
signature, an embedded file or encryption is the file opened a second time, by pypdf, which knows such objects better.
"""

import ctypes
import re
from hashlib import sha256
from importlib import import_module
from typing import Any

import pypdfium2.raw as pdfium_c

_END = re.compile(rb"%%EOF")
# Word ends its files with an empty cross-reference section, which adds nothing.
_EMPTY_SECTION = re.compile(rb"%%EOF\s+xref\s+0 0\s+trailer")
_SIGNS = (b"/ByteRange", b"/AcroForm", b"/EmbeddedFile", b"/FileAttachment")
_METADATA = {
    "Title": "title",
    "Author": "author",
    "Subject": "subject",
    "Keywords": "keywords",
    "Creator": "creator",
    "Producer": "producer",
    "CreationDate": "created",
    "ModDate": "modified",
}


class Structure:
    """The structure of one open PDF."""

    def __init__(self, pdf: Any, content: bytes, password: str | None) -> None:
        """Look at that open `PdfDocument`, made of those bytes."""
        self.pdf = pdf
        self.content = content
        self.password = password
        self.catalogue: Any = None
        self.signed: tuple[Any, ...] = ()
        if self._is_worth_it():
            self.catalogue = import_module("docverify.reading.catalogue").Catalogue(content, password)
            self.signed = self.catalogue.signatures()

    def _is_worth_it(self) -> bool:
        return (
            pdfium_c.FPDF_GetFormType(self.pdf.raw) != pdfium_c.FORMTYPE_NONE
            or pdfium_c.FPDF_GetSecurityHandlerRevision(self.pdf.raw) != -1
            or self.pdf.count_attachments() > 0
            or any(sign in self.content for sign in _SIGNS)
        )

    @property
    def signed_fields(self) -> frozenset[str]:
        """The full names of the form's fields that were signed."""
        return frozenset(field.field for field in self.signed)

    @property
    def has_xfa(self) -> bool:
        """Whether the form is described in XFA."""
        return self.catalogue is not None and bool(self.catalogue.has_xfa())

    def facts(self) -> dict[str, Any]:
        """The facts; `form` is added by the reader, which knows the pages."""
        facts: dict[str, Any] = {
            "page_count": len(self.pdf),
            "metadata": _metadata(self.pdf),
            "encrypted": pdfium_c.FPDF_GetSecurityHandlerRevision(self.pdf.raw) != -1,
            "tagged": bool(self.pdf.is_tagged()),
            "language": _language(self.pdf),
            "updates": updates_in(self.content),
            "attachments": [],
            "signatures": [],
        }
        return facts if self.catalogue is None else facts | self._inner()

    def _inner(self) -> dict[str, Any]:
        """What pypdf says; a signature that is there but cannot be read is undetermined, never silence."""
        files = self.catalogue.files()
        facts = {
            "attachments": [file.name for file in files],
            "embedded_papers": [
                {"number": number, "name": name, "sha256": sha256(file.content).hexdigest()}
                for number, (file, name) in enumerate(zip(files, _apart([file.name for file in files]), strict=True))
                if file.is_pdf
            ],
            "permissions": self.catalogue.permissions(),
            "xfa": self.has_xfa,
            **self._signatures(),
        }
        if b"/ByteRange" in self.content and not self.signed and not files:
            facts["changed_after_signing"] = "undetermined"
        if self.catalogue.problem:
            facts["problem"] = self.catalogue.problem
        return {name: fact for name, fact in facts.items() if fact not in (None, False, []) or name == "signatures"}

    def _signatures(self) -> dict[str, Any]:
        if not self.signed:
            return {"signatures": []}
        signatures = import_module("docverify.reading.signatures")
        entries = signatures.signature_entries([f for f in self.signed if not f.is_timestamp], self.content)
        stamps = signatures.signature_entries([f for f in self.signed if f.is_timestamp], self.content)
        if entries and entries[-1]["changed_after"]:
            revision = self.content[: entries[-1]["covers_bytes"]]
            entries[-1]["changed_pages"] = signatures.changed_pages(self.pdf, revision, self.password)
        return {"signatures": entries, "timestamps": stamps}


def updates_in(content: bytes) -> int:
    """How many times the file was appended to after it was first written."""
    ends = len(_END.findall(content)) - len(_EMPTY_SECTION.findall(content))
    first = 2 if b"/Linearized" in content[:2048] else 1
    return max(0, ends - first)


def _metadata(pdf: Any) -> dict[str, str]:
    found = pdf.get_metadata_dict(skip_empty=True)
    return {_METADATA[key]: value[:1000] for key, value in found.items() if key in _METADATA}


def _language(pdf: Any) -> str:
    size = pdfium_c.FPDFCatalog_GetLanguage(pdf.raw, None, 0)
    if not 2 < size < 200:
        return ""
    buffer = (ctypes.c_ushort * (size // 2 + 1))()
    pdfium_c.FPDFCatalog_GetLanguage(pdf.raw, buffer, size)
    return bytes(buffer)[: size - 2].decode("utf-16-le", errors="ignore")


def _apart(names: list[str]) -> list[str]:
    """The names, each once: a second `report.pdf` is `report (2).pdf`."""
    apart: list[str] = []
    for name in names:
        stem, dot, suffix = name.rpartition(".")
        tries = (f"{stem or suffix} ({n}){dot}{suffix if stem else ''}" for n in range(2, len(names) + 2))
        apart.append(name if name not in apart else next(other for other in tries if other not in (*apart, *names)))
    return apart
