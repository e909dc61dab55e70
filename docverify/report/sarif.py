"""A result as SARIF 2.1.0, for code scanning and other consumers of findings.

Outcome, severity and waiver stay three things: `kind` is the outcome, `level` the severity of a failure, a waiver is an
accepted suppression. A place in a PDF is told in the message and as page and boxes in the location's properties, since
a region of SARIF counts lines or bytes, which a page does not have.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote as url_quote

from docverify import __version__
from docverify.facts.finding import Confidence, Finding, Outcome, Severity
from docverify.facts.result import Result
from docverify.report.outline import Item, Place, outline
from docverify.report.words import shown, word

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
KINDS = {Outcome.PASS: "pass", Outcome.FAIL: "fail", Outcome.UNDETERMINED: "review"}
LEVELS = {Severity.BLOCKER: "error", Severity.MAJOR: "error", Severity.MINOR: "warning", Severity.INFO: "note"}
RANKS = {Severity.BLOCKER: 100.0, Severity.MAJOR: 75.0, Severity.MINOR: 40.0, Severity.INFO: 10.0}


def as_sarif(result: Result) -> bytes:
    """One run with every finding that was decided or left open."""
    arranged = outline(result)
    items = [*arranged.open_items, *arranged.waived, *arranged.passed]
    rules = _rules(items)
    index = {rule["id"]: number for number, rule in enumerate(rules)}
    files = {document.path: number for number, document in enumerate(result.dossier.documents)}
    paths = {document.id: document.path for document in result.dossier.documents}
    run = {
        "tool": {"driver": _driver(result, rules)},
        "automationDetails": {"id": f"docverify/{_safe(result.shipment.name)}/{result.as_of}"},
        "columnKind": "unicodeCodePoints",
        "artifacts": [_artifact(path, document.sha256) for path, document in _first_of_each(result).items()],
        "results": [_result(item, index, paths) for item in items],
        "invocations": [
            {
                "executionSuccessful": True,
                "exitCode": int(result.exit_code),
                "toolExecutionNotifications": [_not_read(path, why) for path, why in arranged.not_read],
            }
        ],
        "properties": {
            "verdict": result.verdict.conclusion.value,
            "decided": result.verdict.decided(),
            "as_of": result.as_of.isoformat(),
            "markets": list(result.shipment.markets),
            "packs": [f"{pack.id} {pack.version} {pack.sha256}" for pack in result.packs],
            "papers": len(files),
        },
    }
    text = json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1)
    return (text + "\n").encode("utf-8", "replace")


def _driver(result: Result, rules: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    return {
        "name": "docverify",
        "version": result.tool_version or __version__,
        "semanticVersion": result.tool_version or __version__,
        "shortDescription": {"text": "Checks whether a supplier's papers cover the EV chargers that ship."},
        "rules": list(rules),
    }


def _rules(items: Sequence[Item]) -> list[dict[str, Any]]:
    first = {item.finding.rule: item for item in reversed(items)}
    return [_rule(first[id]) for id in sorted(first)]


def _rule(item: Item) -> dict[str, Any]:
    finding = item.finding
    source = shown(finding.reference.cite)
    rule: dict[str, Any] = {
        "id": finding.rule,
        "name": finding.topic.value,
        "shortDescription": {"text": item.title},
        "help": {
            "text": f"{item.title}. Source: {source}. {finding.reference.url}".strip(),
            "markdown": f"{item.title}.\n\nSource: {_markdown_source(finding)}",
        },
        "defaultConfiguration": {"level": LEVELS[finding.severity], "rank": RANKS[finding.severity]},
        "properties": {
            "pack": finding.pack,
            "topic": finding.topic.value,
            "tags": [finding.topic.value, finding.pack],
            "precision": "high" if finding.confidence is Confidence.VERIFIED else "low",
        },
    }
    if finding.reference.url.startswith("https://"):
        rule["helpUri"] = _uri(finding.reference.url)
    return rule


def _markdown_source(finding: Finding) -> str:
    cite = shown(finding.reference.cite).replace("[", "(").replace("]", ")")
    url = finding.reference.url
    return f"[{cite}]({_uri(url)})" if url.startswith("https://") else cite


def _result(item: Item, index: Mapping[str, int], paths: Mapping[str, str]) -> dict[str, Any]:
    finding = item.finding
    failed = finding.outcome is Outcome.FAIL
    places = item.places or ()
    entry: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": index[finding.rule],
        "kind": KINDS[finding.outcome],
        "level": LEVELS[finding.severity] if failed else "none",
        "rank": RANKS[finding.severity],
        "message": {"text": _message(item)},
        "locations": [_location(place, paths) for place in places[:1]] or _subject(finding, paths),
        "relatedLocations": [_location(place, paths) | {"id": n} for n, place in enumerate(places[1:20], 1)],
        "partialFingerprints": {"docverify/1": finding.fingerprint},
        "properties": {
            "outcome": finding.outcome.value,
            "severity": finding.severity.value,
            "confidence": finding.confidence.value,
            "topic": finding.topic.value,
            "market": finding.market,
            "product": finding.subject.product,
            "unit": finding.subject.unit,
            "expected": shown(finding.expected),
            "found": shown(finding.found),
            "request": {language: shown(text) for language, text in finding.request.items()},
        },
    }
    if finding.waiver:
        # Without a status a suppression is accepted; drafts of the schema, still in use, know no such name.
        entry["suppressions"] = [
            {
                "kind": "external",
                "justification": shown(finding.waiver.reason),
                "properties": {"who": shown(finding.waiver.who), "expires": finding.waiver.expires.isoformat()},
            }
        ]
    return entry


def _message(item: Item) -> str:
    where = "; ".join(f"{place.name} p. {place.page}: “{place.quotes[0]}”" for place in item.places[:3] if place.quotes)
    text = shown(item.finding.message) or word("topics", item.finding.topic.value)
    return f"{text} ({where})" if where else text


def _location(place: Place, paths: Mapping[str, str]) -> dict[str, Any]:
    return {
        "physicalLocation": {"artifactLocation": {"uri": _path_uri(paths.get(place.document, place.document))}},
        "logicalLocations": [{"name": f"page {place.page}", "kind": "page", "fullyQualifiedName": place.name}],
        "message": {"text": f"{place.name}, page {place.page}: {' · '.join(place.quotes[:5])}"},
        "properties": {"page": place.page, "boxes": [list(box) for box in place.boxes], "unit": "pt, from top left"},
    }


def _subject(finding: Finding, paths: Mapping[str, str]) -> list[dict[str, Any]]:
    path = paths.get(finding.subject.document or "")
    return [{"physicalLocation": {"artifactLocation": {"uri": _path_uri(path)}}}] if path else []


def _first_of_each(result: Result) -> dict[str, Any]:
    return {document.path: document for document in reversed(result.dossier.documents)}


def _artifact(path: str, sha256: str) -> dict[str, Any]:
    return {"location": {"uri": _path_uri(path)}, "hashes": {"sha-256": sha256}, "mimeType": "application/pdf"}


def _not_read(path: str, why: str) -> dict[str, Any]:
    return {"level": "warning", "message": {"text": f"{path}: {why}"}}


def _path_uri(path: str) -> str:
    """The path as a relative reference; a colon in its first part would read as a scheme."""
    return url_quote(path.encode("utf-8", "replace"), safe="/")


def _uri(url: str) -> str:
    return url_quote(url.encode("utf-8", "replace"), safe=":/?#[]@!$&'()*+,;=%")


def _safe(name: str) -> str:
    return url_quote(shown(name), safe="-_.")
