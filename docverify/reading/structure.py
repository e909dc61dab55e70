"""Facts about a PDF's structure as plain JSON: metadata, encryption, updates, signatures, attachments, language, tags.

All of it comes from PDFium and from counting in the bytes: opening the file a second time with pypdf costs 90 ms for
the import and up to a second for a manual, and would say nothing more that a rule asks for.
"""

import ctypes
import re
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from docverify.reading.signatures import signatures_of, signer_names

MOST_ATTACHMENTS = 200
_END = re.compile(rb"%%EOF")
# Word ends its files with an empty cross-reference section, which adds nothing.
_EMPTY_SECTION = re.compile(rb"%%EOF\s+xref\s+0 0\s+trailer")
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


def structure_of(pdf: Any, content: bytes) -> dict[str, Any]:
    """The facts; `form` and `fields` are added by the reader, which knows the pages."""
    facts: dict[str, Any] = {
        "page_count": len(pdf),
        "metadata": _metadata(pdf),
        "encrypted": pdfium_c.FPDF_GetSecurityHandlerRevision(pdf.raw) != -1,
        "tagged": bool(pdf.is_tagged()),
        "language": _language(pdf),
        "updates": updates_in(content),
        "attachments": _attachments(pdf),
        "signatures": signatures_of(pdf, content),
    }
    if facts["signatures"]:
        facts["signers"] = signer_names(content)
    return facts


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


def _attachments(pdf: Any) -> list[str]:
    names = []
    for at in range(min(pdf.count_attachments(), MOST_ATTACHMENTS)):
        try:
            names.append(pdf.get_attachment(at).get_name())
        except pdfium.PdfiumError:
            names.append("(unreadable name)")
    return names
