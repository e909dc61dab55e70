"""Two deliveries → every change once: papers that are gone, new, replaced or altered, and what the shipments say."""

from collections.abc import Iterator, Sequence

from docverify.compare.change import Change, Comparison, PaperPair, Rule
from docverify.compare.pages import page_pairs
from docverify.compare.pairing import paired
from docverify.compare.papers import paper_changes
from docverify.compare.shipments import shipment_changes
from docverify.compare.values import paper_key
from docverify.facts.document import Document, DocumentKind
from docverify.facts.dossier import Quote
from docverify.facts.evidence import Found
from docverify.facts.finding import Earlier, Severity
from docverify.facts.shipment import Shipment

# Papers that are written anew for every shipment: what they say is held against the units, not against the sample.
OF_EACH_SHIPMENT = frozenset({DocumentKind.PACKING_LIST, DocumentKind.INSPECTION_RECORD})


def compare(
    old: Sequence[Document],
    new: Sequence[Document],
    *,
    shipments: tuple[Shipment, Shipment] | None = None,
) -> Comparison:
    """What changed from the old papers (and shipment) to the new ones."""
    pairs, gone, added = paired(_lasting(old), _lasting(new))
    changes = [change for before, after in pairs for change in paper_changes(before, after)]
    changes += [_gone(document) for document in gone]
    changes += [_added(document) for document in added]
    if shipments:
        changes += shipment_changes(*shipments)
    return Comparison(tuple(changes), tuple(_beside(pairs, gone, added)))


def _lasting(documents: Sequence[Document]) -> list[Document]:
    return [document for document in documents if document.kind not in OF_EACH_SHIPMENT]


def _beside(
    pairs: Sequence[tuple[Document, Document]], gone: Sequence[Document], added: Sequence[Document]
) -> Iterator[PaperPair]:
    for before, after in pairs:
        same_file = (before.sha256, before.pages) == (after.sha256, after.pages)
        yield PaperPair(before.name, after.name, same_file, () if same_file else page_pairs(before, after))
    for document in gone:
        yield PaperPair(document.name, None, same_file=False)
    for document in added:
        yield PaperPair(None, document.name, same_file=False)


def _first(document: Document) -> Found[object] | None:
    """A reading that shows the paper: its number, else whatever was read first."""
    known = [*document.values("document_number"), *(entry for found in document.fields.values() for entry in found)]
    return next((entry for entry in known if entry.evidence), None)


def _described(document: Document) -> str:
    number = next((str(entry.value) for entry in document.values("document_number")), "")
    scheme = f" ({document.scheme.replace('_', ' ')})" if document.scheme else ""
    return f"{document.kind.value.replace('_', ' ')}{scheme}{f' {number}' if number else ''}"


def _gone(document: Document) -> Change:
    entry = _first(document)
    boxes = tuple(place.box for place in entry.evidence if place.page == entry.evidence[0].page) if entry else ()
    page = entry.evidence[0].page if entry else document.pages[0]
    return Change(
        rule=Rule.PAPER_GONE,
        severity=Severity.MAJOR,
        paper=document.name,
        key=f"{paper_key(document)}|gone",
        what="paper",
        old=_described(document),
        new="nothing",
        message=f"{document.name}, a {_described(document)}, is no longer in the pack, and nothing stands for it.",
        before=(Earlier(document.path, document.sha256, page, boxes, entry.quote if entry else ""),),
    )


def _added(document: Document) -> Change:
    entry = _first(document)
    evidence: tuple[Quote, ...] = ()
    if entry:
        page = entry.evidence[0].page
        boxes = tuple(place.box for place in entry.evidence if place.page == page)
        evidence = (Quote(document.id, page, boxes, entry.quote),)
    return Change(
        rule=Rule.PAPER_NEW,
        severity=Severity.INFO,
        paper=document.name,
        key=f"{paper_key(document)}|new",
        what="paper",
        old="nothing",
        new=_described(document),
        message=f"{document.name}, a {_described(document)}, was not in the pack before.",
        document=document.id,
        evidence=evidence,
    )
