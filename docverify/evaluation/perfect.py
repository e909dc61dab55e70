"""Truth to documents as a reader without any error would give them.

Judged by the rules, they show what the rules and links decide apart from reading: with every labelled value read right,
each seeded defect must be found and each clean pack must conform.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docverify.document_json import document_from_json
from docverify.evaluation.defects import PackScore, score_result
from docverify.evaluation.labels import load_expected
from docverify.extraction.mentions import with_mentions
from docverify.facts.designation import ModelFamily
from docverify.facts.document import Document
from docverify.facts.shipment import Shipment
from docverify.facts.source import Refusal, SourceFile
from docverify.packs import packs_for
from docverify.reading.read import read
from docverify.shipment_file import read_shipment_file
from docverify.verify import judge, words_to_find

MODEL_FIELDS = ("models", "covered_models")
UNREADABLE = "unreadable_document"


def perfect_documents(rows: list[dict[str, Any]], source: SourceFile) -> list[Document]:
    """The documents of one file as labelled; boxes are a dummy, confidence is 1."""
    return [_document(row, source, alone=len(rows) == 1) for row in rows]


@dataclass(frozen=True, slots=True)
class PerfectReading:
    """A pack as a reader without any error would give it; papers seeded as unreadable are refused."""

    shipment: Shipment
    documents: tuple[Document, ...]
    refusals: tuple[Refusal, ...]


def read_perfectly(folder: Path) -> PerfectReading:
    """The papers of the pack with every labelled value read right."""
    expected = load_expected(folder)
    shipment, _ = read_shipment_file(folder / "shipment.yaml")
    unread = {d["document"] for d in expected.get("defects") or () if d["topic"] == UNREADABLE}
    documents: list[Document] = []
    for name, rows in expected["truth"].items():
        if name not in unread:
            source = SourceFile.of(f"papers/{name}", (folder / "papers" / name).read_bytes())
            documents += _searched(perfect_documents(rows, source), source, words_to_find(shipment))
    refusals = tuple(Refusal(f"papers/{name}", "seeded as unreadable") for name in sorted(unread))
    return PerfectReading(shipment, tuple(documents), refusals)


def score_pack_read_perfectly(folder: Path) -> PackScore:
    """The score of the pack when every labelled value is read right."""
    seen = read_perfectly(folder)
    as_of = seen.shipment.placed_on_market
    packs = packs_for(seen.shipment.markets, as_of=as_of)
    result = judge(seen.shipment, seen.documents, seen.refusals, packs, as_of=as_of)
    return score_result(folder.name, load_expected(folder), result)


def _searched(documents: list[Document], source: SourceFile, words: Sequence[str]) -> list[Document]:
    """The documents with the places of the words: no value of a paper, so no label says where they stand."""
    if not words:
        return documents
    pages = read(source, ocr=False)
    return [with_mentions(document, pages, words) for document in documents]


def _document(row: Mapping[str, Any], source: SourceFile, *, alone: bool) -> Document:
    first, last = row["pages"]
    fields = {name: [_entry(name, entry) for entry in entries] for name, entries in row["fields"].items()}
    return document_from_json(
        {
            "id": source.sha256[:16] if alone else f"{source.sha256[:16]}#{first}-{last}",
            "path": source.path,
            "sha256": source.sha256,
            "pages": [first, last],
            "kind": row["kind"],
            "scheme": row.get("scheme"),
            "why": "labelled",
            "languages": _languages(row),
            "unread_pages": [],
            "fields": fields,
            "marks": row.get("marks", {}),
        }
    )


def _entry(name: str, entry: Mapping[str, Any]) -> dict[str, Any]:
    value, details = entry["value"], dict(entry.get("details", {}))
    if name in MODEL_FIELDS:
        legend = details.pop("legend_printed", "")
        family = ModelFamily.parse(f"{value} ({legend})" if legend else value)
        value, details = family.printed, family.to_details() | details
    if name == "languages":
        pages = [entry["page"], *entry.get("also_on", ())]
        details["pages"] = [min(pages), max(pages)]
    return {
        "value": value,
        "quote": str(value),
        "page": entry["page"],
        "boxes": [[0, 0, 1, 1]],
        "origin": "text",
        "confidence": 1.0,
        "details": details,
    }


def _languages(row: Mapping[str, Any]) -> list[dict[str, Any]]:
    found = []
    for entry in row["fields"].get("languages", ()):
        pages = [entry["page"], *entry.get("also_on", ())]
        found.append({"language": entry["value"], "pages": [min(pages), max(pages)]})
    return found or [{"language": "en", "pages": list(row["pages"])}]
