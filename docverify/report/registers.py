"""Certificates to the register where each is looked up, and the number to type there.

The addresses are data (`issuer_registers.yaml`, each with its source). A link or code printed in a paper is never used:
whoever forged the paper chose it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

import yaml

from docverify.facts.document import Document, DocumentKind
from docverify.facts.result import Result
from docverify.report.words import quoted, shown

NO_NUMBER = "no number was read; take it from the paper"


@dataclass(frozen=True, slots=True)
class LookUp:
    """One certificate and where it is looked up; `url` is empty where no source of the table gives it."""

    paper: str
    issuer: str
    register: str
    url: str
    number: str
    compare: str
    source: str
    grade: str


def look_ups(result: Result) -> tuple[LookUp, ...]:
    """Every certificate of the result."""
    certificates = (d for d in result.dossier.documents if d.kind is DocumentKind.CERTIFICATE)
    return tuple(_look_up(document) for document in certificates)


def _look_up(document: Document) -> LookUp:
    issuer = _first(document, "issuer")
    entry = next(entry for entry in _registers() if _fits(entry, document, issuer))
    number = next((text for name in entry["number"] if (text := _first(document, name))), NO_NUMBER)
    return LookUp(
        paper=shown(document.name),
        issuer=issuer or "not read",
        register=entry["register"],
        url=entry.get("url", ""),
        number=number,
        compare=entry["compare"],
        source=entry["source"],
        grade=entry["grade"],
    )


def _fits(entry: Mapping[str, Any], document: Document, issuer: str) -> bool:
    if entry["scheme"] and entry["scheme"] != document.scheme:
        return False
    words = set(re.findall(r"\w+", issuer.casefold()))
    return not entry.get("issuer") or bool(words & set(entry["issuer"]))


def _first(document: Document, name: str) -> str:
    entries = document.values(name)
    return quoted(entries[0].value) if entries else ""


@lru_cache(maxsize=1)
def _registers() -> tuple[Mapping[str, Any], ...]:
    text = resources.files("docverify.report").joinpath("issuer_registers.yaml").read_text("utf-8")
    return tuple(yaml.safe_load(text))
