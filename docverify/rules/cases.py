"""`cases/ID.yaml` -> dossiers, and whether each rule says of them what its cases expect.

A case is a shipment (the defaults below, with what the case overrides), papers with their kind and the fields that
matter, and the expected outcome. Papers are built from plain data: no PDF, no linker. Refuses unknown keys, fields,
kinds and values that no reader could have read, with `path:line:column`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import PurePosixPath
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, ValidationError

from docverify.errors import RulePackError, UsageError
from docverify.facts.designation import ModelFamily
from docverify.facts.document import FIELDS, Document, UnreadPage
from docverify.facts.dossier import Coverage, Dossier, Link, LinkKind, State, quotes
from docverify.facts.evidence import Evidence, Found, Origin
from docverify.facts.finding import Finding, Outcome
from docverify.facts.shipment import Answer, Product, Shipment
from docverify.facts.source import EMPTY, Refusal
from docverify.facts.standard import StandardReference
from docverify.facts.version import Version
from docverify.marked_yaml import complain, read_yaml
from docverify.rules.case_product import CaseProduct
from docverify.rules.evaluate import evaluate
from docverify.rules.pack import RulePack, Texts, Written, as_tuple
from docverify.rules.parameters import FieldName, OnePaper

NEEDED = (Outcome.PASS, Outcome.FAIL, Outcome.UNDETERMINED)
WORST_FIRST = (Outcome.FAIL, Outcome.UNDETERMINED, Outcome.PASS, Outcome.NOT_APPLICABLE)
TYPES = {entry.name: entry.type for entry in FIELDS}
BOX = (72.0, 72.0, 200.0, 84.0)
SURE = 0.98


class CaseAnswer(Written):
    """What a person answered to the question of the case's rule."""

    fulfilled: bool
    day: date = date(2026, 11, 2)
    product: str | None = None
    paper: str | None = None


class CaseCitation(Written):
    """A paper that is cited by its number, and what it is said to be."""

    number: str
    kind: str = ""


def _citation(value: object) -> object:
    return {"number": value} if isinstance(value, str) else value


class CaseSuperseding(Written):
    """An older paper of the case, and whether that this one replaces it is certain."""

    name: str
    resolved: bool = True


def _superseding(value: object) -> object:
    return {"name": value} if isinstance(value, str) else value


CoverageState = State | dict[str, State]


class CasePaper(Written):
    """A paper of a case; `covers` is what the linker found, for every product or by aspect."""

    paper: OnePaper
    name: str = ""
    covers: CoverageState = State.COVERED
    fields: dict[FieldName, Any] = Field(default_factory=dict)
    unreadable: bool = False
    pages: int = Field(default=2, ge=2)
    cites: Annotated[tuple[Annotated[CaseCitation, BeforeValidator(_citation)], ...], BeforeValidator(as_tuple)] = ()
    supersedes: Annotated[
        tuple[Annotated[CaseSuperseding, BeforeValidator(_superseding)], ...], BeforeValidator(as_tuple)
    ] = ()
    marks: dict[str, Any] = Field(default_factory=dict)


class Case(Written):
    """A situation and what the rule has to conclude of it."""

    name: str = Field(min_length=1)
    expect: Literal["pass", "fail", "undetermined", "not_applicable"]
    as_of: date = date(2026, 11, 30)
    market: str = ""
    markets: Texts = ()
    funding: Texts = ()
    product: CaseProduct = CaseProduct()
    products: tuple[CaseProduct, ...] | None = None
    papers: tuple[CasePaper, ...] = ()
    refused: Texts = ()
    empty: Texts = ()
    answers: tuple[CaseAnswer, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class CaseResult:
    """What a rule concluded of a case, and whether that is what the case expects."""

    rule: str
    case: str
    expected: Outcome
    outcome: Outcome
    findings: tuple[Finding, ...]

    @property
    def as_expected(self) -> bool:
        """Whether the rule said what it should."""
        return self.expected is self.outcome


def read_cases(text: str, *, path: str) -> tuple[Case, ...]:
    """The cases of the file's text; RulePackError with `path:line:column` when they are malformed."""
    try:
        data, marks = read_yaml(text, path=path, as_text=True)
    except UsageError as error:
        raise RulePackError(str(error)) from error
    if not isinstance(data, list) or not data:
        raise RulePackError(f"{path}:1:1: cases are a list, each with name, expect and papers")
    cases, wrong = [], []
    for i, entry in enumerate(data):
        below = {key[1:]: mark for key, mark in marks.items() if key[:1] == (i,)}
        try:
            cases.append(Case.model_validate(entry))
        except ValidationError as error:
            wrong.append(complain(error, below, path=path, model=Case))
    if wrong:
        raise RulePackError("\n".join(wrong))
    return tuple(cases)


def run_cases(pack: RulePack, *, path: str = "") -> Iterator[CaseResult]:
    """The result of every case of every rule of the pack, in the order of the rules."""
    for rule in pack.rules:
        text = pack.cases.get(rule.id)
        where = str(PurePosixPath(path) / f"cases/{rule.id}.yaml")
        for case in read_cases(text, path=where) if text else ():
            yield run_case(pack, rule.id, case, path=where)


def run_case(pack: RulePack, rule_id: str, case: Case, *, path: str = "") -> CaseResult:
    """What the rule concludes of the case: the worst of its findings."""
    alone = replace(pack, rules=(pack.rule(rule_id),))
    market = case.market or (pack.market if pack.market != "*" else "EU")
    try:
        dossier = dossier_of(case, market=market, rule=rule_id)
    except ValueError as error:
        raise RulePackError(f"{path}:1:1: case {case.name!r}: {error}") from error
    findings = evaluate(alone, dossier, market=market, as_of=case.as_of)
    return CaseResult(rule_id, case.name, Outcome(case.expect), worst(findings), findings)


def worst(findings: tuple[Finding, ...]) -> Outcome:
    """The outcome that weighs most: a failure, then undetermined, then a pass; not applicable when there is none."""
    outcomes = {finding.outcome for finding in findings}
    return next((outcome for outcome in WORST_FIRST if outcome in outcomes), Outcome.NOT_APPLICABLE)


def dossier_of(case: Case, *, market: str, rule: str = "") -> Dossier:
    """The dossier that the case describes; its answers are to the question of that rule."""
    products = tuple(product.record() for product in case.products or (case.product,)) if case.products != () else ()
    documents = tuple(_document(paper, i) for i, paper in enumerate(case.papers, 1))
    markets = case.markets or (market,)
    answers = tuple(Answer(rule, x.fulfilled, "A. Buyer", x.day, "as told", x.product, x.paper) for x in case.answers)
    return Dossier(
        shipment=Shipment("case", case.as_of, markets, products, tuple(case.funding), answers=answers),
        documents=documents,
        refusals=(
            *(Refusal(path, "it could not be read") for path in case.refused),
            *(Refusal(path, EMPTY) for path in case.empty),
        ),
        links=tuple(_links(case, documents)),
        coverages=tuple(_coverages(case, documents, products)),
    )


def _document(paper: CasePaper, place: int) -> Document:
    path = paper.name or f"paper{place}.pdf"
    digest = sha256(path.encode()).hexdigest()
    fields = {name: _readings(name, value, digest) for name, value in paper.fields.items() if value is not None}
    cited = tuple(_reading("references", {"value": c.number, "kind": c.kind}, digest) for c in paper.cites)
    if cited:
        fields["references"] = (*fields.get("references", ()), *cited)
    return Document(
        id=digest[:16],
        path=path,
        sha256=digest,
        pages=(1, paper.pages),
        kind=paper.paper.kind,
        scheme=paper.paper.scheme,
        why="as the case says",
        unread_pages=(UnreadPage(2, "the page is damaged"),) if paper.unreadable else (),
        fields=fields,
        marks={name: _mark(value) for name, value in paper.marks.items()},
    )


def _mark(value: Any) -> Any:
    """A mark as JSON has it: the file's scalars are text."""
    if isinstance(value, list):
        return [_mark(entry) for entry in value]
    if isinstance(value, dict):
        return {key: _mark(entry) for key, entry in value.items()}
    if value in ("true", "false"):
        return value == "true"
    return int(value) if isinstance(value, str) and value.isdigit() else value


def _readings(name: str, value: Any, digest: str) -> tuple[Found[Any], ...]:
    bounds = TYPES[name] == "number" and isinstance(value, list) and len(value) == 2
    entries = value if isinstance(value, list) and not bounds else [value]
    return tuple(_reading(name, entry, digest) for entry in entries)


def _reading(name: str, entry: Any, digest: str) -> Found[Any]:
    details = {key: _plain(v) for key, v in entry.items()} if isinstance(entry, dict) else {"value": entry}
    printed = details.pop("value", None)
    quote = str(details.pop("quote", printed))
    confidence = float(details.pop("confidence", SURE))
    try:
        value = _value(TYPES[name], printed)
    except (ValueError, TypeError) as error:
        raise ValueError(f"{name}: {printed!r} cannot be read as {TYPES[name]}: {error}") from error
    details = {key: v for key, v in details.items() if v != ""}
    return Found(value, quote, (Evidence(digest, 1, BOX),), Origin.TEXT, confidence, details)


def _value(type_: str, printed: Any) -> Any:
    match type_:
        case "date":
            return date.fromisoformat(printed)
        case "number":
            return (
                tuple(None if x is None else float(x) for x in printed) if isinstance(printed, list) else float(printed)
            )
        case "standard":
            return StandardReference.parse(printed)
        case "model":
            return ModelFamily.parse(printed)
        case "version":
            return Version.parse(printed)
        case _:
            return str(printed)


def _plain(value: Any) -> Any:
    """A detail as JSON has it: the file's scalars are text."""
    if isinstance(value, list):
        return [_plain(entry) for entry in value]
    try:
        return float(value)
    except (TypeError, ValueError):
        return value


def _links(case: Case, documents: tuple[Document, ...]) -> Iterator[Link]:
    numbers = {str(entry.value): d for d in documents for entry in d.values("document_number")}
    names = {document.path: document for document in documents}
    for paper, document in zip(case.papers, documents, strict=True):
        for citation in paper.cites:
            target = numbers.get(citation.number)
            end = target.id if target else citation.number
            said = [e for e in document.values("references") if str(e.value) == citation.number]
            why = f"{document.path} cites {citation.number}" + ("" if target else ", which is not in the pack")
            yield Link(LinkKind.CITES, document.id, end, target is not None, why, quotes(document, *said))
        for older in paper.supersedes:
            if older.name not in names:
                raise ValueError(f"supersedes {older.name}: the case has no paper of that name")
            end = names[older.name].id
            yield Link(LinkKind.SUPERSEDES, document.id, end, older.resolved, "a later issue of the same paper")


def _coverages(case: Case, documents: tuple[Document, ...], products: tuple[Product, ...]) -> Iterator[Coverage]:
    for paper, document in zip(case.papers, documents, strict=True):
        states: Mapping[str, State] = paper.covers if isinstance(paper.covers, dict) else {"model": paper.covers}
        for product in products:
            for aspect, state in states.items():
                words = state.value.replace("_", " ")
                yield Coverage(product.model, document.id, aspect, state, f"{product.model}: {aspect} {words}")
