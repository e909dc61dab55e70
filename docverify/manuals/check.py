"""One group of manuals to its result: read, put beside what the settings and git know, judged by the rules on manuals.

read → tell (what is known from outside the file) → link → evaluate → exempt → conclude
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from docverify.beside import Beside
from docverify.errors import UsageError
from docverify.facts.document import Document
from docverify.facts.dossier import Dossier, State
from docverify.facts.finding import Finding, Severity, Verdict
from docverify.facts.result import PackIdentity, Result
from docverify.facts.shipment import Shipment
from docverify.facts.source import Refusal
from docverify.link import link
from docverify.manuals.groups import Group
from docverify.manuals.outside import outside_of, told
from docverify.manuals.reading import Readings
from docverify.manuals.rules import by_itself, exempted, manual_packs
from docverify.product_file import OnFile
from docverify.report.lines import source_line
from docverify.rules.evaluate import evaluate
from docverify.rules.pack import RulePack
from docverify.settings import Settings


@dataclass(frozen=True, slots=True)
class Checked:
    """The result of a group, the findings about the files that were asked for, and where each stands."""

    result: Result
    own: tuple[Finding, ...]


def check_group(
    group: Group,
    settings: Settings,
    on_file: Sequence[OnFile],
    *,
    as_of: date,
    fail_on: Severity,
    readings: Readings,
) -> Checked:
    """The group's result; UsageError for a product or market that nobody knows."""
    products = products_of(group, on_file)
    markets = markets_of(group, products)
    outside = outside_of(group, settings, products, on_file, readings)
    with_products = bool(products)
    with Beside(partial(manual_packs, markets, as_of=as_of, with_products=with_products)):  # to have them loaded
        documents, refusals = readings.of(group.files, outside.words, outside.logos)
    documents = tuple(told(document, outside) for document in documents)
    if group.manual is None or not group.manual.products:
        products = concerned(products, documents, as_of)
        markets = markets_of(group, products)
    shipment = Shipment("manuals", as_of, markets, tuple(entry.product for entry in products))
    dossier = link(shipment, documents, refusals)
    packs = manual_packs(markets, as_of=as_of, with_products=with_products)
    found = judged(packs, dossier, as_of=as_of)
    findings = exempted(found, packs, settings, documents)
    own = tuple(finding for finding in findings if _is_asked(finding, group, documents, refusals))
    identities = tuple(PackIdentity(pack.id, pack.version, pack.sha256) for pack in packs)
    verdict = Verdict.of(own, fail_on=fail_on)
    return Checked(Result(shipment, as_of, identities, dossier, (), verdict), own)


def judged(packs: Sequence[RulePack], dossier: Dossier, *, as_of: date) -> list[Finding]:
    """The findings of every rule: what each manual has to say by itself is asked of each manual alone."""
    found: list[Finding] = []
    for pack in packs:
        alone, together = by_itself(pack)
        found += evaluate(together, dossier, market=pack.market, as_of=as_of)
        for document in dossier.documents:
            one = link(dossier.shipment, (document,), ())
            told = evaluate(alone, one, market=pack.market, as_of=as_of)
            found += [replace(f, subject=replace(f.subject, document=document.id)) for f in told]
    return found


def products_of(group: Group, on_file: Sequence[OnFile]) -> tuple[OnFile, ...]:
    """The products the settings say that the group's manuals are of; all on file where they name none."""
    named = group.manual.products if group.manual else ()
    by_model = {entry.product.model: entry for entry in on_file}
    unknown = [model for model in named if model not in by_model]
    if unknown:
        known = ", ".join(sorted(by_model)) or "none"
        raise UsageError(f"the settings name the product {unknown[0]}, which no product file holds; on file: {known}")
    return tuple(by_model[model] for model in named) if named else tuple(on_file)


def concerned(products: Sequence[OnFile], documents: Sequence[Document], as_of: date) -> tuple[OnFile, ...]:
    """The products that one of the manuals says or may say it is for; all of them when it is for none."""
    shipment = Shipment("manuals", as_of, (), tuple(entry.product for entry in products))
    dossier = link(shipment, tuple(documents), ())
    found = [
        entry
        for entry in products
        if any(dossier.coverage(entry.product, d).state is not State.NOT_COVERED for d in documents)
    ]
    return tuple(found or products)


def markets_of(group: Group, products: Sequence[OnFile]) -> tuple[str, ...]:
    """The markets the settings name for these manuals, else those of the products."""
    if group.manual and group.manual.markets:
        return group.manual.markets
    return tuple(dict.fromkeys(market for entry in products for market in entry.markets))


def _is_asked(finding: Finding, group: Group, documents: Sequence[Document], refusals: Sequence[Refusal]) -> bool:
    """Whether the finding is about a file that was given, or about no file."""
    given = {path.as_posix() for path in group.given}
    about = finding.subject.document
    path = next((d.path for d in documents if d.id == about), about)
    return about is None or path in given or (len(group.files) == len(group.given) and about is not None)


def place_of(finding: Finding, documents: Mapping[str, Document], first: Path) -> tuple[str, int, int | None]:
    """File, page and, in a written source, line of the finding: of its evidence, else the first page."""
    for quote in finding.evidence:
        if quote.document in documents:
            document = documents[quote.document]
            return document.path, quote.page, source_line(document, quote.boxes)
    about = finding.subject.document or ""
    if about in documents:
        return documents[about].path, documents[about].pages[0], None
    return about or first.as_posix(), 1, None
