"""Turns labelled technical data into rating fields: the label says which quantity, and of which side, a number is.

`Output power 60 kW` is an output rating, `Rated current (A) 32` takes its unit from the label. A value whose unit
belongs to another quantity than its label's is refused.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from docverify.extraction.fields import Fields, once, spotted, without_empty
from docverify.extraction.locate import Candidate, Passage
from docverify.extraction.model_tables import cells_by_model
from docverify.extraction.printed import Printed
from docverify.extraction.ratings import rating_fields
from docverify.extraction.running_text import read_at
from docverify.extraction.signed_numbers import with_sign
from docverify.extraction.table_sides import key_in_row
from docverify.extraction.values import field_of, find_connectors, find_ratings
from docverify.facts.evidence import Found

_FIELDS: Mapping[str, tuple[str, str, str]] = {  # label key → field, quantity, unit of a bare number
    "rated_voltage": ("rated_voltage_v", "voltage_v", "V"),
    "rated_current": ("rated_current_a", "current_a", "A"),
    "rated_power": ("rated_power_kw", "power_kw", "kW"),
    "rated_frequency": ("rated_frequency_hz", "frequency_hz", "Hz"),
    "phases": ("phases", "phases", ""),
    "output_voltage": ("output_voltage_v", "voltage_v", "V"),
    "output_current": ("output_current_a", "current_a", "A"),
    "output_power": ("output_power_kw", "power_kw", "kW"),
    "protection_ip": ("protection_ip", "protection_ip", ""),
    "protection_ik": ("protection_ik", "protection_ik", ""),
    "ambient_temperature": ("ambient_temperature_c", "ambient_temperature_c", "°C"),
    "protection_class": ("protection_class", "protection_class", ""),
}
KEYS = (*_FIELDS, "ratings", "connectors")
_OUTPUT = re.compile(r"\boutput|ausgang|\bsortie|uscita|salida|saída|wyjści|uitgang|utgång|输出", re.IGNORECASE)
_BARE = re.compile(r"\s*[-+−]?\d+(?:[.,]\d+)?(?:\s*(?:-|–|~|to|bis|à|…|/|\.\.\.?)\s*[-+−]?\d+(?:[.,]\d+)?)?\s*$")
_CLASS = re.compile(r"\b(III|II|I|[123])\b(?![.,\d])")
_UNIT_IN_LABEL = re.compile(r"[\[(（/]\s*(V|A|kW|W|Hz|°C)(?:\s?(?:AC|DC))?\s*[\])）]?\s*[:：]?\s*$")
_NO_PRODUCT = re.compile(
    r"storage|transport|lager(?:ung|temp)|stockage|insulation|isolations|impulse|withstand|stand-?by", re.IGNORECASE
)
_SUPPLIED = re.compile(
    r"\b(?:operates?|works|runs|operated|powered|designed) (?:at|on|from|with|for) (?:an? |the )?(?:mains|supply)"
    r" voltage(?: of| from| between)? (?P<value>[^\n]{3,40})"
)
_ROMAN = {"1": "I", "2": "II", "3": "III"}


def technical_fields(passage: Passage, *, free: Iterable[Printed] = ()) -> Fields:
    """Ratings, protection, temperature and connectors of the passage; `free` are further prints to read them from."""
    candidates = [c for c in passage.candidates(*KEYS) if not _NO_PRODUCT.search(c.label)]
    has_output = any(c.key in ("output_voltage", "output_current") for c in candidates)
    collected: dict[str, list[Found[Any]]] = {}
    for candidate in candidates:
        for field, entry in _readings(passage, candidate, has_output=has_output):
            collected.setdefault(field, []).append(entry)
    for field, entry in supply_said(passage):
        collected.setdefault(field, []).append(entry)
    for page in passage.pages:
        for key, label, model, cell in cells_by_model(passage, page):
            if key == "connectors":
                spots = spotted(passage, cell, find_connectors(cell.text))
                links = [replace(spot, details={**spot.details, "model": model}) for spot in once(spots)]
                collected.setdefault(key, []).extend(links)
            if key in _FIELDS and not _NO_PRODUCT.search(label):
                for field, entry in _of_model(passage, (key, label), model, cell, has_output=has_output):
                    collected.setdefault(field, []).append(entry)
    tables = rating_fields(
        passage, [c.value for c in candidates if c.key == "ratings"] + list(free), pages=passage.pages
    )
    taken = {evidence for entries in collected.values() for entry in entries for evidence in entry.evidence}
    for field, every in tables.items():
        entries = [entry for entry in every if "model" in entry.details or not taken & set(entry.evidence)]
        per_model = [e for e in entries if "model" in e.details]
        collected[field] = [*per_model, *collected.get(field, [])] if per_model else collected.get(field) or entries
    of_models = {item for entries in collected.values() for e in entries if "model" in e.details for item in e.evidence}
    return without_empty(
        {
            field: _once([e for e in entries if "model" in e.details or not of_models & set(e.evidence)])
            for field, entries in collected.items()
        }
    )


def supply_said(passage: Passage) -> Iterator[tuple[str, Found[Any]]]:
    """The supply that a sentence states ("operates at a mains voltage from 110-240 VAC, 50 Hz")."""
    for page in passage.pages:
        if "mains voltage" not in page.text and "supply voltage" not in page.text:
            continue
        for match in _SUPPLIED.finditer(page.text):
            for spot in find_ratings(match["value"]):
                start = match.start("value")
                entry = read_at(passage, page, (start + spot.start, start + spot.end), spot.value, confidence=0.9)
                if entry is not None and spot.name in ("voltage_v", "frequency_hz"):
                    yield field_of(spot), entry


def _once(entries: Sequence[Found[Any]]) -> tuple[Found[Any], ...]:
    """Each value once for each model; a reading that names no model yields to one that does."""
    kept: dict[str, Found[Any]] = {}
    named = {repr(entry.value) for entry in entries if "model" in entry.details}
    for entry in entries:
        if "model" in entry.details or repr(entry.value) not in named:
            kept.setdefault(repr((entry.value, entry.details.get("model"))), entry)
    return tuple(kept.values())


def _of_model(
    passage: Passage, head: tuple[str, str], model: str, cell: Printed, *, has_output: bool
) -> Iterator[tuple[str, Found[Any]]]:
    """The readings of one cell of a column that belongs to a model."""
    for field, entry in _labelled(passage, head, cell, has_output=has_output):
        yield field, replace(entry, details={**entry.details, "model": model})


def _readings(passage: Passage, candidate: Candidate, *, has_output: bool) -> Iterator[tuple[str, Found[Any]]]:
    if candidate.key == "connectors":
        for entry in once(spotted(passage, candidate.value, find_connectors(candidate.value.text))):
            yield "connectors", entry
        return
    if candidate.key not in _FIELDS:
        return
    key = candidate.key
    if candidate.table is not None and candidate.row is not None:
        key = key_in_row(key, candidate.table, candidate.row)
    head = (key, candidate.label)
    yield from _labelled(passage, head, candidate.value, has_output=has_output)


def _labelled(
    passage: Passage, head: tuple[str, str], printed: Printed, *, has_output: bool
) -> Iterator[tuple[str, Found[Any]]]:
    """What the print says under that label key and printed label."""
    key, label = head
    field, quantity, unit = _FIELDS[key]
    if has_output and field.startswith("rated_") and _OUTPUT.search(label):
        field = field.replace("rated_", "output_")
    line = printed.lines()[0] if printed.lines() else printed
    line = with_sign(line) if quantity == "ambient_temperature_c" else line
    if quantity == "protection_class":
        yield from _protection_class(passage, line)
        return
    yield from _measured(passage, line, (field, quantity, _unit(label, unit)))


def _unit(label: str, unit: str) -> str:
    match = _UNIT_IN_LABEL.search(label)
    return match[1] if match else unit


def _measured(passage: Passage, line: Printed, wanted: tuple[str, str, str]) -> Iterator[tuple[str, Found[Any]]]:
    field, quantity, unit = wanted
    bare = bool(_BARE.match(line.text))
    if bare and quantity == "phases":
        entry = passage.found(line.trimmed(), int(float(line.text.strip().replace(",", "."))))
        if entry is not None and entry.value in (1, 2, 3):
            yield field, entry
        return
    spots = find_ratings(f"{line.text} {unit}" if bare and unit else line.text)
    own = [spot for spot in spots if spot.name == quantity]
    others = [
        spot
        for spot in spots
        if spot.name != quantity and spot.name in ("phases", "frequency_hz", "protection_ik", "protection_ip")
    ]
    for spot in own[:2]:
        details = {key: value for key, value in spot.details.items() if key != "side"}
        entry = passage.found(line, spot.value, span=(spot.start, min(spot.end, len(line.text))), details=details)
        if entry is not None:
            yield field, entry
    for spot in others:
        entry = passage.found(line, spot.value, span=(spot.start, spot.end))
        if entry is not None:
            yield field_of(spot), entry


def _protection_class(passage: Passage, line: Printed) -> Iterator[tuple[str, Found[Any]]]:
    match = _CLASS.search(line.text)
    if match and len(line.text) < 40:
        entry = passage.found(line, _ROMAN.get(match[1], match[1]), span=match.span())
        if entry is not None:
            yield "protection_class", entry
