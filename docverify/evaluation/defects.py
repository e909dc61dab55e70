"""Packs with seeded defects to a score: each defect found under its topic, clean packs conforming, no false pass."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docverify.evaluation.labels import load_expected
from docverify.facts.finding import Conclusion, Finding, Outcome, Severity
from docverify.facts.result import Result
from docverify.shipment_file import read_shipment_file
from docverify.verify import verify_shipment

UNDETERMINED_TOPICS = frozenset({"unreadable_document"})


@dataclass(frozen=True, slots=True)
class Defect:
    """One seeded defect: its topic, the paper and product it is in, and what was done."""

    topic: str
    document: str | None
    product: str | None
    note: str
    outcome: str


@dataclass(frozen=True, slots=True)
class DefectScore:
    """Whether the defect was found under its topic, and whether the finding names the paper."""

    defect: Defect
    found: bool
    at_document: bool


@dataclass(frozen=True, slots=True)
class PackScore:
    """One pack: the expected and the concluded verdict, its defects, and findings nobody seeded."""

    name: str
    expected: str
    verdict: str
    defects: tuple[DefectScore, ...]
    unexpected: tuple[str, ...]

    @property
    def clean(self) -> bool:
        """Whether nothing was seeded."""
        return not self.defects

    @property
    def false_pass(self) -> bool:
        """The one thing that must never happen."""
        return self.verdict == Conclusion.CONFORMING and self.expected != Conclusion.CONFORMING


def score_pack(folder: Path, *, jobs: int = 1) -> PackScore:
    """The score of one pack folder (`shipment.yaml`, `expected.yaml`, `papers/`)."""
    expected = load_expected(folder)
    shipment, own_files = read_shipment_file(folder / "shipment.yaml")
    result = verify_shipment(
        [folder],
        shipment,
        as_of=shipment.placed_on_market,
        jobs=jobs,
        not_papers=[*own_files, folder / "expected.yaml"],
    )
    return score_result(folder.name, expected, result)


def score_result(name: str, expected: dict[str, Any], result: Result) -> PackScore:
    """The score of a result held against what is expected of the pack."""
    defects = tuple(_defect(row) for row in expected.get("defects") or ())
    return PackScore(
        name=name,
        expected=str(expected["verdict"]),
        verdict=result.verdict.conclusion.value,
        defects=tuple(_found(defect, result) for defect in defects),
        unexpected=tuple(_unexpected(result, {d.topic for d in defects} | set(expected.get("also") or ()))),
    )


def _defect(row: dict[str, Any]) -> Defect:
    topic = str(row["topic"])
    usual = "undetermined" if topic in UNDETERMINED_TOPICS else "fail"
    return Defect(topic, row.get("document"), row.get("product"), str(row.get("note", "")), row.get("outcome", usual))


def _found(defect: Defect, result: Result) -> DefectScore:
    right = [f for f in result.verdict.findings if f.topic.value == defect.topic and _outcome_fits(f, defect)]
    at_document = defect.document is None or any(_names(f, defect.document, result) for f in right)
    return DefectScore(defect, bool(right), bool(right) and at_document)


def _outcome_fits(finding: Finding, defect: Defect) -> bool:
    return finding.outcome is Outcome.FAIL or finding.outcome.value == defect.outcome


def _names(finding: Finding, document: str, result: Result) -> bool:
    ids = {d.id for d in result.dossier.documents if d.path.endswith(document)}
    named = {finding.subject.document, *(quote.document for quote in finding.evidence)}
    return bool(ids & named) or document in finding.message or document in finding.found


def _unexpected(result: Result, topics: set[str]) -> list[str]:
    """Failed or undecided findings that matter under a topic that nobody seeded."""
    lines = []
    for finding in result.verdict.findings:
        matters = finding.matters and finding.severity.weight >= Severity.MAJOR.weight
        if matters and finding.topic.value not in topics:
            lines.append(f"{finding.rule} {finding.outcome.value} {finding.topic.value}: {finding.message}")
    return lines
