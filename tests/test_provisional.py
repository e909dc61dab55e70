"""What is told of papers before the verdict: only what one paper decides by itself, and never that it is good."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from docverify.facts.document import Document
from docverify.facts.finding import Finding, Outcome, Severity
from docverify.facts.shipment import Shipment
from docverify.intake import take_in
from docverify.packs import packs_for
from docverify.provisional import OWN, so_far
from docverify.shipment_file import read_shipment_file
from docverify.verify import judge, words_to_find
from docverify.worker.pool import read_all

PACKS = Path(__file__).parents[1] / "corpus" / "packs"


def read_pack(name: str) -> tuple[Shipment, tuple[Document, ...]]:
    shipment, _ = read_shipment_file(PACKS / name / "shipment.yaml")
    documents, _ = read_all(take_in([PACKS / name / "papers"]).sources, jobs=2, watch=words_to_find(shipment))
    return shipment, documents


def seen(shipment: Shipment, documents: Sequence[Document]) -> tuple[Finding, ...]:
    day = shipment.placed_on_market
    return so_far(shipment, documents, (), packs_for(shipment.markets, as_of=day), as_of=day)


def said(finding: Finding) -> tuple[object, ...]:
    return (finding.rule, finding.market, finding.subject, finding.outcome, finding.message)


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("defect-declaration-no-place-date", "declaration_incomplete"),
        ("defect-act-lvd-emc-beside-red", "act_wrong"),
        ("defect-test-failed-clause", "test_incomplete"),
        ("clean-ac-plain", ""),
    ],
)
def test_each_paper_alone_tells_what_the_verdict_tells_of_it_too(name: str, rule: str) -> None:
    shipment, documents = read_pack(name)
    day = shipment.placed_on_market
    whole = judge(shipment, documents, (), packs_for(shipment.markets, as_of=day), as_of=day)
    final = {said(finding) for finding in whole.verdict.findings}
    alone = [finding for document in documents for finding in seen(shipment, [document])]
    assert {said(finding) for finding in alone} <= final
    weighing = [f for f in alone if f.outcome is Outcome.FAIL and f.severity is not Severity.INFO]
    failed = {finding.topic.value for finding in weighing}
    assert rule in failed if rule else not failed


def test_nothing_is_ever_said_to_be_good_and_every_line_is_about_one_paper() -> None:
    shipment, documents = read_pack("demo")
    for count in (1, 4, len(documents)):
        for finding in seen(shipment, documents[:count]):
            assert finding.outcome in (Outcome.FAIL, Outcome.UNDETERMINED)
            assert finding.topic in OWN
            assert {quote.document for quote in finding.evidence} <= {finding.subject.document}


def test_failures_come_first_and_nothing_is_seen_of_nothing() -> None:
    shipment, documents = read_pack("demo")
    outcomes = [finding.outcome for finding in seen(shipment, documents)]
    assert outcomes == sorted(outcomes, key=lambda outcome: outcome is not Outcome.FAIL)
    assert seen(shipment, ()) == ()
