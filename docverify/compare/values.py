"""Readings of a field → keys that compare by meaning, words to show, and whether the reading can be trusted."""

import json
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from typing import Any

from docverify.document_json import value_to_json
from docverify.facts.document import Document
from docverify.facts.dossier import Quote, quotes
from docverify.facts.evidence import Found, Origin
from docverify.facts.finding import Earlier

TRUSTED = 0.5  # as in the rules: what is read with less decides nothing
SHORT = 30  # letters of a quote that is shown for its value
NEAR = 0.8  # of two texts that may be one, read twice
NAMED = ("model", "product")  # details that say what a value belongs to
PART = ("maker", "type", "rating", "standard", "approval")


def key_of(name: str, entry: Found[Any]) -> str:
    """What the entry says, so that two that mean the same are the same."""
    value = value_to_json(entry.value)
    if isinstance(value, str):
        value = " ".join(value.split()).casefold()
    owner = {word: str(entry.details[word]) for word in NAMED if entry.details.get(word)}
    return json.dumps([value, owner, _part(entry) if name == "components" else {}], ensure_ascii=False, sort_keys=True)


def _part(entry: Found[Any]) -> dict[str, str]:
    return {word: " ".join(str(entry.details[word]).split()).casefold() for word in PART if entry.details.get(word)}


def keys_of(document: Document, name: str) -> dict[str, Found[Any]]:
    """Every entry of the field by what it says, the first where it is said twice."""
    found: dict[str, Found[Any]] = {}
    for entry in document.values(name):
        found.setdefault(key_of(name, entry), entry)
    return found


def shown(entry: Found[Any]) -> str:
    """The value in words, with the model it belongs to and what else tells it apart."""
    owner = next((f" ({entry.details[word]})" for word in NAMED if entry.details.get(word)), "")
    value = value_to_json(entry.value)
    # A number alone says little: as printed it has its unit.
    number = isinstance(value, int | float | list) and entry.quote and len(entry.quote) <= SHORT
    return f"{entry.quote if number else _words(value)}{owner}"


def _words(value: Any) -> str:
    if isinstance(value, dict):
        edition = f":{value['edition']}" if value.get("edition") else ""
        return f"{value['designation']}{edition}" + "".join(f"+{text}" for text in value.get("amendments", ()))
    if isinstance(value, list):
        return " to ".join("…" if end is None else _words(end) for end in value)
    return f"{value:g}" if isinstance(value, int | float) else str(value)


def part_shown(entry: Found[Any]) -> str:
    """A component with its maker, type and approval."""
    known = [str(entry.details[word]) for word in PART if entry.details.get(word)]
    return f"{entry.value}: {', '.join(known)}" if known else str(entry.value)


def trusted(entries: Iterable[Found[Any]]) -> bool:
    """Whether every one of them was read well enough to decide something."""
    return all(entry.confidence >= TRUSTED for entry in entries)


def earlier(document: Document, entries: Iterable[Found[Any]]) -> tuple[Earlier, ...]:
    """The places of the entries in a paper of the old delivery."""
    return tuple(
        Earlier(document.path, document.sha256, quote.page, quote.boxes, quote.quote)
        for quote in quotes(document, *entries)
    )


def now(document: Document, entries: Iterable[Found[Any]]) -> tuple[Quote, ...]:
    """The places of the entries in a paper of the new delivery."""
    return quotes(document, *entries)


def paper_key(document: Document) -> str:
    """What the paper is: kind, scheme and number, whatever its file is called."""
    number = next((str(entry.value) for entry in document.values("document_number")), "")
    return f"{document.kind}/{document.scheme or ''}/{number}"


def unread(*documents: Document) -> bool:
    """Whether a page of one of them could not be read."""
    return any(document.unread_pages for document in documents)


def misread(gone: Sequence[Found[Any]], added: Sequence[Found[Any]]) -> bool:
    """Whether it may be one text that was recognised differently: near to each other, and one of them from a scan."""
    if not gone or not added or not any(entry.origin is Origin.OCR for entry in (*gone, *added)):
        return False
    first, second = ("|".join(shown(entry) for entry in entries) for entries in (gone, added))
    return SequenceMatcher(None, first.casefold(), second.casefold(), autojunk=False).ratio() >= NEAR
