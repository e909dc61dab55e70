"""A programme and the results of its checks, oldest first → what stands at every stage, what lacks, and why.

Papers may come one after the other: for the stages before an order a paper of any result counts, judged by the newest
result that holds it. What comes with every shipment is asked of the newest result alone. A stage is passed when nothing
of it lacks and the stages before it are passed; what could not be decided is not passed.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from docverify.facts.document import Document, DocumentKind
from docverify.facts.finding import Conclusion, Finding, Outcome, Severity, Topic
from docverify.facts.result import Result
from docverify.programme.written import STAGES, Programme, WantedPaper, WantedStage

OF_SHIPMENT = frozenset({"pilot_order", "each_shipment"})
OPEN = (Outcome.FAIL, Outcome.UNDETERMINED)


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that a stage asks for: whether it is there and in order, and why not (or which paper it is)."""

    wanted: str
    there: bool
    why: str


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage with its items; `waits_for` is an earlier stage that is not passed."""

    name: str
    items: tuple[Item, ...]
    waits_for: str = ""

    @property
    def passed(self) -> bool:
        """Whether everything is there and nothing before it lacks."""
        return not self.waits_for and all(item.there for item in self.items)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the programme stands; `shipments` are those that were looked at."""

    programme: str
    deployment: str
    shipments: tuple[str, ...]
    stages: tuple[Stage, ...]


def stand(programme: Programme, results: Sequence[Result]) -> Standing:
    """Where the programme stands after those results."""
    about = [result for result in results if _concerns(programme, result)]
    about.sort(key=_day)
    stages: list[Stage] = []
    for name, wanted in programme.wanted().items():
        looked_at = about[-1:] if name in OF_SHIPMENT else about
        waits = next((stage.name for stage in stages if not stage.passed), "")
        stages.append(Stage(name, tuple(_items(wanted, looked_at)), waits))
    names = tuple(dict.fromkeys(result.shipment.name for result in about))
    assert [stage.name for stage in stages] == list(STAGES)
    return Standing(programme.programme, programme.deployment, names, tuple(stages))


def _concerns(programme: Programme, result: Result) -> bool:
    models = {product.model.casefold() for product in result.shipment.products}
    return not programme.models or bool(models & {model.casefold() for model in programme.models})


def _day(result: Result) -> str:
    return result.as_of.isoformat()


def _items(wanted: WantedStage, results: Sequence[Result]) -> Iterator[Item]:
    if not results:
        yield Item("a check", there=False, why="no result was given; run `docverify check` first")
        return
    newest = results[-1]
    for paper in wanted.papers:
        if _applies(paper, newest):
            yield _paper(paper, results)
    for topic in wanted.clear:
        yield _clear(topic, newest)
    yield from _of_the_whole(wanted, newest)


def _of_the_whole(wanted: WantedStage, newest: Result) -> Iterator[Item]:
    if wanted.approved_sample:
        sample = newest.approved
        told = f"approved by {sample.by} on {sample.on[:10]}" if sample else "the shipment names no approved_sample"
        yield Item("an approved sample", there=sample is not None, why=told)
    if wanted.units:
        without = [product.model for product in newest.shipment.products if not product.units]
        told = f"no units file for {', '.join(without)}" if without else "every unit is listed"
        yield Item("the units", there=not without and bool(newest.shipment.products), why=told)
    if wanted.conforming:
        verdict = newest.verdict.conclusion
        counts = newest.verdict.decided()
        told = f"{verdict.value}: {counts['fail']} failed, {counts['undetermined']} undecided"
        yield Item("a conforming result", there=verdict is Conclusion.CONFORMING, why=told)


def _applies(paper: WantedPaper, result: Result) -> bool:
    """Whether a product is such a one; what nobody said of a product may be so."""
    if paper.when is None or not result.shipment.products:
        return True
    said: Mapping[str, list[bool]] = {
        "radios": [product.radios is None or bool(product.radios) for product in result.shipment.products],
        "internet": [product.internet is not False for product in result.shipment.products],
        "billing": [product.metering in (None, "billing") for product in result.shipment.products],
        "private_label": [product.private_label is not None for product in result.shipment.products],
    }
    return any(said[paper.when])


def _paper(paper: WantedPaper, results: Sequence[Result]) -> Item:
    reason = f" ({paper.why})" if paper.why else ""
    for result in reversed(results):
        found = [document for document in result.dossier.documents if _is(paper, document)]
        if found:
            return _judged(paper, found, result)
    return Item(paper.name, there=False, why=f"missing{reason}")


def _is(paper: WantedPaper, document: Document) -> bool:
    return _fits(paper.kind, paper.scheme, document) or (
        paper.or_kind is not None and _fits(paper.or_kind, paper.or_scheme, document)
    )


def _fits(kind: DocumentKind, schemes: Sequence[str], document: Document) -> bool:
    return document.kind is kind and (not schemes or document.scheme in schemes)


def _judged(paper: WantedPaper, found: Sequence[Document], result: Result) -> Item:
    """The paper in order, if one of those found is; else what stands in the way of the first."""
    troubles = [_trouble(document, result) for document in found]
    for document, trouble in zip(found, troubles, strict=True):
        if not trouble:
            return Item(paper.name, there=True, why=document.name)
    return Item(paper.name, there=False, why=f"{found[0].name}: {troubles[0]}")


def _trouble(document: Document, result: Result) -> str:
    """What is open about the paper itself, at or above major; empty when nothing is."""
    for finding in result.verdict.findings:
        if finding.subject.document == document.id and _stands_in_the_way(finding):
            return finding.message
    return ""


def _stands_in_the_way(finding: Finding) -> bool:
    return finding.outcome in OPEN and finding.waiver is None and finding.severity.weight >= Severity.MAJOR.weight


def _clear(topic: Topic, result: Result) -> Item:
    open_ones = [f for f in result.verdict.findings if f.topic is topic and _stands_in_the_way(f)]
    name = f"nothing open on {topic.value.replace('_', ' ')}"
    more = f" (and {len(open_ones) - 1} more)" if len(open_ones) > 1 else ""
    return Item(name, there=not open_ones, why=open_ones[0].message + more if open_ones else "nothing open")
