"""The papers read so far → what is wrong with them already, to be told while the rest is still being read.

Only what one paper decides by itself is told: failures, and what its own words leave undecided, with the place on its
page. What another paper may still mend (a missing paper, a reference, a model, a standard or a statement that a sister
paper has) waits for the verdict, and so do passes: until everything is read, nothing is covered.
"""

from collections.abc import Sequence
from datetime import date

from docverify.facts.document import Document
from docverify.facts.finding import Finding, Outcome, Topic
from docverify.facts.shipment import Shipment
from docverify.facts.source import Refusal
from docverify.link import link
from docverify.rules.evaluate import evaluate
from docverify.rules.pack import RulePack

# Of these, what one paper says holds whatever the others say: hardly any goes away with the verdict.
OWN = frozenset(
    {
        Topic.UNREADABLE_DOCUMENT,
        Topic.SCOPE_FEATURE,
        Topic.SCOPE_FACTORY,
        Topic.PARTY_MISMATCH,
        Topic.ACT_MISSING,
        Topic.ACT_WRONG,
        Topic.EDITION_SUPERSEDED,
        Topic.CERTIFICATE_EXPIRED,
        Topic.BODY_NUMBER,
        Topic.DECLARATION_INCOMPLETE,
        Topic.FIRMWARE_MISMATCH,
        Topic.HARDWARE_MISMATCH,
        Topic.MANUAL_STALE,
        Topic.MANUAL_LANGUAGE,
        Topic.MANUAL_COVERAGE,
        Topic.BRAND_LEFTOVER,
        Topic.DATE_ORDER,
        Topic.DOCUMENT_ALTERED,
        Topic.TEST_INCOMPLETE,
    }
)


def so_far(
    shipment: Shipment,
    documents: Sequence[Document],
    refusals: Sequence[Refusal],
    packs: Sequence[RulePack],
    *,
    as_of: date,
) -> tuple[Finding, ...]:
    """What is known already, failures and the worst first; the verdict may hold fewer of them, and will hold more."""
    if not documents and not refusals:
        return ()
    dossier = link(shipment, tuple(documents), tuple(refusals))
    every = [f for pack in packs for f in evaluate(pack, dossier, market=pack.market, as_of=as_of)]
    return tuple(sorted(filter(_decided, every), key=_rank))


def _rank(finding: Finding) -> tuple[bool, int, str, str]:
    return (finding.outcome is not Outcome.FAIL, -finding.severity.weight, finding.rule, finding.fingerprint)


def _decided(finding: Finding) -> bool:
    """Whether it is something to look at that one paper says by itself."""
    if finding.outcome not in (Outcome.FAIL, Outcome.UNDETERMINED):
        return False
    papers = {quote.document for quote in finding.evidence}
    return finding.topic in OWN and finding.subject.document is not None and papers <= {finding.subject.document}
