"""What was read of every paper: its kind, its values, its pages; and two packs held side by side."""

from starlette.responses import Response

from docverify.compare.change import Change
from docverify.compare.compare import compare
from docverify.corrections import KIND
from docverify.errors import NotHere
from docverify.facts.document import SCHEMES, Document, DocumentKind
from docverify.facts.evidence import Box
from docverify.ledger.desk import notes, packs
from docverify.report.outline import Place
from docverify.report.words import kind_text, shown, word
from docverify.web.asking import Ask
from docverify.web.results import Arranged, arranged, needed, readings_of, shots

MOST_COMPARED = 400


def kinds() -> list[tuple[str, str]]:
    """Every kind and scheme a paper may be, with its words."""
    found = []
    for kind in DocumentKind:
        found.append((kind.value, word("kinds", kind.value)))
        found += [
            (f"{kind.value}/{s}", f"{word('kinds', kind.value)}, {word('schemes', s)}") for s in SCHEMES.get(kind, ())
        ]
    return found


def show(ask: Ask) -> Response:
    """Every paper."""
    pack, found = needed(ask)
    papers = [(document, kind_text(document)) for document in found.result.dossier.documents]
    lines = [line for line in notes.corrections_of(ask.ledger, pack.id) if not line.withdrawn]
    return ask.page("papers.html", tab="papers", pack=pack, papers=papers, corrections=lines, o=found.outline)


def paper(ask: Ask) -> Response:
    """One paper: a page of it with the boxes of its values, and every value, to be corrected."""
    pack, found = needed(ask)
    document = found.document(ask.part("document").replace("~", "#"))
    page = _page(ask, document)
    picture = shots(ask, pack, found, [_place(document, page)])[0]
    return ask.page(
        "paper.html",
        tab="papers",
        pack=pack,
        document=document,
        name=shown(document.name),
        kind=kind_text(document),
        kind_now=f"{document.kind.value}/{document.scheme}" if document.scheme else document.kind.value,
        kind_field=KIND,
        kinds=kinds(),
        page=page,
        shot=picture,
        here=[r for r in readings_of(document, page, [_everywhere()]) if r.text],
        every=[(_first_page(document, r.field, n), r) for n, r in enumerate(readings_of(document))],
    )


def _everywhere() -> Box:
    return (-1e6, -1e6, 1e6, 1e6)


def _first_page(document: Document, _field: str, number: int) -> int:
    entries = [entry for entries in document.fields.values() for entry in entries]
    evidence = entries[number].evidence
    return evidence[0].page if evidence else document.pages[0]


def _page(ask: Ask, document: Document) -> int:
    text = ask.query("page")
    wanted = int(text) if text.isascii() and text.isdigit() and len(text) < 6 else document.pages[0]
    return min(max(wanted, document.pages[0]), document.pages[1])


def _place(document: Document, page: int) -> Place:
    entries = [e for entries in document.fields.values() for e in entries if e.evidence and e.evidence[0].page == page]
    boxes = tuple(dict.fromkeys(item.box for entry in entries for item in entry.evidence if item.page == page))
    return Place(document.id, shown(document.name), document.sha256, page, boxes, ())


def compare_packs(ask: Ask) -> Response:
    """What changed between this pack and an earlier one, page against page."""
    pack, found = needed(ask)
    others = [p for p in packs.packs_of(ask.ledger, workspace=ask.caller.workspace) if p.run and p.id != pack.id]
    wanted = ask.query("with")
    if not wanted:
        return ask.page("compare.html", tab="history", pack=pack, other=None, others=others, comparison=None, sides=[])
    other = next((p for p in others if p.id == wanted), None)
    earlier = arranged(ask.ledger, other) if other else None
    if other is None or earlier is None:
        raise NotHere("there is no such pack to compare with")
    comparison = compare(
        earlier.result.dossier.documents,
        found.result.dossier.documents,
        shipments=(earlier.result.shipment, found.result.shipment),
    )
    sides = [_sides(earlier, found, change) for change in comparison.changes[:MOST_COMPARED]]
    return ask.page(
        "compare.html",
        tab="history",
        pack=pack,
        other=other,
        others=others,
        comparison=comparison,
        sides=sides,
        addresses=(_addresses(earlier), _addresses(found)),
    )


def _sides(earlier: Arranged, now: Arranged, change: Change) -> tuple[Change, str, str]:
    """The change with the addresses of its old and its new page."""
    before = next((_address_of(earlier, place.page, sha256=place.sha256) for place in change.before), "")
    after = next((_address_of(now, quote.page, id=quote.document) for quote in change.evidence), "")
    return change, before, after


def _address_of(found: Arranged, page: int, *, sha256: str = "", id: str = "") -> str:
    for document in found.result.dossier.documents:
        if document.id == id or (document.sha256 == sha256 and document.pages[0] <= page <= document.pages[1]):
            return f"papers/{document.id.replace('#', '~')}?page={page}"
    return ""


def _addresses(found: Arranged) -> dict[str, str]:
    """The address of each paper by its name."""
    return {d.name: f"papers/{d.id.replace('#', '~')}" for d in found.result.dossier.documents}


def history(ask: Ask) -> Response:
    """Every check of the pack, its waivers, corrections and comments; packs of the same product."""
    pack = ask.pack()
    return ask.page(
        "history.html",
        tab="history",
        pack=pack,
        checks=packs.checks_of(ask.ledger, pack.id),
        corrections=notes.corrections_of(ask.ledger, pack.id),
        waivers=notes.waivers_of(ask.ledger, pack.id),
        others=[
            p
            for p in packs.packs_of(ask.ledger, workspace=ask.caller.workspace)
            if p.id != pack.id and p.run and (p.supplier, p.product) == (pack.supplier, pack.product)
        ],
    )
