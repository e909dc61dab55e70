"""A result arranged for people: what every format shows, in the order it shows it. The formats only draw it.

Findings are numbered once, so that a number means the same in the page, the PDF, the table and the letter.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import Any

from docverify import __version__
from docverify.facts.document import FIELDS, Document
from docverify.facts.dossier import CoverageRow, Quote, State
from docverify.facts.evidence import Box, Found
from docverify.facts.finding import Finding, Outcome, Severity, Topic
from docverify.facts.result import Result
from docverify.report.json_report import SCHEMA
from docverify.report.words import kind_text, market_text, quoted, shown, spaced, titled, value_text, word

MISSING_TOPICS = frozenset({Topic.MISSING_DOCUMENT, Topic.REFERENCE_MISSING})
_OUTCOME_ORDER = {Outcome.FAIL: 0, Outcome.UNDETERMINED: 1, Outcome.PASS: 2, Outcome.NOT_APPLICABLE: 3}


@dataclass(frozen=True, slots=True)
class Place:
    """One page with everything quoted from it; `name` is the paper as people cite it."""

    document: str
    name: str
    sha256: str
    page: int
    boxes: tuple[Box, ...]
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A finding with its number and its places, page by page."""

    number: int
    finding: Finding
    title: str
    about: str
    places: tuple[Place, ...]

    @property
    def anchor(self) -> str:
        """The name of its place in a page."""
        return f"finding-{self.number}"


@dataclass(frozen=True, slots=True)
class Group:
    """The findings of one product in one market."""

    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """How one paper stands to one requirement for one product; `paper` is empty when the pack has none."""

    number: int
    product: str
    requirement: str
    paper: str
    state: State
    why: str
    places: tuple[Place, ...]

    @property
    def anchor(self) -> str:
        """The name of its evidence in a page."""
        return f"cover-{self.number}"


@dataclass(frozen=True, slots=True)
class Line:
    """One requirement across the products; an empty tuple of cells means that it does not apply."""

    requirement: str
    pack: str
    cells: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Requirement × product × paper."""

    products: tuple[str, ...]
    lines: tuple[Line, ...]

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Every cell, line by line."""
        return tuple(cell for line in self.lines for group in line.cells for cell in group)


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a paper."""

    field: str
    text: str
    quote: str
    page: int
    origin: str
    confidence: float
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper with its values."""

    number: int
    name: str
    kind: str
    why: str
    pages: str
    sha256: str
    languages: str
    values: tuple[Value, ...]
    unread: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """Everything a report shows."""

    result: Result
    conclusion: str
    headline: str
    about: str
    tally: tuple[tuple[str, int], ...]
    failed: tuple[Group, ...]
    undecided: tuple[Group, ...]
    waived: tuple[Item, ...]
    passed: tuple[Item, ...]
    matrix: Matrix
    missing: tuple[tuple[str, str], ...]
    not_read: tuple[tuple[str, str], ...]
    ahead: tuple[tuple[date, str], ...]
    papers: tuple[Paper, ...]
    made: tuple[tuple[str, str], ...]
    hashes: tuple[tuple[str, str], ...]

    @property
    def open_items(self) -> tuple[Item, ...]:
        """Failed, then undecided, worst first: in the order of their numbers."""
        return tuple(
            sorted((i for group in (*self.failed, *self.undecided) for i in group.items), key=attrgetter("number"))
        )


def outline(result: Result) -> Outline:
    """The result arranged."""
    items = _items(result)
    failed = [i for i in items if i.finding.outcome is Outcome.FAIL and i.finding.waiver is None]
    undecided = [i for i in items if i.finding.outcome is Outcome.UNDETERMINED and i.finding.waiver is None]
    return Outline(
        result=result,
        conclusion=result.verdict.conclusion.value,
        headline=word("conclusions", result.verdict.conclusion.value),
        about=about(result),
        tally=_tally(result, failed, undecided),
        failed=_groups(failed),
        undecided=_groups(undecided),
        waived=tuple(i for i in items if i.finding.waiver and i.finding.outcome is not Outcome.PASS),
        passed=tuple(i for i in items if i.finding.outcome is Outcome.PASS),
        matrix=matrix(result),
        missing=_missing(result, (*failed, *undecided)),
        not_read=_not_read(result),
        ahead=tuple((entry.on, shown(entry.sentence)) for entry in result.look_ahead),
        papers=tuple(_paper(number, document) for number, document in enumerate(result.dossier.documents, 1)),
        made=_made(result),
        hashes=_hashes(result),
    )


def about(result: Result) -> str:
    """What ships, for where, and when."""
    products = ", ".join(product.model for product in result.shipment.products) or "no product named"
    return shown(f"{products} for {', '.join(result.shipment.markets)}, placed on the market on {result.as_of}")


def places(result: Result, quotes: Iterable[Quote]) -> tuple[Place, ...]:
    """The quotes page by page, in the order they were given."""
    documents = {document.id: document for document in result.dossier.documents}
    pages: dict[tuple[str, int], list[Quote]] = {}
    for quote in quotes:
        pages.setdefault((quote.document, quote.page), []).append(quote)
    return tuple(_place(documents.get(id), id, page, group) for (id, page), group in pages.items())


def _place(document: Document | None, id: str, page: int, group: Sequence[Quote]) -> Place:
    boxes = tuple(dict.fromkeys(box for quote in group for box in quote.boxes))
    words = tuple(dict.fromkeys(quoted(quote.quote) for quote in group))
    name, sha256 = (shown(document.name), document.sha256) if document else (id, id)
    return Place(id, name, sha256, page, boxes, words)


def _items(result: Result) -> list[Item]:
    ordered = sorted(result.shown, key=_order)
    return [
        Item(
            number,
            finding,
            word("topics", finding.topic.value),
            _subject(result, finding),
            places(result, finding.evidence),
        )
        for number, finding in enumerate(ordered, 1)
    ]


def _order(finding: Finding) -> tuple[Any, ...]:
    waived = finding.waiver is not None
    subject = finding.subject
    return (
        _OUTCOME_ORDER[finding.outcome],
        waived,
        -finding.severity.weight,
        finding.market,
        finding.rule,
        subject.product or "",
        subject.document or "",
        subject.unit or "",
    )


def _subject(result: Result, finding: Finding) -> str:
    subject = finding.subject
    names = {document.id: document.name for document in result.dossier.documents}
    parts = (subject.product, subject.unit, names.get(subject.document or "", "") if subject.document else "")
    return " · ".join(shown(part) for part in parts if part)


def _groups(items: Sequence[Item]) -> tuple[Group, ...]:
    groups: dict[tuple[str, str], list[Item]] = {}
    for item in items:
        groups.setdefault((item.finding.subject.product or "", item.finding.market), []).append(item)
    ordered = sorted(groups.items(), key=_group_order)
    return tuple(Group(_group_title(product, market), tuple(entries)) for (product, market), entries in ordered)


def _group_order(entry: tuple[tuple[str, str], list[Item]]) -> tuple[Any, ...]:
    (product, market), items = entry
    return (product == "", product, min(item.number for item in items), market)


def _group_title(product: str, market: str) -> str:
    return f"{shown(product) or 'The papers themselves'} · {market_text(market)}"


def _tally(result: Result, failed: Sequence[Item], undecided: Sequence[Item]) -> tuple[tuple[str, int], ...]:
    by_severity = [
        (f"{severity.value} failed", sum(i.finding.severity is severity for i in failed)) for severity in Severity
    ]
    decided = result.verdict.decided()
    return (
        *((name, count) for name, count in by_severity if count),
        ("undecided", len(undecided)),
        ("passed", decided["pass"]),
        ("rules applied", decided["applicable"]),
    )


def matrix(result: Result) -> Matrix:
    """The coverage rows as lines of cells."""
    products = tuple(product.model for product in result.shipment.products)
    lines: dict[str, dict[str, list[Cell]]] = {}
    for number, row in enumerate(result.coverage, 1):
        lines.setdefault(row.requirement, {}).setdefault(row.product, []).append(_cell(result, number, row))
    return Matrix(
        tuple(map(shown, products)),
        tuple(
            Line(
                titled(requirement.partition("/")[2]),
                requirement.partition("/")[0],
                tuple(tuple(by_product.get(product, ())) for product in products),
            )
            for requirement, by_product in lines.items()
        ),
    )


def _cell(result: Result, number: int, row: CoverageRow) -> Cell:
    names = {document.id: document.name for document in result.dossier.documents}
    return Cell(
        number,
        shown(row.product),
        titled(row.requirement.partition("/")[2]),
        shown(names.get(row.document, row.document)) if row.document else "",
        row.state,
        shown(row.why),
        places(result, row.evidence),
    )


def _missing(result: Result, items: Sequence[Item]) -> tuple[tuple[str, str], ...]:
    """Papers that a duty needs or another paper cites and that are not in the pack."""
    rows = [
        (f"{titled(row.requirement.partition('/')[2])} for {shown(row.product)}", shown(row.why))
        for row in result.coverage
        if row.document is None
    ]
    found = [(item.title, shown(item.finding.message)) for item in items if item.finding.topic in MISSING_TOPICS]
    return tuple(dict.fromkeys((*rows, *found)))


def _not_read(result: Result) -> tuple[tuple[str, str], ...]:
    lines = [(r.path, f"not read: {r.reason.rstrip('.')}. {r.advice}".strip()) for r in result.dossier.refusals]
    lines += [
        (f"{document.path} p. {page.page}", f"not read: {page.reason}")
        for document in result.dossier.documents
        for page in document.unread_pages
    ]
    lines += [(path, f"the same file as {first}; read once") for path, first in result.duplicates]
    lines += [(path, "no paper; set aside") for path in result.set_aside]
    return tuple((shown(path), shown(why)) for path, why in lines)


def _paper(number: int, document: Document) -> Paper:
    return Paper(
        number=number,
        name=shown(document.name),
        kind=kind_text(document),
        why=shown(document.why),
        pages=f"{document.pages[0]}–{document.pages[1]}" if document.pages[0] != document.pages[1] else "1 page",
        sha256=document.sha256,
        languages=", ".join(dict.fromkeys(entry.language for entry in document.languages)),
        values=tuple(_value(f.name, entry) for f in FIELDS for entry in document.values(f.name)),
        unread=tuple(f"p. {page.page}: {shown(page.reason)}" for page in document.unread_pages),
    )


def _value(name: str, entry: Found[Any]) -> Value:
    page = entry.evidence[0].page if entry.evidence else 0
    model = entry.details.get("model")
    return Value(
        field=f"{spaced(name)} ({shown(model)})" if model else spaced(name),
        text=value_text(entry.value),
        quote=quoted(entry.quote),
        page=page,
        origin=entry.origin.value,
        confidence=entry.confidence,
        boxes=tuple(item.box for item in entry.evidence if item.page == page),
    )


def _made(result: Result) -> tuple[tuple[str, str], ...]:
    known = [("Findings known from the baseline, not shown", str(result.hidden))] if result.baseline else []
    approved = [("Approved sample", f"{result.approved.by}, {result.approved.on}")] if result.approved else []
    return (
        ("Tool", f"docverify {result.tool_version or __version__}"),
        ("Schema", SCHEMA),
        ("Shipment", shown(result.shipment.name)),
        ("Markets", shown(", ".join(result.shipment.markets))),
        ("As of", result.as_of.isoformat()),
        ("Fails from", result.verdict.threshold.value),
        ("Exit code", str(result.exit_code)),
        *known,
        *((name, shown(text)) for name, text in approved),
        ("Rule packs", ", ".join(f"{pack.id} {pack.version}" for pack in result.packs) or "none"),
    )


def _hashes(result: Result) -> tuple[tuple[str, str], ...]:
    packs = [(f"rule pack {pack.id} {pack.version}", pack.sha256) for pack in result.packs]
    files = [(f"{entry.role.replace('_', ' ')} {shown(entry.path)}", entry.sha256) for entry in result.inputs]
    papers = {document.path: document.sha256 for document in result.dossier.documents}
    files = files or [(f"paper {shown(path)}", sha256) for path, sha256 in papers.items()]
    return (*packs, *files)
