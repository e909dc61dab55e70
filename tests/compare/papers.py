"""Papers for tests of comparisons: a report, a certificate, a manual and a component list, as plain records."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from hashlib import sha256
from typing import Any

from docverify.facts.designation import ModelFamily
from docverify.facts.document import Document, DocumentKind
from docverify.facts.evidence import Evidence, Found, Origin
from docverify.facts.version import Version

BOX = (72.0, 100.0, 200.0, 112.0)


def paper(
    name: str,
    kind: DocumentKind,
    fields: Mapping[str, Sequence[tuple[Any, int]]],
    *,
    scheme: str | None = None,
    bytes_: str = "1",
    prints: Sequence[str] = (),
) -> Document:
    """A paper with those values, each given with its page; `bytes_` stands for the content of its file."""
    digest = sha256(f"{name}{bytes_}".encode()).hexdigest()
    return Document(
        id=digest[:16],
        path=f"papers/{name}.pdf",
        sha256=digest,
        pages=(1, max(3, len(prints))),
        kind=kind,
        scheme=scheme,
        why="",
        fields={field: tuple(entry(value, page, digest) for value, page in values) for field, values in fields.items()},
        marks={"page_prints": list(prints)} if prints else {},
    )


def entry(value: Any, page: int, digest: str = "", **details: Any) -> Found[Any]:
    """A reading on that page; a value given with details is a pair."""
    if isinstance(value, tuple) and len(value) == 2 and isinstance(value[1], dict):
        value, details = value
    evidence = (Evidence(digest, page, BOX),)
    return Found(value, str(getattr(value, "printed", value)), evidence, Origin.TEXT, 0.98, details)


REPORT_FIELDS: Mapping[str, Sequence[tuple[Any, int]]] = {
    "document_number": [("R-100", 1)],
    "issued_on": [(date(2026, 3, 2), 1)],
    "issuer": [("Testlab GmbH", 1)],
    "models": [(ModelFamily.parse("EVC-22S-W"), 1), (ModelFamily.parse("EVC-11S-W"), 2)],
    "rated_current_a": [(32.0, 2)],
    "firmware_version": [(Version.parse("1.8.4"), 2)],
    "components": [(("Contactor K1", {"maker": "Hongfa", "type": "HFE18"}), 3)],
}


def report(*, bytes_: str = "1", prints: Sequence[str] = ("a", "b", "c"), **changed: Any) -> Document:
    """The safety report, with other values where given."""
    fields = {**REPORT_FIELDS, **changed}
    return paper("report", DocumentKind.LABORATORY_REPORT, fields, scheme="safety", bytes_=bytes_, prints=prints)


def renamed(document: Document, path: str) -> Document:
    """The paper under another name."""
    return replace(document, path=path)
