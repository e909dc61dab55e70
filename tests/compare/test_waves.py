"""Three waves of one product: each change that was made is told once, with both pages, and nothing else is told."""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from docverify.accepted import Accepted
from docverify.approval import Approval, approval_file, read_approval
from docverify.facts.finding import Finding, Severity, Topic
from docverify.facts.result import Result
from docverify.shipment_file import read_shipment_file
from docverify.verify import verify_shipment

WAVES = Path(__file__).parents[2] / "corpus" / "waves"
LISTED = {wave["wave"]: wave for wave in yaml.safe_load((WAVES / "waves.yaml").read_text("utf-8"))["waves"]}
# Another issue of a paper is told in one line: number, date and revision together.
IDENTITY = {"document_number", "issued_on", "revised_on", "revision"}
RATINGS = {"rated_current_a", "rated_power_kw", "rated_voltage_v"}


@dataclass(frozen=True)
class Told:
    """What a change is told as: the paper's file, what of it, and the pages where it stood and stands."""

    document: str
    what: str
    before: int | None
    after: int | None
    quiet: bool


@cache
def checked(wave: str, sample: str | None = None, folder: Path | None = None) -> Result:
    """The result of the wave, held against the approved result of another."""
    shipment, own_files = read_shipment_file(WAVES / wave / "shipment.yaml")
    accepted = Accepted(sample=approved(sample, folder)) if sample and folder else None
    return verify_shipment(
        [WAVES / wave], shipment, as_of=shipment.placed_on_market, jobs=2, not_papers=own_files, accepted=accepted
    )


def approved(wave: str, folder: Path) -> Approval:
    """The result of the wave as somebody approved it, by way of the file."""
    path = folder / f"{wave}.json"
    result = checked(wave)
    path.write_bytes(approval_file(result, by="A. Buyer", note="ok", at=datetime(2026, 7, 1, tzinfo=UTC)))
    return read_approval(path)


def drift(result: Result) -> list[Finding]:
    return [finding for finding in result.verdict.findings if finding.topic is Topic.SHIPMENT_DRIFT]


def expected(changes: list[dict[str, Any]]) -> set[Told]:
    """The changes of the list as they are to be told, those of one line together."""
    return {_wanted(change) for change in changes}


def _wanted(change: dict[str, Any]) -> Told:
    field = change["field"]
    what = {"paper_gone": "gone", "paper_new": "new", "shipment": field}.get(change["change"], field)
    what = "issue" if field in IDENTITY else "rating" if field in RATINGS else what
    what = "firmware" if field in ("firmware_version", "firmware_described") else what
    old, new = (
        (place or {}).get("page") if isinstance(place, dict) else None for place in (change["old"], change["new"])
    )
    name = change["document"] or "shipment"
    return Told(name, "component" if field == "components" else what, old, new, bool(change.get("quiet")))


def _as_told(result: Result, finding: Finding) -> Told:
    paths = {document.id: document.path for document in result.dossier.documents}
    path = paths.get(finding.subject.document or "", finding.before[0].path if finding.before else "shipment")
    before, after = ({place.page for place in places} for places in (finding.before, finding.evidence))
    assert len(before) <= 1
    assert len(after) <= 1
    what = finding.key.rpartition("|")[2]
    return Told(
        path.rpartition("/")[2],
        "component" if finding.rule == "DRIFT-COMPONENT" else what,
        next(iter(before), None),
        next(iter(after), None),
        finding.severity is Severity.BLOCKER,
    )


@pytest.mark.parametrize("wave", [name for name, listed in LISTED.items() if listed["against"]])
def test_each_change_of_a_wave_is_told_once_with_both_pages_and_nothing_else(
    wave: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    listed = LISTED[wave]
    result = checked(wave, listed["against"], tmp_path_factory.mktemp("approved"))
    told = [_as_told(result, finding) for finding in drift(result)]
    assert sorted(told, key=str) == sorted(expected(listed["changes"]), key=str)


def test_a_wave_that_nobody_changed_conforms_like_the_sample(tmp_path_factory: pytest.TempPathFactory) -> None:
    again = checked("wave-1-again", "wave-1", tmp_path_factory.mktemp("approved"))
    assert again.verdict.conclusion is checked("wave-1").verdict.conclusion
    assert again.approved is not None
    assert again.approved.by == "A. Buyer"
