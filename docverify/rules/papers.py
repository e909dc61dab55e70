"""Which papers of a dossier a rule speaks of, which of them cover a product, and the best of several conclusions."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from docverify.facts.document import Document, DocumentKind
from docverify.facts.dossier import Coverage, Dossier, LinkKind, State
from docverify.facts.finding import Outcome
from docverify.facts.party import name_key
from docverify.facts.shipment import Product
from docverify.rules.context import Conclusion, Context, inapplicable, undecided
from docverify.rules.parameters import Paper
from docverify.rules.standards import cites_act, cites_standard

# When several papers are judged for one product, one that satisfies is enough; then one that might.
PREFERENCE = (Outcome.PASS, Outcome.UNDETERMINED, Outcome.FAIL, Outcome.NOT_APPLICABLE)


def superseded(dossier: Dossier, document: Document) -> bool:
    """Whether a newer paper of the pack replaces this one."""
    return any(x.kind is LinkKind.SUPERSEDES and x.end == document.id and x.resolved for x in dossier.links)


def is_of(document: Document, paper: Paper) -> bool:
    """Whether the document is of that kind and scheme, and cites what the choice asks for."""
    if document.kind is not paper.kind or paper.scheme not in (None, document.scheme):
        return False
    if paper.standards and not _cites_a_standard(document, paper):
        return False
    if paper.issuers and not _is_issued_by(document, paper):
        return False
    return not paper.acts or _cites_an_act(document, paper)


def could_be(document: Document, paper: Paper) -> bool:
    """Whether the document is of that kind, and what it is to could not be read: it may be the paper all the same."""
    if document.kind is not paper.kind or paper.scheme not in (None, document.scheme) or is_of(document, paper):
        return False
    standards = not paper.standards or _hides(document, "standards") or _cites_a_standard(document, paper)
    issuer = not paper.issuers or _hides(document, "issuer") or _is_issued_by(document, paper)
    acts = not paper.acts or _hides(document, "legal_acts") or _cites_an_act(document, paper)
    return standards and issuer and acts


def _hides(document: Document, field: str) -> bool:
    return bool(document.unread_pages) or not document.values(field)


def _cites_a_standard(document: Document, paper: Paper) -> bool:
    return any(cites_standard(document, wanted) for wanted in paper.standards)


def _cites_an_act(document: Document, paper: Paper) -> bool:
    return any(cites_act(document, wanted) for wanted in paper.acts)


def _is_issued_by(document: Document, paper: Paper) -> bool:
    """Whether the issuer's name holds one of the names as whole words."""
    names = [f" {name_key(str(entry.value))} " for entry in document.values("issuer")]
    return any(f" {name_key(wanted)} " in name for wanted in paper.issuers for name in names)


def may_be(context: Context, product: Product, papers: tuple[Paper, ...]) -> tuple[Document, ...]:
    """Papers that may be about the product, and may be of those kinds if one could read what they are to."""
    found = [d for d in context.dossier.documents if any(could_be(d, paper) for paper in papers)]
    return tuple(d for d in found if concerns(context.dossier, product, d) is not State.NOT_COVERED)


def chosen(documents: Iterable[Document], papers: tuple[Paper, ...]) -> tuple[Document, ...]:
    """The documents any of the choices names; all of them when there is no choice."""
    return tuple(d for d in documents if not papers or any(is_of(d, paper) for paper in papers))


def selected(context: Context, papers: tuple[Paper, ...], *, superseded_too: bool = False) -> tuple[Document, ...]:
    """The papers of those kinds; those that a newer one replaces only where asked for."""
    found = chosen(context.dossier.documents, papers)
    return tuple(d for d in found if superseded_too or not superseded(context.dossier, d))


def stated(dossier: Dossier, product: Product, document: Document, aspect: str) -> Coverage | None:
    """What the linker said of the paper, the product and the aspect; None when the paper says nothing on it."""
    for entry in dossier.coverages:
        if entry.product == product.model and entry.document == document.id and entry.aspect == aspect:
            return entry
    return None


def concerns(dossier: Dossier, product: Product, document: Document) -> State:
    """Whether the paper is about that product, by its models."""
    return dossier.coverage(product, document).state


def is_stray(dossier: Dossier, document: Document) -> bool:
    """Whether the paper is about no product of the shipment at all."""
    products = dossier.shipment.products
    return bool(products) and all(concerns(dossier, p, document) is State.NOT_COVERED for p in products)


@dataclass(frozen=True, slots=True)
class Covering:
    """Papers of the wanted kinds, by how they stand to a product."""

    covered: tuple[Document, ...]
    undetermined: tuple[Document, ...]
    elsewhere: tuple[Document, ...]

    @property
    def any(self) -> bool:
        """Whether a paper covers the product, or may."""
        return bool(self.covered or self.undetermined)


def covering(context: Context, product: Product, papers: tuple[Paper, ...]) -> Covering:
    """The papers of those kinds, sorted by whether they cover the product."""
    found = selected(context, papers)
    by_state = {s: tuple(d for d in found if concerns(context.dossier, product, d) is s) for s in State}
    return Covering(by_state[State.COVERED], by_state[State.UNDETERMINED], by_state[State.NOT_COVERED])


def doubtful(context: Context, product: Product, document: Document, conclusion: Conclusion) -> Conclusion:
    """The conclusion made undetermined, because nobody can say whether the paper is about the product."""
    if conclusion.outcome in (Outcome.NOT_APPLICABLE, Outcome.UNDETERMINED):
        return conclusion
    why = f"it is not certain that {document.name} covers {product.model}: "
    why += context.dossier.coverage(product, document).why
    return replace(conclusion, outcome=Outcome.UNDETERMINED, why=why)


def nearest(conclusions: Iterable[Conclusion]) -> Conclusion | None:
    """The best conclusion of several papers, of which one that satisfies is enough; None when there are none."""
    ordered = sorted(conclusions, key=_preference)
    return ordered[0] if ordered else None


def _preference(conclusion: Conclusion) -> int:
    return PREFERENCE.index(conclusion.outcome)


def over_papers(
    context: Context,
    papers: tuple[Paper, ...],
    judge: Callable[[Document], Conclusion],
    *,
    absent: str,
) -> Conclusion:
    """The best conclusion over the papers that cover the product: a pass needs one that certainly covers it."""
    product = context.the_product
    found = covering(context, product, papers)
    sure = [judge(document) for document in found.covered]
    unsure = [(document, judge(document)) for document in found.undetermined]
    # Beside a paper that certainly covers the product, one that may cover it can only help: its failure says nothing.
    helping = [pair for pair in unsure if not sure or pair[1].outcome is not Outcome.FAIL]
    best = nearest([*sure, *(doubtful(context, product, document, said) for document, said in helping)])
    return best or nothing_covers(context, papers, absent)


def unless_covered(context: Context, papers: tuple[Paper, ...], conclude: Callable[[], Conclusion]) -> Conclusion:
    """Not applicable where one of the papers covers the product in its place; a failure is in doubt where one may."""
    product = context.the_product
    instead = covering(context, product, papers) if papers else Covering((), (), ())
    if instead.covered:
        return inapplicable(f"{instead.covered[0].name} takes its place")
    said = conclude()
    possible = (*instead.undetermined, *may_be(context, product, papers))
    if said.outcome is not Outcome.FAIL or not possible:
        return said
    why = f"{said.why}; {possible[0].name} may take its place, but what it covers is not certain"
    return replace(said, outcome=Outcome.UNDETERMINED, why=why)


def nothing_covers(context: Context, papers: tuple[Paper, ...], absent: str) -> Conclusion:
    """What it means that no paper of these kinds covers the product; undetermined while a file is unread."""
    product = context.the_product
    why = f"no {describe(papers)} covers {product.model}"
    if absent == "fail" and (hidden := may_hide(context.dossier)):
        return undecided(f"{why}, but {hidden}", expected=describe(papers), found="nothing")
    conclusion = inapplicable(why, expected=describe(papers), found="nothing")
    return replace(conclusion, outcome=Outcome(absent))


def may_hide(dossier: Dossier, *, numbered: str = "") -> str:
    """Which files may be the missing paper because nobody could read them or say what they are; empty for none.

    `numbered`: the paper is missed by this field, so one on which it may stand on an unread page counts, too.
    """
    refused = [entry.path for entry in dossier.refusals]
    partly = [document for document in dossier.documents if document.unread_pages]
    blind = [d.name for d in partly if d.kind is DocumentKind.UNKNOWN or (numbered and not d.values(numbered))]
    names = [*refused, *blind]
    return f"{', '.join(names)} could not be read" if names else ""


def describe(papers: tuple[Paper, ...]) -> str:
    """The choices in words: `declaration (eu_doc) or declaration (uk_doc)`."""
    return " or ".join(str(paper) for paper in papers) or "paper"
