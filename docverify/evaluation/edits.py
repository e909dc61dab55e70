"""A dossier -> the same with papers taken away, other values printed, or other coverage. Nothing is read anew."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from docverify.facts.document import Document
from docverify.facts.dossier import Dossier, State
from docverify.facts.evidence import Evidence, Found, Origin
from docverify.facts.shipment import Product
from docverify.rules.pack import Registers
from docverify.rules.papers import could_be, is_of
from docverify.rules.parameters import Paper

BOX = (72.0, 72.0, 200.0, 84.0)


@dataclass(frozen=True, slots=True)
class Spoiling:
    """What a must-fail twin is made from: the clean dossier, the registers of the pack, and the day."""

    dossier: Dossier
    registers: Registers
    as_of: date


def chosen(dossier: Dossier, papers: Sequence[Paper]) -> list[Document]:
    """The documents of those kinds; every document when no kind is named."""
    return [d for d in dossier.documents if not papers or any(is_of(d, paper) for paper in papers)]


def possible(dossier: Dossier, papers: Sequence[Paper]) -> list[Document]:
    """The documents of those kinds, and those that may be if one could read what they are to."""
    return [d for d in dossier.documents if any(is_of(d, paper) or could_be(d, paper) for paper in papers)]


def without(dossier: Dossier, gone: Iterable[Document]) -> Dossier:
    """The dossier without those documents; what cites them no longer finds them."""
    ids = {document.id: document for document in gone}
    return replace(
        dossier,
        documents=tuple(d for d in dossier.documents if d.id not in ids),
        coverages=tuple(c for c in dossier.coverages if c.document not in ids),
        links=tuple(
            replace(x, end=_number(ids[x.end]), resolved=False) if x.end in ids else x
            for x in dossier.links
            if x.start not in ids
        ),
    )


def _number(document: Document) -> str:
    return next((str(entry.value) for entry in document.values("document_number")), document.name)


def rewritten(dossier: Dossier, documents: Sequence[Document], change: Callable[[Document], Document]) -> Dossier:
    """The dossier with each of those documents changed."""
    ids = {document.id for document in documents}
    return replace(dossier, documents=tuple(change(d) if d.id in ids else d for d in dossier.documents))


def printing(document: Document, field: str, values: Iterable[Any]) -> Document:
    """The document with just those values in the field; a value that is a reading already stays as it is."""
    readings = tuple(value if isinstance(value, Found) else said(document, value) for value in values)
    fields = {name: entries for name, entries in document.fields.items() if name != field}
    return replace(document, fields={**fields, field: readings} if readings else fields)


def said(document: Document, value: Any) -> Found[Any]:
    """A reading of that value on the document's first page."""
    place = Evidence(document.sha256, document.pages[0], BOX)
    return Found(value, str(value), (place,), Origin.TEXT, 1.0)


def covering(dossier: Dossier, documents: Sequence[Document], aspect: str, state: State) -> Dossier:
    """The dossier in which those documents stand so to every product in that aspect."""
    ids = {document.id for document in documents}
    return replace(
        dossier,
        coverages=tuple(
            replace(c, state=state, why=f"{c.product}: {aspect} {state.value.replace('_', ' ')}")
            if c.document in ids and c.aspect == aspect
            else c
            for c in dossier.coverages
        ),
    )


def shipping(dossier: Dossier, change: Callable[[Product], Product]) -> Dossier:
    """The dossier with every product changed."""
    products = tuple(change(product) for product in dossier.shipment.products)
    return replace(dossier, shipment=replace(dossier.shipment, products=products))
