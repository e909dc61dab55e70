"""Turns documents and a shipment into a dossier: who covers what, who cites whom, who replaces whom.

A maker's own model counts for a private-label product only through a named bridge, a paper that lists both; the
chain of the two papers is then the explanation. Numbers are compared whole; a near number is only a hint.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from docverify.citations import citations, successions
from docverify.coverage import Answer, coverage, feature_coverages, model_answer
from docverify.coverage_rating import rating_answer
from docverify.facts.document import Document, DocumentKind
from docverify.facts.dossier import Coverage, Dossier, Link, LinkKind, Quote, State, quotes
from docverify.facts.evidence import Found
from docverify.facts.shipment import Product, Shipment
from docverify.facts.source import Refusal

# kinds in which a maker states which of its models are the same; a manual or a datasheet only advertises
_BRIDGES = (
    DocumentKind.DECLARATION,
    DocumentKind.CERTIFICATE,
    DocumentKind.LABORATORY_REPORT,
    DocumentKind.CHANGE_NOTICE,
    DocumentKind.OTHER,
)


@dataclass(frozen=True, slots=True)
class Bridge:
    """Whether a paper of the pack names the maker's model and the shipped model together, and where."""

    state: State
    why: str
    evidence: tuple[Quote, ...] = ()


def link(shipment: Shipment, documents: Sequence[Document], refusals: Sequence[Refusal] = ()) -> Dossier:
    """The dossier of the shipment: every document against every product, and the documents among themselves."""
    papers = tuple(documents)
    unread = bool(refusals) or any(document.unread_pages for document in papers)
    coverages = tuple(
        entry
        for product in shipment.products
        for bridge in (_bridge(product, papers, unread=unread),)
        for document in papers
        for entry in _coverages(product, document, bridge)
    )
    links = (*_covering(coverages), *citations(papers), *successions(papers))
    return Dossier(shipment, papers, tuple(refusals), links, coverages)


def _covering(coverages: Iterable[Coverage]) -> Iterator[Link]:
    for entry in coverages:
        if entry.aspect == "model" and entry.state is State.COVERED:
            yield Link(
                LinkKind.COVERS, entry.document, entry.product, resolved=True, why=entry.why, evidence=entry.evidence
            )


def _coverages(product: Product, document: Document, bridge: Bridge) -> Iterator[Coverage]:
    yield _model_coverage(product, document, bridge)
    if (rating := rating_answer(product, document, _names(product))) is not None:
        yield coverage(product, document, "rating", rating)
    yield from feature_coverages(product, document)


def _names(product: Product) -> tuple[str, ...]:
    oem = product.private_label.oem_model if product.private_label else None
    return (product.model, oem) if oem else (product.model,)


def _model_coverage(product: Product, document: Document, bridge: Bridge) -> Coverage:
    own = coverage(product, document, "model", model_answer(product.model, product.brand, document))
    label = product.private_label
    if own.state is State.COVERED or label is None or not label.oem_model:
        return own
    oem = model_answer(label.oem_model, label.oem_brand, document)
    if oem.state is State.NOT_COVERED or not oem.readings:
        return own
    return _bridged(product, document, oem, own, bridge)


def _bridged(product: Product, document: Document, oem: Answer, own: Coverage, bridge: Bridge) -> Coverage:
    """The coverage through a paper that names the maker's model and the shipped model together."""
    state = own.state if bridge.state is State.NOT_COVERED else State.UNDETERMINED
    if State.COVERED is oem.state is bridge.state:
        state = State.COVERED
    found = coverage(product, document, "model", Answer(state, f"{oem.why}; {bridge.why}", oem.readings))
    return replace(found, evidence=found.evidence + bridge.evidence)


def _bridge(product: Product, papers: tuple[Document, ...], *, unread: bool) -> Bridge:
    """The best paper that names both models; undetermined when it may stand among what could not be read."""
    label = product.private_label
    if label is None or not label.oem_model:
        return Bridge(State.NOT_COVERED, "")
    found = [bridge for paper in papers if (bridge := _joins(product, label.oem_model, paper)) is not None]
    for state in (State.COVERED, State.UNDETERMINED):
        if best := next((bridge for bridge in found if bridge.state is state), None):
            return best
    why = f"no paper names {label.oem_model}, the maker's model, and {product.model} together"
    why += ": ask for an equivalence letter"
    if unread:
        return Bridge(State.UNDETERMINED, f"{why}; but not every paper could be read")
    return Bridge(State.NOT_COVERED, why)


def _joins(product: Product, maker: str, paper: Document) -> Bridge | None:
    """What the paper says of both models; None when it does not name both, or is of a kind that joins nothing."""
    shipped = model_answer(product.model, product.brand, paper)
    oem = model_answer(maker, product.private_label.oem_brand if product.private_label else None, paper)
    unnamed = not (shipped.readings and oem.readings) or State.NOT_COVERED in (shipped.state, oem.state)
    if unnamed or paper.kind not in (*_BRIDGES, DocumentKind.UNKNOWN):
        return None
    why = f"{paper.name} names {maker} and {product.model} together"
    evidence = quotes(paper, *dict.fromkeys((*oem.readings, *shipped.readings)))
    if paper.kind is DocumentKind.UNKNOWN:
        return Bridge(State.UNDETERMINED, f"{why}, but nobody can say what kind of paper it is", evidence)
    if other := _paired_otherwise(paper, shipped.readings, oem.readings):
        return Bridge(State.UNDETERMINED, f"{why}, but beside {product.model} it has {other}, not {maker}", evidence)
    if State.COVERED is shipped.state is oem.state:
        return _built_alike(paper, why, evidence)
    return Bridge(State.UNDETERMINED, f"{why}, perhaps: {oem.why}; {shipped.why}", evidence)


def _built_alike(paper: Document, why: str, evidence: tuple[Quote, ...]) -> Bridge:
    """A letter joins the two models when its words say that the construction is unchanged; other papers list them."""
    if paper.scheme != "equivalence_letter":
        return Bridge(State.COVERED, why, evidence)
    said = paper.values("construction")
    if not said:
        silent = "but no words in it were read that say the construction is unchanged"
        return Bridge(State.UNDETERMINED, f"{why}, {silent}", evidence)
    shown = (*evidence, *quotes(paper, said[0]))
    if said[0].value == "unchanged":
        return Bridge(State.COVERED, f"{why} and says that the construction is unchanged", shown)
    words = " ".join(said[0].quote.split())
    doubt = "says that the construction differs" if said[0].value == "changed" else "leaves open what differs"
    return Bridge(State.UNDETERMINED, f"{why}, but {doubt}: {words!r}", shown)


def _paired_otherwise(paper: Document, shipped: Sequence[Found[Any]], oem: Sequence[Found[Any]]) -> str:
    """The model that stands on the shipped model's line when the maker's does not, but is on a line with another.

    A letter about several products has a line for each pair; that it names two models does not join these two.
    """
    if paper.scheme != "equivalence_letter" or any(_on_one_line(one, other) for one in shipped for other in oem):
        return ""
    others = [entry for entry in paper.values("models") if entry not in (*shipped, *oem)]
    beside = next((o for o in others if any(_on_one_line(o, entry) for entry in shipped)), None)
    elsewhere = any(_on_one_line(other, entry) for other in others for entry in oem)
    return beside.quote if beside is not None and elsewhere else ""


def _on_one_line(one: Found[Any], other: Found[Any]) -> bool:
    """Whether the two are printed on one line: their boxes overlap by half of the lower one."""
    return any(
        a.page == b.page
        and min(a.box[3], b.box[3]) - max(a.box[1], b.box[1]) > 0.5 * min(a.box[3] - a.box[1], b.box[3] - b.box[1])
        for a in one.evidence
        for b in other.evidence
    )
