"""Why a finding came out as it did: its inputs, what was read and where, the condition with the values put in, and what
would make it pass. The rule is looked up in the installed packs; one of another version is told, never passed off as
the one that decided.
"""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from docverify.facts.document import Document
from docverify.facts.dossier import Quote
from docverify.facts.finding import Finding, Outcome
from docverify.facts.result import Result
from docverify.report.words import quoted, shown, spaced, value_text
from docverify.rules.cases import read_cases
from docverify.rules.logic import leaves
from docverify.rules.pack import Rule, RulePack
from docverify.rules.when import Values, condition, document_values, names_in, product_values, shipment_values

TRUTHS = {True: "holds", False: "does not hold", None: "unknown: nobody gave a value it needs"}


def why(result: Result, finding: Finding, known: tuple[RulePack, Rule] | None) -> str:
    """The finding as lines of text; `known` is the installed pack and rule, None for the program's own rules."""
    blocks = [_head(finding), _section("inputs", _inputs(result, finding, known))]
    blocks.append(_section("read", _read(result, finding)))
    if known is not None:
        blocks.append(_section("condition", _condition(result, finding, known[1])))
    blocks.append(_section("to pass", _to_pass(finding, known)))
    return "\n\n".join(block for block in blocks if block)


def _head(finding: Finding) -> str:
    lines = [
        f"{finding.fingerprint}  {finding.outcome.value} ({finding.severity.value}, {finding.topic.value})  "
        f"{finding.rule}, market {finding.market}",
        shown(finding.message),
    ]
    lines += [f"expected: {shown(finding.expected)}"] if finding.expected else []
    lines += [f"found: {shown(finding.found)}"] if finding.found else []
    if finding.waiver:
        lines.append(f"waived: {shown(finding.waiver.reason)} ({shown(finding.waiver.who)}, {finding.waiver.expires})")
    return "\n".join(lines)


def _section(name: str, lines: Iterator[str]) -> str:
    body = [f"  {line}" for line in lines]
    return "\n".join([name, *body]) if body else ""


def _inputs(result: Result, finding: Finding, known: tuple[RulePack, Rule] | None) -> Iterator[str]:
    yield f"shipment {shown(result.shipment.name)}, as of {result.as_of}, markets {', '.join(result.shipment.markets)}"
    if finding.subject.product:
        yield f"product {shown(finding.subject.product)}"
    if finding.subject.unit:
        yield f"unit {shown(finding.subject.unit)}"
    named = {finding.subject.document, *(quote.document for quote in finding.evidence)}
    for document in result.dossier.documents:
        if document.id in named:
            yield f"paper {shown(document.name)} ({document.kind.value}, sha256 {document.sha256[:16]}…)"
    for pack in result.packs:
        if pack.id == finding.pack:
            yield f"rule pack {pack.id} {pack.version} (sha256 {pack.sha256[:16]}…)"
            if known is not None and known[0].sha256 != pack.sha256:
                yield f"note: the rule below is of another content, the installed {known[0].id} {known[0].version}"


def _read(result: Result, finding: Finding) -> Iterator[str]:
    documents = {document.id: document for document in result.dossier.documents}
    for quote in finding.evidence:
        document = documents.get(quote.document)
        boxes = "; ".join("(" + ", ".join(f"{side:.0f}" for side in box) + ")" for box in quote.boxes)
        where = f"{shown(document.name if document else quote.document)} p. {quote.page} at {boxes}"
        value = _as_value(document, quote) if document else ""
        yield f"“{quoted(quote.quote)}” — {where}{value}"
    for place in finding.before:
        yield f"before: “{quoted(place.quote)}” — {shown(place.path)} p. {place.page} of the approved sample"
    if not finding.evidence:
        yield "nothing: no page shows what the rule asks for"


def _as_value(document: Document, quote: Quote) -> str:
    """Which field the words were read as, how, and how surely."""
    for name, entries in document.fields.items():
        for entry in entries:
            boxes = {item.box for item in entry.evidence if item.page == quote.page}
            if boxes and boxes == set(quote.boxes) and entry.quote == quote.quote:
                return f" — {spaced(name)}: {value_text(entry.value)} ({entry.origin.value}, {entry.confidence:.2f})"
    return ""


def _condition(result: Result, finding: Finding, rule: Rule) -> Iterator[str]:
    compiled = condition(rule.when)
    if compiled.tree is None:
        yield "always applies"
        return
    values = Values(_values(result, finding))
    yield f"{' '.join(rule.when.split())}: {TRUTHS[compiled.decide(values)]}"
    for leaf in dict.fromkeys(entry.text for entry in leaves(compiled.tree)):
        given = ", ".join(f"{name} = {_said(values.given.get(name))}" for name in sorted(names_in(leaf)))
        yield f"  {leaf}: {TRUTHS[values.decide(leaf)]}{f' ({given})' if given else ''}"


def _values(result: Result, finding: Finding) -> dict[str, Any]:
    values = shipment_values(result.dossier, finding.market)
    for product in result.shipment.products:
        if product.model == finding.subject.product:
            values |= product_values(product, finding.market)
    for document in result.dossier.documents:
        if document.id == finding.subject.document:
            values |= document_values(document)
    return values


def _said(value: object) -> str:
    if value is None:
        return "not given"
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return f"[{', '.join(map(shown, value))}]"
    return shown(value)


def _to_pass(finding: Finding, known: tuple[RulePack, Rule] | None) -> Iterator[str]:
    if finding.outcome is Outcome.PASS:
        yield "it passes"
        return
    if finding.expected:
        yield f"the papers show: {shown(finding.expected)}"
    if request := finding.request.get("en"):
        yield shown(request)
    if known is None:
        return
    pack, rule = known
    text = pack.cases.get(rule.id, "")
    for case in read_cases(text, path=f"cases/{rule.id}.yaml") if text else ():
        if str(case.expect) == Outcome.PASS.value:
            yield f"as in the rule's passing case “{case.name}”"
