"""A result as JSON in the published schema (design 5.1): keys sorted, byte-identical for the same input."""

from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any

from docverify import __version__
from docverify.document_json import document_to_json
from docverify.facts.document import Document
from docverify.facts.dossier import CoverageRow, Quote
from docverify.facts.finding import Finding
from docverify.facts.result import Result
from docverify.facts.source import Refusal
from docverify.report.json_text import json_text

SCHEMA = "docverify/result/1"


def result_to_json(result: Result) -> dict[str, Any]:
    """The result as plain JSON data."""
    return {
        "schema": SCHEMA,
        "tool": {"name": "docverify", "version": result.tool_version or __version__},
        "as_of": result.as_of.isoformat(),
        "packs": [{"id": pack.id, "version": pack.version, "sha256": pack.sha256} for pack in result.packs],
        "shipment": plain(result.shipment),
        "documents": [document_to_json(document) for document in result.dossier.documents],
        "refused": [refusal_to_json(refusal) for refusal in result.dossier.refusals],
        "duplicates": [{"path": path, "same_as": first} for path, first in result.duplicates],
        "set_aside": list(result.set_aside),
        "inputs": plain(result.inputs),
        "baseline": plain(result.baseline) if result.baseline else None,
        "approved": plain(result.approved) if result.approved else None,
        **({"corrections": plain(result.corrections)} if result.corrections else {}),
        "look_ahead": [
            {"on": entry.on.isoformat(), "because": entry.because, "finding": finding_to_json(entry.finding)}
            for entry in result.look_ahead
        ],
        "coverage": [_coverage(row) for row in result.coverage],
        "findings": [finding_to_json(finding) for finding in result.verdict.findings],
        "decided": result.verdict.decided(),
        "verdict": result.verdict.conclusion.value,
        "fail_on": result.verdict.threshold.value,
        "exit_code": result.exit_code,
    }


def extract_to_json(documents: Sequence[Document], refusals: Sequence[Refusal]) -> dict[str, Any]:
    """What `extract` prints: the documents and the files that were refused."""
    return {
        "schema": "docverify/extract/1",
        "tool": {"name": "docverify", "version": __version__},
        "documents": [document_to_json(document) for document in documents],
        "refused": [refusal_to_json(refusal) for refusal in refusals],
    }


def refusal_to_json(refusal: Refusal) -> dict[str, Any]:
    """A file that was not read, why, and what to do."""
    return {"path": refusal.path, "reason": refusal.reason, "advice": refusal.advice}


def finding_to_json(finding: Finding) -> dict[str, Any]:
    """One finding as plain JSON data."""
    return {
        "fingerprint": finding.fingerprint,
        "key": finding.key,
        "rule": finding.rule,
        "pack": finding.pack,
        "market": finding.market,
        "topic": finding.topic.value,
        "severity": finding.severity.value,
        "confidence": finding.confidence.value,
        "outcome": finding.outcome.value,
        "subject": plain(finding.subject),
        "message": finding.message,
        "expected": finding.expected,
        "found": finding.found,
        "evidence": [_quote(quote) for quote in finding.evidence],
        "before": plain(finding.before),
        "reference": {"cite": finding.reference.cite, "url": finding.reference.url},
        "request": dict(finding.request),
        "waiver": plain(finding.waiver) if finding.waiver else None,
    }


def dumps(data: Any) -> str:
    """The text of the data: sorted keys, two spaces, a newline at the end, UTF-8 letters kept."""
    return json_text(data) + "\n"


def _coverage(row: CoverageRow) -> dict[str, Any]:
    return {
        "product": row.product,
        "requirement": row.requirement,
        "document": row.document,
        "state": row.state.value,
        "why": row.why,
        "evidence": [_quote(quote) for quote in row.evidence],
    }


def _quote(quote: Quote) -> dict[str, Any]:
    return {
        "document": quote.document,
        "page": quote.page,
        "boxes": [list(box) for box in quote.boxes],
        "quote": quote.quote,
    }


def plain(value: Any) -> Any:
    """A record as plain JSON data: dates as ISO text, enums as their words, tuples as lists."""
    if value is None or type(value) is str:
        return value
    if is_dataclass(value) and not isinstance(value, type):
        return {name: plain(getattr(value, name)) for name in _names(type(value))}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {str(key): plain(entry) for key, entry in value.items()}
    if isinstance(value, list | tuple):
        return [plain(entry) for entry in value]
    return value


@cache
def _names(kind: type) -> tuple[str, ...]:
    """The names of the record's fields."""
    return tuple(entry.name for entry in fields(kind))
