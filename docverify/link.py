"""Turns documents and a shipment into a dossier: who covers what, who cites whom, who replaces whom.

A maker's own model counts for a private-label product only through a named bridge, a paper that lists both; the
chain of the two papers is then the explanation. Numbers are compared whole; a near number is only a hint.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from docverify.citations import citations, successions
from docverify.coverage import Answer, coverage, feature_coverages, model_answer
from docverify.coverage_rating import rating_answer
from docverify.facts.document import Document, DocumentKind
from docverify.facts.dossier import Coverage, Dossier, Link, LinkKind, State, quotes
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


def link(shipment: Shipment, documents: Sequence[Document], refusals: Sequence[Refusal] = ()) -> Dossier:
    """The dossier of the shipment: every document against every product, and the documents among themselves."""
    papers = tuple(documents)
    coverages = tuple(
        entry for product in shipment.products for document in papers for entry in _coverages(product, document, papers)
    )
    links = (*_covering(coverages), *citations(papers), *successions(papers))
    return Dossier(shipment, papers, tuple(refusals), links, coverages)


def _covering(coverages: Iterable[Coverage]) -> Iterator[Link]:
    for entry in coverages:
        if entry.aspect == "model" and entry.state is State.COVERED:
            yield Link(
                LinkKind.COVERS, entry.document, entry.product, resolved=True, why=entry.why, evidence=entry.evidence
            )


def _coverages(product: Product, document: Document, papers: tuple[Document, ...]) -> Iterator[Coverage]:
    yield _model_coverage(product, document, papers)
    if (rating := rating_answer(product, document, _names(product))) is not None:
        yield coverage(product, document, "rating", rating)
    yield from feature_coverages(product, document)


def _names(product: Product) -> tuple[str, ...]:
    oem = product.private_label.oem_model if product.private_label else None
    return (product.model, oem) if oem else (product.model,)


def _model_coverage(product: Product, document: Document, papers: tuple[Document, ...]) -> Coverage:
    own = coverage(product, document, "model", model_answer(product.model, product.brand, document))
    label = product.private_label
    if own.state is State.COVERED or label is None or not label.oem_model:
        return own
    oem = model_answer(label.oem_model, label.oem_brand, document)
    if oem.state is State.NOT_COVERED or not oem.readings:
        return own
    return _bridged(product, document, oem, own, papers)


def _bridged(
    product: Product, document: Document, oem: Answer, own: Coverage, papers: tuple[Document, ...]
) -> Coverage:
    """The coverage through a paper that names the maker's model and the shipped model together."""
    assert product.private_label is not None and product.private_label.oem_model is not None
    maker = product.private_label.oem_model
    bridge = _bridge(product, papers)
    if bridge is None:
        why = f"the paper is for {maker}, the maker's model; no paper names {maker} and {product.model} together"
        answer = Answer(own.state, f"{why}: ask for an equivalence letter", oem.readings)
        return coverage(product, document, "model", answer)
    paper, joined = bridge
    state = State.COVERED if State.COVERED is oem.state is joined.state else State.UNDETERMINED
    why = f"{oem.why}; {paper.name} names {maker} and {product.model} together ({joined.why})"
    found = coverage(product, document, "model", Answer(state, why, oem.readings))
    return replace(found, evidence=found.evidence + quotes(paper, *joined.readings))


def _bridge(product: Product, papers: tuple[Document, ...]) -> tuple[Document, Answer] | None:
    """The best paper that lists both models, and what it says of them together."""
    found = [(paper, _joins(product, paper)) for paper in papers if paper.kind in _BRIDGES]
    for state in (State.COVERED, State.UNDETERMINED):
        for paper, answer in found:
            if answer is not None and answer.state is state:
                return paper, answer
    return None


def _joins(product: Product, paper: Document) -> Answer | None:
    label = product.private_label
    assert label is not None and label.oem_model is not None
    shipped = model_answer(product.model, product.brand, paper)
    oem = model_answer(label.oem_model, label.oem_brand, paper)
    if not (shipped.readings and oem.readings) or State.NOT_COVERED in (shipped.state, oem.state):
        return None
    state = State.COVERED if State.COVERED is shipped.state is oem.state else State.UNDETERMINED
    readings = tuple(dict.fromkeys((*oem.readings, *shipped.readings)))
    return Answer(state, f"{oem.why}; {shipped.why}", readings)
