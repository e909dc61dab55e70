"""What a person read otherwise → documents that say so, and findings that tell that they rest on it.

A correction never replaces what was read: the corrected value keeps the page, the box and the words it was read from,
and its details say what was read, who corrected it and why. Refuses (UsageError) a value that its field cannot have.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from docverify.document_json import TYPES, value_to_json
from docverify.errors import UsageError
from docverify.facts.designation import ModelFamily
from docverify.facts.document import SCHEMES, Document, DocumentKind
from docverify.facts.evidence import Found
from docverify.facts.finding import Finding
from docverify.facts.result import Correction as Correction
from docverify.facts.standard import StandardReference
from docverify.facts.version import Version

KIND = "kind"  # the field of a correction that says what a paper is
MARK = "corrected"


def text_of(value: Any) -> str:
    """A value as people type it: what a correction names and gives."""
    match value_to_json(value):
        case {"designation": designation, "edition": edition, "amendments": amendments}:
            return "+".join([f"{designation}:{edition}" if edition else str(designation), *map(str, amendments)])
        case [low, high]:
            return f"{'' if low is None else f'{low:g}'} to {'' if high is None else f'{high:g}'}".strip()
        case float(number):
            return f"{number:g}"
        case plain:
            return str(plain)


def parsed(field: str, text: str) -> Any:
    """The value behind what a person typed; UsageError saying what the field takes."""
    if field == KIND:
        return _kind(text)
    if field not in TYPES:
        raise UsageError(f"{field}: no field of a paper; see `docverify fields`")
    try:
        return _value(TYPES[field], text.strip())
    except ValueError as error:
        raise UsageError(f"{field}: '{text}' is no {TYPES[field]}: {error}") from error


def _value(type_name: str, text: str) -> Any:
    match type_name:
        case "date":
            return date.fromisoformat(text)
        case "standard":
            return StandardReference.parse(text)
        case "model":
            return ModelFamily.parse(text)
        case "version":
            return Version.parse(text)
        case "number":
            low, to, high = text.partition(" to ")
            return (_number(low), _number(high)) if to else float(text)
        case _:
            if not text:
                raise ValueError("nothing is written")
            return text


def _number(text: str) -> float | None:
    return float(text) if text.strip() else None


def _kind(text: str) -> tuple[DocumentKind, str | None]:
    name, _, scheme = text.partition("/")
    try:
        kind = DocumentKind(name)
    except ValueError:
        raise UsageError(f"{text}: no kind of paper") from None
    if scheme and scheme not in SCHEMES.get(kind, ()):
        raise UsageError(f"{text}: a {kind.value} has no scheme {scheme}")
    return kind, scheme or None


def kinds_of(corrections: Iterable[Correction]) -> dict[str, str]:
    """The papers that a person said the kind of, and what was said last: they are to be read again as such."""
    return {correction.document: correction.value for correction in corrections if correction.field == KIND}


def corrected(
    documents: Sequence[Document],
    corrections: Sequence[Correction],
    read_again: Mapping[str, Document] | None = None,
) -> tuple[Document, ...]:
    """The documents with the corrections in them, the later of two on one reading last.

    `read_again` are papers, by id, as they read under the kind that a person said they are of.
    """
    by_document: dict[str, list[Correction]] = {}
    for correction in corrections:
        by_document.setdefault(correction.document, []).append(correction)
    again = read_again or {}
    return tuple(
        _corrected(document, again.get(document.id, document), by_document[document.id])
        if document.id in by_document
        else document
        for document in documents
    )


def _corrected(as_read: Document, document: Document, corrections: Iterable[Correction]) -> Document:
    for correction in corrections:
        if correction.field == KIND:
            kind, scheme = _kind(correction.value)
            why = f"corrected by {correction.who}: {correction.why} (read as: {as_read.why})"
            document = replace(document, kind=kind, scheme=scheme, why=why)
        else:
            entries = _entries(document.values(correction.field), correction)
            document = replace(document, fields={**document.fields, correction.field: entries})
    return document


def _entries(entries: Sequence[Found[Any]], correction: Correction) -> tuple[Found[Any], ...]:
    made = (_entry(entry, correction) if _meant(entry, correction) else entry for entry in entries)
    return tuple(entry for entry in made if entry is not None)


def _meant(entry: Found[Any], correction: Correction) -> bool:
    before: Mapping[str, Any] = entry.details.get(MARK, {})
    return correction.was in (text_of(entry.value), before.get("was"))


def _entry(entry: Found[Any], correction: Correction) -> Found[Any] | None:
    if not correction.value.strip():
        return None
    was = entry.details.get(MARK, {}).get("was", text_of(entry.value))
    mark = {"was": was, "who": correction.who, "why": correction.why}
    kept = {name: value for name, value in entry.details.items() if name not in ("legend", "positions", "uncertain")}
    return replace(
        entry, value=parsed(correction.field, correction.value), confidence=1.0, details={**kept, MARK: mark}
    )


def told(
    findings: Sequence[Finding], as_read: Sequence[Finding], corrections: Sequence[Correction]
) -> tuple[Finding, ...]:
    """The findings; one that would be another without the corrections says whose they are, and why."""
    before = {_place(finding): _said(finding) for finding in as_read}
    return tuple(
        finding if before.get(_place(finding)) == _said(finding) else _resting(finding, corrections)
        for finding in findings
    )


def _place(finding: Finding) -> tuple[Any, ...]:
    return (finding.rule, finding.market, finding.subject)


def _said(finding: Finding) -> tuple[Any, ...]:
    return (finding.outcome, finding.message, finding.found, finding.expected)


def _resting(finding: Finding, corrections: Sequence[Correction]) -> Finding:
    cited = {quote.document for quote in finding.evidence} | {finding.subject.document}
    own = [correction for correction in corrections if correction.document in cited] or list(corrections)
    words = "; ".join(dict.fromkeys(f"{c.field.replace('_', ' ')} by {c.who}: {c.why}" for c in own))
    return replace(finding, message=f"{finding.message} (Rests on a correction of what was read: {words})")
