"""All papers of a shipment, who covers what, and who cites whom."""

from dataclasses import dataclass
from enum import StrEnum

from docverify.facts.document import Document, DocumentKind
from docverify.facts.evidence import Evidence
from docverify.facts.shipment import Product, Shipment
from docverify.facts.source import Refusal


class State(StrEnum):
    """Whether a paper extends to something: near is not covered."""

    COVERED = "covered"
    NOT_COVERED = "not_covered"
    UNDETERMINED = "undetermined"


class LinkKind(StrEnum):
    """How two papers, or a paper and a product, belong together."""

    COVERS = "covers"
    CITES = "cites"
    SUPERSEDES = "supersedes"


@dataclass(frozen=True, slots=True)
class Quote:
    """Words on a page of a document, with their boxes: the proof shown beside a conclusion."""

    document: str
    page: int
    boxes: tuple[tuple[float, float, float, float], ...]
    quote: str


@dataclass(frozen=True, slots=True)
class Link:
    """`start` (a document id) relates to `end` (a document id; for `cites` of an absent paper, its number)."""

    kind: LinkKind
    start: str
    end: str
    resolved: bool
    why: str
    evidence: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Coverage:
    """Whether one document covers one product in one aspect (`model`, `rating`, `factory`), and why."""

    product: str
    document: str
    aspect: str
    state: State
    why: str
    evidence: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """How one candidate document stands to one requirement of a pack for one product.

    `requirement` is `pack/name` (`eu-lvd/safety_report`); `document` is None when the pack holds no such paper.
    """

    product: str
    requirement: str
    document: str | None
    state: State
    why: str
    evidence: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Dossier:
    """Documents, refusals, links and coverages matched to one shipment; a new paper makes a new dossier."""

    shipment: Shipment
    documents: tuple[Document, ...]
    refusals: tuple[Refusal, ...] = ()
    links: tuple[Link, ...] = ()
    coverages: tuple[Coverage, ...] = ()

    def document(self, id: str) -> Document:
        """The document with that id; KeyError when there is none."""
        for document in self.documents:
            if document.id == id:
                return document
        raise KeyError(id)

    def of_kind(self, kind: DocumentKind, *schemes: str) -> tuple[Document, ...]:
        """Documents of the kind, and of one of the schemes where any is named, in reading order."""
        return tuple(d for d in self.documents if d.kind is kind and (not schemes or d.scheme in schemes))

    def coverage(self, product: Product, document: Document, aspect: str = "model") -> Coverage:
        """How the document stands to the product in that aspect; undetermined when the linker said nothing."""
        for entry in self.coverages:
            if entry.product == product.model and entry.document == document.id and entry.aspect == aspect:
                return entry
        return Coverage(product.model, document.id, aspect, State.UNDETERMINED, f"the paper says nothing on {aspect}")


def quotes(document: Document, *entries: object) -> tuple[Quote, ...]:
    """The readings as quotes of that document, one per reading, for use as evidence."""
    found = []
    for entry in entries:
        evidence: tuple[Evidence, ...] = getattr(entry, "evidence", ())
        if evidence:
            page = evidence[0].page
            boxes = tuple(item.box for item in evidence if item.page == page)
            found.append(Quote(document.id, page, boxes, getattr(entry, "quote", "")))
    return tuple(found)
