"""A pack and a dossier -> findings, one per rule and subject, passes included. No file, no clock.

A rule out of its dates is skipped. A condition that asks for a value nobody gave, a paper nobody could read, a
reading of low confidence and a check that breaks all end as *undetermined* with the reason, never as a pass.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any

from docverify.facts.document import Document
from docverify.facts.dossier import CoverageRow, Dossier, State
from docverify.facts.finding import Citation, Confidence, Finding, Outcome, Severity, Subject
from docverify.facts.shipment import Product
from docverify.facts.source import Refusal
from docverify.rules.answers import answer_to
from docverify.rules.checks import CHECKS, WORDS
from docverify.rules.context import TRUSTED, Check, Conclusion, Context, Scope, undecided
from docverify.rules.field_words import in_chinese
from docverify.rules.identity import finding_key, paper_key
from docverify.rules.logic import Truth, any_of
from docverify.rules.names import Tongue, named_countries, named_languages
from docverify.rules.pack import Rule, RulePack
from docverify.rules.papers import concerns, doubtful, is_stray, selected
from docverify.rules.parameters import PaperPresent
from docverify.rules.when import Condition, Values, condition, document_values, product_values, shipment_values

UNVERIFIED = " (rests on an unverified fact)"


@dataclass(frozen=True, slots=True)
class Target:
    """What a rule is evaluated for: a product, a document, both, a refused file, or the shipment."""

    product: Product | None = None
    document: Document | None = None
    refusal: Refusal | None = None


class Asker:
    """Answers conditions for the subjects of one dossier; the values of a subject are worked out once."""

    def __init__(self, dossier: Dossier, market: str) -> None:
        self.dossier, self.market = dossier, market
        self.shipment = shipment_values(dossier, market)
        self.values = cache(self._values)

    def _values(self, product: int | None, document: int | None) -> Values:
        """The values of the product and the document at those places in the dossier."""
        found = dict(self.shipment)
        if product is not None:
            found |= product_values(self.dossier.shipment.products[product], self.market)
        if document is not None:
            found |= document_values(self.dossier.documents[document])
        return Values(found)

    def holds(self, asked: Condition, target: Target) -> tuple[Truth, tuple[str, ...]]:
        """Whether the condition holds for the subject, and which values nobody gave.

        Asked for a document alone, what is said of products holds when it holds for a product the paper may be about.
        """
        document = None if target.document is None else self._place(self.dossier.documents, target.document)
        if target.product is not None or not any(name.startswith("product.") for name in asked.names):
            product = None if target.product is None else self._place(self.dossier.shipment.products, target.product)
            values = self.values(product, document)
            return asked.decide(values), asked.unknown(values)
        choices = [self.values(i, document) for i in self._products(target.document)]
        unknown = {name for values in choices for name in asked.unknown(values)}
        return any_of(asked.decide(values) for values in choices), tuple(sorted(unknown))

    def _products(self, document: Document | None) -> list[int]:
        products = list(enumerate(self.dossier.shipment.products))
        if document is None or is_stray(self.dossier, document):
            return [i for i, _ in products]
        return [i for i, p in products if concerns(self.dossier, p, document) is not State.NOT_COVERED]

    @staticmethod
    def _place(entries: tuple[Any, ...], wanted: Any) -> int:
        return next(i for i, entry in enumerate(entries) if entry is wanted)


def evaluate(pack: RulePack, dossier: Dossier, *, market: str, as_of: date) -> tuple[Finding, ...]:
    """The findings of every rule of the pack that is in force on `as_of`."""
    asker = Asker(dossier, market)
    context = Context(dossier, pack.registers, market, as_of)
    rules = [rule for rule in pack.rules if rule.in_force(as_of)]
    return tuple(finding for rule in rules for finding in _findings(pack, rule, context, asker))


def _findings(pack: RulePack, rule: Rule, context: Context, asker: Asker) -> Iterator[Finding]:
    check = CHECKS[rule.check]
    asked = condition(rule.when)
    for target in _targets(rule, check, context):
        holds, unknown = asker.holds(asked, target)
        about = replace(context, product=target.product, document=target.document, refusal=target.refusal, rule=rule.id)
        if holds is False and check.scope not in (Scope.PRODUCT, Scope.SHIPMENT):
            continue  # a line for every paper that a rule is not about would drown the others
        yield _finding(pack, rule, about, _conclusion(rule, check, about, holds, unknown))


def _targets(rule: Rule, check: Check, context: Context) -> Iterator[Target]:
    """The subjects of the rule: papers that were superseded, or are about nothing that ships, only where asked for."""
    dossier = context.dossier
    match check.scope:
        case Scope.SHIPMENT:
            yield Target()
        case Scope.PRODUCT:
            yield from (Target(product) for product in dossier.shipment.products)
        case Scope.PAIR:
            for document in selected(context, _papers(rule)):
                for product in dossier.shipment.products:
                    if concerns(dossier, product, document) is not State.NOT_COVERED:
                        yield Target(product, document)
        case Scope.DOCUMENT:
            yield from (Target(document=document) for document in _documents(rule, check, context))
        case Scope.FILE:
            yield from (Target(document=document) for document in dossier.documents)
            yield from (Target(refusal=refusal) for refusal in dossier.refusals)


def _documents(rule: Rule, check: Check, context: Context) -> Iterable[Document]:
    from_rule = _papers(rule)
    if not check.strays:
        return [d for d in selected(context, from_rule) if not is_stray(context.dossier, d)]
    return selected(context, from_rule, superseded_too=True)


def _papers(rule: Rule) -> Any:
    return rule.parameters.papers


def _conclusion(rule: Rule, check: Check, context: Context, holds: Truth, unknown: tuple[str, ...]) -> Conclusion:
    """What the check says where the condition holds; a pass never rests on a reading of low confidence."""
    if holds is False:
        return Conclusion(Outcome.NOT_APPLICABLE, f"it holds only when {rule.when}")
    if holds is None:
        return undecided(f"nobody gave {', '.join(unknown)}" if unknown else f"{rule.when} cannot be decided")
    try:
        found = check.function(rule.parameters, context)
    except Exception as error:  # noqa: BLE001 - one broken rule costs one line, visibly, and is never a pass
        return undecided(f"the rule {rule.id} broke: {type(error).__name__}: {error}")
    if check.asks and found.outcome is Outcome.UNDETERMINED:
        found = answer_to(context) or found
    if check.scope is Scope.PAIR:
        found = _of_pair(context, context.the_product, context.the_document, found)
    if found.outcome is Outcome.PASS and found.weakest < TRUSTED:
        why = f"{found.why}, but that was read with low confidence; look at the page"
        return replace(found, outcome=Outcome.UNDETERMINED, why=why)
    return found


def _of_pair(context: Context, product: Product, document: Document, found: Conclusion) -> Conclusion:
    """The conclusion on a paper that may not be about the product: a failure is in doubt, and a pass proves nothing.

    That nobody can say whether the paper covers the product is told once, by the rules on coverage and presence.
    """
    if concerns(context.dossier, product, document) is not State.UNDETERMINED:
        return found
    doubt = doubtful(context, product, document, found)
    return replace(doubt, outcome=Outcome.NOT_APPLICABLE) if found.outcome is Outcome.PASS else doubt


def _finding(pack: RulePack, rule: Rule, context: Context, found: Conclusion) -> Finding:
    document = context.document or found.document
    unverified = found.unverified or rule.confidence is Confidence.UNVERIFIED
    words = _words(context, document, found)
    open_end = found.outcome in (Outcome.FAIL, Outcome.UNDETERMINED)
    return Finding(
        rule=rule.id,
        pack=pack.id,
        market=context.market,
        topic=rule.topic,
        severity=capped(rule.severity) if unverified else rule.severity,
        outcome=found.outcome,
        subject=_subject(context, document),
        message=_message(rule, found, words) + (UNVERIFIED if unverified and open_end else ""),
        reference=Citation(rule.reference.cite, rule.reference.url),
        confidence=Confidence.UNVERIFIED if unverified else rule.confidence,
        expected=found.expected,
        found=found.found,
        evidence=tuple(dict.fromkeys(found.evidence)),
        request=_request(rule, words) if open_end else {},
        key=finding_key(_about(context, document), found.found, context.dossier.documents),
    )


def capped(severity: Severity) -> Severity:
    """The severity, but no more than minor: an unverified fact never blocks."""
    return severity if severity.weight <= Severity.MINOR.weight else Severity.MINOR


def _subject(context: Context, document: Document | None) -> Subject:
    path = context.refusal.path if context.refusal else None
    product = context.product.model if context.product else None
    return Subject(document=document.id if document else path, product=product)


def _about(context: Context, document: Document | None) -> str:
    """The paper by what it is, so that a new scan of it keeps the finding's fingerprint; a refused file by its path."""
    if document is None:
        return context.refusal.path if context.refusal else ""
    return paper_key(document)


def _words(context: Context, document: Document | None, found: Conclusion) -> Mapping[str, str]:
    """Every placeholder a rule may use, empty where nothing is known."""
    first = {name: _first(document, field) for name, field in _FROM} if document else {}
    known = {
        "product": context.product.model if context.product else "",
        "document": document.name if document else (context.refusal.path if context.refusal else ""),
        "expected": found.expected,
        "found": found.found,
        "why": found.why,
        "market": context.market,
        "as_of": str(context.as_of),
    }
    return {**dict.fromkeys(WORDS, ""), **first, **known, **found.words}


_FROM = (("number", "document_number"), ("issuer", "issuer"))


def _first(document: Document, field: str) -> str:
    """The first value of the field; a paper without number is called by its name."""
    return next((str(e.value) for e in document.values(field)), document.name if field == "document_number" else "")


class _Words(dict[str, str]):
    """Placeholders are held against the check's when a pack is loaded; one a conclusion leaves out is empty."""

    def __missing__(self, key: str) -> str:
        return ""


def _filled(text: str, words: Mapping[str, str], tongue: Tongue) -> str:
    """The text with its placeholders filled, languages and countries by name."""
    named = _Words(words)
    if words.get("language"):
        named["language"] = named_languages(words["language"], tongue)
    if words.get("country"):
        named["country"] = named_countries(words["country"], tongue)
    if tongue == "zh" and words.get("missing"):
        named["missing"] = in_chinese(words["missing"])
    # a name that ends in a point ("Co., Ltd.") before the sentence's own
    return re.sub(r"(?<!\.)\.\.(?!\.)", ".", " ".join(text.format_map(named).split()))


def _message(rule: Rule, found: Conclusion, words: Mapping[str, str]) -> str:
    match found.outcome:
        case Outcome.FAIL:
            return _filled(rule.message, words, "en")
        case Outcome.UNDETERMINED:
            return f"{rule.title}: could not be decided, because {found.why}"
        case Outcome.PASS:
            return f"{rule.title}: {found.why}"
        case Outcome.NOT_APPLICABLE:
            return f"{rule.title}: does not apply, {found.why}"


def _request(rule: Rule, words: Mapping[str, str]) -> dict[str, str]:
    return {"en": _filled(rule.request.en, words, "en"), "zh": _filled(rule.request.zh, words, "zh")}


def coverage_rows(pack: RulePack, dossier: Dossier, *, market: str, as_of: date) -> tuple[CoverageRow, ...]:
    """How every candidate paper stands to every paper that a rule of the pack asks for, product by product."""
    asker = Asker(dossier, market)
    context = Context(dossier, pack.registers, market, as_of)
    rows: list[CoverageRow] = []
    for rule in pack.rules:
        wanted = rule.parameters
        if not isinstance(wanted, PaperPresent) or not wanted.requirement or not rule.in_force(as_of):
            continue
        for product in dossier.shipment.products:
            if asker.holds(condition(rule.when), Target(product))[0] is not False:
                rows += _rows(f"{pack.id}/{wanted.requirement}", context, product, wanted)
    return tuple(dict.fromkeys(rows))


def _rows(requirement: str, context: Context, product: Product, wanted: PaperPresent) -> list[CoverageRow]:
    entries = [context.dossier.coverage(product, document) for document in selected(context, wanted.papers)]
    if not entries:
        return [CoverageRow(product.model, requirement, None, State.NOT_COVERED, "no such paper in the pack")]
    return [CoverageRow(product.model, requirement, x.document, x.state, x.why, x.evidence) for x in entries]
