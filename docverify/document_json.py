"""A document to plain JSON and back: the one encoding used by the worker's pipe, the cache and the result.

`document_to_json` gives exactly the `documents` entry of design 5.1 (keys sorted by the writer, not here), plus
`id`, `runner_up`, `marks` and, for fields beside the table, `also`. `document_from_json` rebuilds the record; it trusts
nothing: a value of the wrong shape raises ValueError, because the other end of the pipe has read a hostile file.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from docverify.facts.designation import ModelFamily
from docverify.facts.document import BESIDE, FIELDS, Document, DocumentKind, LanguageRange, UnreadPage
from docverify.facts.evidence import Evidence, Found, Origin
from docverify.facts.standard import StandardReference
from docverify.facts.version import Version

TYPES = {entry.name: entry.type for entry in FIELDS}


def document_to_json(document: Document) -> dict[str, Any]:
    """The document as plain JSON, in the shape of the result's `documents` array."""
    return {
        "id": document.id,
        "path": document.path,
        "sha256": document.sha256,
        "pages": list(document.pages),
        "kind": document.kind.value,
        "scheme": document.scheme,
        "why": document.why,
        "runner_up": document.runner_up,
        "languages": [{"language": r.language, "pages": [r.first, r.last]} for r in document.languages],
        "unread_pages": [{"page": p.page, "reason": p.reason} for p in document.unread_pages],
        "fields": _fields(document, beside=False),
        "marks": dict(document.marks),
    } | ({"also": also} if (also := _fields(document, beside=True)) else {})


def fields_json(document: Document) -> dict[str, Any]:
    """Every field that was read, those beside the table too."""
    return _fields(document, beside=False) | _fields(document, beside=True)


def _fields(document: Document, *, beside: bool) -> dict[str, Any]:
    """The fields of the table, or those beside it."""
    return {
        name: [_entry(found) for found in entries]
        for name, entries in document.fields.items()
        if entries and (name in BESIDE) is beside
    }


def document_from_json(encoded: Mapping[str, Any]) -> Document:
    """The record behind the JSON; ValueError when a shape is wrong."""
    try:
        sha256 = str(encoded["sha256"])
        return Document(
            id=str(encoded["id"]),
            path=str(encoded["path"]),
            sha256=sha256,
            pages=(int(encoded["pages"][0]), int(encoded["pages"][1])),
            kind=DocumentKind(encoded["kind"]),
            scheme=encoded["scheme"],
            why=str(encoded["why"]),
            runner_up=str(encoded.get("runner_up", "")),
            languages=tuple(LanguageRange(str(r["language"]), *map(int, r["pages"])) for r in encoded["languages"]),
            unread_pages=tuple(UnreadPage(int(p["page"]), str(p["reason"])) for p in encoded["unread_pages"]),
            fields={
                name: tuple(_found(name, entry, sha256) for entry in entries)
                for name, entries in {**encoded["fields"], **encoded.get("also", {})}.items()
            },
            marks=dict(encoded.get("marks", {})),
        )
    except (KeyError, TypeError, IndexError) as error:
        raise ValueError(f"not a document record: {error!r}") from error


def value_to_json(value: Any) -> Any:
    """A field's value in the shape of design 5.1."""
    match value:
        case StandardReference():
            return {
                "designation": value.designation,
                "edition": value.edition,
                "amendments": list(value.amendments),
            } | ({"draft": True} if value.draft else {})
        case ModelFamily() | Version():
            return value.printed
        case date():
            return value.isoformat()
        case tuple():
            return list(value)
        case _:
            return value


def _entry(found: Found[Any]) -> dict[str, Any]:
    details = dict(found.details)
    if isinstance(found.value, ModelFamily):
        details = found.value.to_details() | details
    entry = {
        "value": value_to_json(found.value),
        "quote": found.quote,
        "page": found.evidence[0].page if found.evidence else None,
        "boxes": [list(item.box) for item in found.evidence if item.page == found.evidence[0].page],
        "origin": found.origin.value,
        "confidence": round(found.confidence, 3),
    }
    elsewhere = [
        {"page": item.page, "box": list(item.box)} for item in found.evidence if item.page != found.evidence[0].page
    ]
    return entry | ({"details": details} if details else {}) | ({"continued": elsewhere} if elsewhere else {})


def _found(name: str, entry: Mapping[str, Any], sha256: str) -> Found[Any]:
    details = dict(entry.get("details", {}))
    first = tuple(Evidence(sha256, int(entry["page"]), _box(box)) for box in entry["boxes"])
    rest = tuple(Evidence(sha256, int(item["page"]), _box(item["box"])) for item in entry.get("continued", ()))
    return Found(
        value=_value(TYPES[name], entry["value"], details),
        quote=str(entry["quote"]),
        evidence=first + rest,
        origin=Origin(entry["origin"]),
        confidence=float(entry["confidence"]),
        details=details,
    )


def _box(box: Any) -> tuple[float, float, float, float]:
    x0, y0, x1, y1 = map(float, box)
    return x0, y0, x1, y1


def _value(type_name: str, value: Any, details: Mapping[str, Any]) -> Any:
    match type_name:
        case "date":
            return date.fromisoformat(value)
        case "standard":
            return StandardReference(
                designation=value["designation"],
                edition=value["edition"],
                amendments=tuple(value["amendments"]),
                draft=bool(value.get("draft", False)),
            )
        case "model":
            return ModelFamily.from_details(value, details)
        case "version":
            return Version.parse(value)
        case "number":
            return tuple(value) if isinstance(value, list) else value
        case _:
            return value
